package dev.vane.adapters.rest.openmeteo;

import dev.vane.domain.units.Unit;
import java.util.Map;

/**
 * The units of Open-Meteo, in the order of its FlatBuffers schema, where a unit is the number of its place.
 */
enum Measure {
    UNDEFINED("undefined", 0),
    CELSIUS("°C", 1),
    CENTIMETRE("cm", 2),
    CUBIC_METRE_PER_CUBIC_METRE("m³/m³", 3),
    CUBIC_METRE_PER_SECOND("m³/s", 2),
    DEGREE_DIRECTION("°", 0),
    DIMENSIONLESS_INTEGER("", 0),
    DIMENSIONLESS("", 2),
    EUROPEAN_AIR_QUALITY_INDEX("EAQI", 0),
    FAHRENHEIT("°F", 1),
    FEET("ft", 3),
    FRACTION("fraction", 3),
    GDD_CELSIUS("GGDc", 2),
    GEOPOTENTIAL_METRE("gpm", 0),
    GRAINS_PER_CUBIC_METRE("grains/m³", 1),
    GRAM_PER_KILOGRAM("g/kg", 2),
    HECTOPASCAL("hPa", 1),
    HOURS("h", 1),
    INCH("inch", 3),
    ISO8601("iso8601", 0),
    JOULE_PER_KILOGRAM("J/kg", 1),
    KELVIN("K", 1),
    KILOPASCAL("kPa", 2),
    KILOGRAM_PER_SQUARE_METRE("kg/m²", 2),
    KILOMETRES_PER_HOUR("km/h", 1),
    KNOTS("kn", 1),
    MEGAJOULE_PER_SQUARE_METRE("MJ/m²", 2),
    METRE_PER_SECOND_NOT_UNIT_CONVERTED("m/s", 2),
    METRE_PER_SECOND("m/s", 2),
    METRE("m", 2),
    MICROGRAMS_PER_CUBIC_METRE("μg/m³", 1),
    MILES_PER_HOUR("mp/h", 1),
    MILLIMETRE("mm", 2),
    PASCAL("Pa", 0),
    PER_SECOND("s⁻¹", 2),
    PERCENTAGE("%", 0),
    SECONDS("s", 2),
    UNIX_TIME("unixtime", 0),
    US_AIR_QUALITY_INDEX("USAQI", 0),
    WATT_PER_SQUARE_METRE("W/m²", 1),
    WMO_CODE("wmo code", 0),
    PARTS_PER_MILLION("ppm", 0),
    KILOGRAM_PER_CUBIC_METRE("kg/m³", 2);

    private static final Map<Measure, Unit> CONVERTIBLE = Map.ofEntries(
            Map.entry(CELSIUS, Unit.CELSIUS),
            Map.entry(FAHRENHEIT, Unit.FAHRENHEIT),
            Map.entry(METRE_PER_SECOND, Unit.METRE_PER_SECOND),
            Map.entry(KILOMETRES_PER_HOUR, Unit.KILOMETRE_PER_HOUR),
            Map.entry(MILES_PER_HOUR, Unit.MILE_PER_HOUR),
            Map.entry(KNOTS, Unit.KNOT),
            Map.entry(MILLIMETRE, Unit.MILLIMETRE),
            Map.entry(CENTIMETRE, Unit.CENTIMETRE),
            Map.entry(METRE, Unit.METRE),
            Map.entry(INCH, Unit.INCH),
            Map.entry(FEET, Unit.FOOT));

    private final String symbol;
    private final int decimals;

    Measure(String symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    /** As it is written in the blocks of units. */
    String symbol() {
        return symbol;
    }

    /** How many decimals its values have. */
    int decimals() {
        return decimals;
    }

    /** Its number in the schema. */
    @SuppressWarnings("EnumOrdinal")
    byte code() {
        return (byte) ordinal();
    }

    /** A value of this unit in another one of the same kind; NaN stays NaN. */
    double convert(double value, Measure target) {
        return this == target ? value : CONVERTIBLE.get(this).convert(value, CONVERTIBLE.get(target));
    }
}
