package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Sky;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The columns of a section as rows, one for each of its times.
 *
 * <p>The unit of a column is read only if there is a value: what a model does not have is all null, in the unit
 * {@code undefined}.
 *
 * @param <Q> the kind of quantity
 */
final class OpenMeteoTable<Q extends Enum<Q> & Quantity> {

    private final JsonObject section;
    private final JsonObject units;
    private final String suffix;
    private final List<CheckedValues<Q>> rows = new ArrayList<>();
    private final List<Sky> skies;

    /**
     * Starts with empty rows.
     *
     * @param suffix what stands behind the name of each variable, here and in the units; may be empty
     */
    OpenMeteoTable(JsonObject section, JsonObject units, String suffix, Class<Q> type, int size) {
        this.section = section;
        this.units = units;
        this.suffix = suffix;
        for (int i = 0; i < size; i++) {
            rows.add(new CheckedValues<>(type));
        }
        skies = new ArrayList<>(Collections.nCopies(size, Sky.UNKNOWN));
    }

    /** Takes every column that the answer has. */
    void columns(Map<String, Q> variables) {
        variables.forEach((name, quantity) ->
                column(name).filter(OpenMeteoTable::says).ifPresent(column -> take(quantity, column, unit(name))));
    }

    private static boolean says(JsonArray column) {
        return IntStream.range(0, column.size())
                .anyMatch(index -> column.number(index).isPresent());
    }

    private void take(Q quantity, JsonArray column, Unit unit) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).set(quantity, column.number(i), unit, column.path(i));
        }
    }

    /** Takes the sum of two columns where both have a value, or the first one alone if there is no second. */
    void sum(Q quantity, String name, String more) {
        Optional<JsonArray> first = column(name);
        Optional<JsonArray> second = column(more);
        if (first.isEmpty()) {
            return;
        }
        Unit unit = unit(name);
        if (second.isPresent() && unit(more) != unit) {
            throw new JsonFault(units.path(more) + " is another unit than " + units.path(name));
        }
        for (int i = 0; i < rows.size(); i++) {
            OptionalDouble value = first.get().number(i);
            OptionalDouble addend = second.isPresent() ? second.get().number(i) : OptionalDouble.of(0);
            if (value.isPresent() && addend.isPresent()) {
                double sum = value.getAsDouble() + addend.getAsDouble();
                rows.get(i)
                        .set(quantity, OptionalDouble.of(sum), unit, first.get().path(i));
            }
        }
    }

    /** Takes the codes of the sky. */
    void skies() {
        Optional<JsonArray> codes = column(OpenMeteoVariables.WEATHER_CODE);
        if (codes.isEmpty()) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            OptionalLong code = codes.get().integer(i);
            skies.set(i, code.isPresent() ? WmoCode.sky(code.getAsLong()) : Sky.UNKNOWN);
        }
    }

    /** The values of a row. */
    CheckedValues<Q> row(int index) {
        return rows.get(index);
    }

    /** The sky of a row. */
    Sky sky(int index) {
        return skies.get(index);
    }

    private Optional<JsonArray> column(String name) {
        Optional<JsonArray> column = section.array(name + suffix);
        if (column.isPresent() && column.get().size() != rows.size()) {
            throw new JsonFault(column.get().path() + " has " + column.get().size() + " values, " + section.path("time")
                    + " has " + rows.size());
        }
        return column;
    }

    private Unit unit(String name) {
        return OpenMeteoVariables.unit(units.requiredText(name + suffix), units.path(name + suffix));
    }
}
