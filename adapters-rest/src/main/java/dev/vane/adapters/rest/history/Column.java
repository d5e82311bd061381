package dev.vane.adapters.rest.history;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.HistoryView.ColumnView;
import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Row;
import dev.vane.domain.units.Unit;
import dev.vane.domain.units.UnitSystem;
import dev.vane.domain.weather.Variable;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A column of a table.
 *
 * @param variable of what
 * @param aggregate how values are put together; empty if they are not
 * @param variableIndex the place of the variable in the query
 * @param aggregateIndex the place of the aggregate in the query
 */
record Column(Variable variable, Optional<Aggregate> aggregate, int variableIndex, int aggregateIndex) {

    /** {@code temperature}, {@code temperatureMax}. */
    String name() {
        return variable.key() + aggregate.map(Column::suffix).orElse("");
    }

    private static String suffix(Aggregate aggregate) {
        String key = Selection.key(aggregate);
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    ColumnView view(UnitSystem units) {
        return new ColumnView(
                name(),
                variable.key(),
                aggregate.map(Selection::key),
                Optional.of(units.unit(variable.dimension()).symbol())
                        .filter(Predicate.not(String::isEmpty))
                        .filter(symbol -> !counts()));
    }

    /** The value of a row as it is written, if there is one. */
    OptionalDouble value(Row row, UnitSystem units) {
        double value = row.value(variableIndex, aggregateIndex);
        if (Double.isNaN(value)) {
            return OptionalDouble.empty();
        }
        Unit unit = units.unit(variable.dimension());
        return OptionalDouble.of(
                counts()
                        ? value
                        : Figure.of(units.convert(value, variable.dimension()), unit)
                                .value());
    }

    private boolean counts() {
        return aggregate.equals(Optional.of(Aggregate.COUNT));
    }
}
