package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.util.OptionalDouble;

/** Reads units and {@code {unitCode, value}}; the codes are those of the WMO code registry (codes.wmo.int/common/unit). */
final class NwsUnits {

    private NwsUnits() {}

    /** The unit of a code, with the prefix of today or of earlier times. */
    static Unit unit(String code, String path) {
        return switch (code.replaceFirst("^(wmoUnit|unit):", "")) {
            case "degC" -> Unit.CELSIUS;
            case "degF" -> Unit.FAHRENHEIT;
            case "K" -> Unit.KELVIN;
            case "km_h-1" -> Unit.KILOMETRE_PER_HOUR;
            case "m_s-1" -> Unit.METRE_PER_SECOND;
            case "degree_(angle)" -> Unit.DEGREE;
            case "percent" -> Unit.PERCENT;
            case "Pa" -> Unit.PASCAL;
            case "hPa" -> Unit.HECTOPASCAL;
            case "mm" -> Unit.MILLIMETRE;
            case "m" -> Unit.METRE;
            default -> throw new JsonFault(path + " is '" + code + "', a unit that is not known");
        };
    }

    /** Takes a member {@code {unitCode, value}} if it has a value. */
    static void take(JsonObject from, String name, Variable variable, CheckedValues<Variable> values) {
        from.object(name).ifPresent(measured -> {
            OptionalDouble value = measured.number("value");
            if (value.isPresent()) {
                Unit unit = unit(measured.requiredText("unitCode"), measured.path("unitCode"));
                values.set(variable, value, unit, measured.path("value"));
            }
        });
    }
}
