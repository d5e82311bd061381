package dev.vane.adapters.rest.score;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.ScoresView.IntervalView;
import dev.vane.domain.scoring.Score;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.Unit;
import dev.vane.domain.units.UnitSystem;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes errors of a variable: they are differences, so that an error of 1 °C is one of 1.8 °F, not of 33.8.
 *
 * @param units the units to convert to
 * @param variable what the errors are of
 */
record Errors(UnitSystem units, ScoredVariable variable) {

    /** An error of a tenth of a millimetre is 0.0039 in, and scores differ by less. */
    private static final int DECIMALS = 4;

    /** An error. */
    Figure figure(double difference) {
        Dimension dimension = variable.variable().dimension();
        Unit canonical = dimension.canonical();
        Unit unit = units.unit(dimension);
        return number(canonical.convert(difference, unit) - canonical.convert(0, unit));
    }

    /** An error, if there is one. */
    Optional<Figure> figure(OptionalDouble difference) {
        return difference.isEmpty() ? Optional.empty() : Optional.of(figure(difference.getAsDouble()));
    }

    /** An interval of errors. */
    IntervalView interval(Score.Interval interval) {
        return new IntervalView(figure(interval.low()), figure(interval.high()));
    }

    /** What candidates are compared by: an error, but of probabilities a Brier score, which has no unit. */
    Figure gated(double meanError) {
        return variable.kind() == ScoredVariable.Kind.PROBABILITY ? number(meanError) : figure(meanError);
    }

    /** An interval of a share. */
    static IntervalView share(Score.Interval interval) {
        return new IntervalView(number(interval.low()), number(interval.high()));
    }

    /** A number without a unit. */
    static Figure number(double value) {
        return Figure.rounded(value, DECIMALS);
    }

    /** A number without a unit, if there is one. */
    static Optional<Figure> number(OptionalDouble value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(number(value.getAsDouble()));
    }
}
