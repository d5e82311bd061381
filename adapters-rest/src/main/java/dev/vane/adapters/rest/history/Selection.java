package dev.vane.adapters.rest.history;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.UnitSystem;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What of the record a client wants.
 *
 * @param source whose; empty for all
 * @param variables of what, in the order given
 * @param step over what values are put together
 * @param aggregates how, in the order given; none without a step
 * @param columns each variable with each aggregate that means something of it
 * @param units the units to convert to
 */
record Selection(
        Optional<SourceId> source,
        List<Variable> variables,
        Step step,
        List<Aggregate> aggregates,
        List<Column> columns,
        UnitSystem units) {

    /** Reads the selection from parameters. */
    static Selection of(Parameters parameters) {
        List<Variable> variables = parameters.has("variable")
                ? parameters.severalOf("variable", List.of(Variable.values()), Variable::key)
                : List.of(Variable.TEMPERATURE);
        Step step = parameters
                .text("step")
                .map(text -> Parameters.oneOf("step", text, List.of(Step.values()), Selection::key))
                .orElse(Step.NONE);
        List<Aggregate> asked = parameters.severalOf("agg", List.of(Aggregate.values()), Selection::key);
        if (step == Step.NONE && !asked.isEmpty()) {
            throw RefusedException.invalid("agg", "is given without a step over which to put values together");
        }
        List<Aggregate> aggregates = step == Step.NONE || !asked.isEmpty() ? asked : usual(variables);
        List<Column> columns = step == Step.NONE ? each(variables) : columns(variables, aggregates, asked.isEmpty());
        if (columns.isEmpty()) {
            throw RefusedException.invalid("agg", "means nothing of any variable asked for");
        }
        return new Selection(source(parameters), variables, step, aggregates, columns, parameters.units());
    }

    private static Optional<SourceId> source(Parameters parameters) {
        return parameters.text("source").map(text -> {
            try {
                return new SourceId(text);
            } catch (IllegalArgumentException e) {
                throw RefusedException.invalid(
                        "source", "is '" + Parameters.shown(text) + "', not lower-case words joined by hyphens");
            }
        });
    }

    static String key(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static List<Aggregate> usual(List<Variable> variables) {
        return List.copyOf(
                new TreeSet<>(variables.stream().map(Selection::usual).toList()));
    }

    /** Amounts are summed; the sum of a share or of a power means nothing. */
    private static Aggregate usual(Variable variable) {
        boolean intensive =
                variable.dimension() == Dimension.PROPORTION || variable.dimension() == Dimension.IRRADIANCE;
        return variable.ofInterval() && !intensive ? Aggregate.SUM : Aggregate.MEAN;
    }

    private static boolean meansSomething(Variable variable, Aggregate aggregate) {
        return switch (aggregate) {
            case MEAN, COUNT -> true;
            case MIN, MAX -> variable.dimension() != Dimension.DIRECTION;
            case SUM -> usual(variable) == Aggregate.SUM;
        };
    }

    private static List<Column> each(List<Variable> variables) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            columns.add(new Column(variables.get(i), Optional.empty(), i, 0));
        }
        return List.copyOf(columns);
    }

    private static List<Column> columns(List<Variable> variables, List<Aggregate> aggregates, boolean usualOnly) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            for (int j = 0; j < aggregates.size(); j++) {
                Aggregate aggregate = aggregates.get(j);
                if (usualOnly ? aggregate == usual(variable) : meansSomething(variable, aggregate)) {
                    columns.add(new Column(variable, Optional.of(aggregate), i, j));
                }
            }
        }
        return List.copyOf(columns);
    }

    /** Asks for it. */
    Query query(PlaceId place, Span span) {
        return new Query(place, span.from(), span.to(), source, variables, step, aggregates);
    }
}
