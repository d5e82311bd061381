package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is kept of an observation beside its valid time, as whole numbers. See docs/observation-format.md.
 *
 * @param code what stands for it in packed observations; a code is never given twice
 * @param sql what gives it of a row
 */
record ObservationColumn(int code, String sql) {

    /** How far back the interval values reach, ms. */
    static final ObservationColumn PERIOD = new ObservationColumn(101, "period");

    /** The code of the sky. */
    static final ObservationColumn SKY = new ObservationColumn(102, "sky");

    /** How long after its valid time it was fetched, s. */
    static final ObservationColumn DELAY = new ObservationColumn(103, "(fetched_at - valid_time) / 1000");

    /** The code of when the rain counter begins anew. */
    static final ObservationColumn RAIN_RESET = new ObservationColumn(104, "rain_reset");

    /** What the rain gauge has counted, 0.001 mm. */
    static final ObservationColumn RAIN_COUNTER = new ObservationColumn(105, "rain_counter");

    /** All of them. */
    static final List<ObservationColumn> ALL = Stream.concat(
                    Stream.of(PERIOD, SKY, DELAY, RAIN_RESET, RAIN_COUNTER),
                    Arrays.stream(Variable.values()).map(ObservationColumn::of))
            .toList();

    private static final Map<Integer, ObservationColumn> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ObservationColumn::code, Function.identity()));

    /** The column of a variable, in quanta of its {@link Resolution}. */
    static ObservationColumn of(Variable variable) {
        return new ObservationColumn(Codes.quantity(variable), name(variable));
    }

    /** The name of a variable's column: its key in snake case. */
    static String name(Variable variable) {
        return variable.key().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The column of a code, or empty if there is none. */
    static Optional<ObservationColumn> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
