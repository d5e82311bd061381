package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes observations of the numbers that are kept, and trusts none of them. */
final class ObservationReader {

    private static final List<Variable> VARIABLES = List.of(Variable.values());

    private final int period;
    private final int sky;
    private final int reset;
    private final int counter;
    private final int[] variables;

    /** Reads of readings with some columns, among them at least those of an observation. */
    ObservationReader(List<ObservationColumn> columns) {
        period = columns.indexOf(ObservationColumn.PERIOD);
        sky = columns.indexOf(ObservationColumn.SKY);
        reset = columns.indexOf(ObservationColumn.RAIN_RESET);
        counter = columns.indexOf(ObservationColumn.RAIN_COUNTER);
        variables = VARIABLES.stream()
                .mapToInt(variable -> columns.indexOf(ObservationColumn.of(variable)))
                .toArray();
    }

    /**
     * Makes the observation of a place in the order.
     *
     * @throws IllegalArgumentException if a value cannot be
     */
    Observation read(Readings readings, int index) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (int i = 0; i < variables.length; i++) {
            long quanta = readings.value(variables[i], index);
            if (quanta != Readings.UNKNOWN) {
                values.set(VARIABLES.get(i), Resolution.value(VARIABLES.get(i), quanta));
            }
        }
        return new Observation(
                Times.time(readings.time(index)),
                Duration.ofMillis(readings.value(period, index)),
                new Conditions(skyOf(readings.value(sky, index)), values.build()),
                rainCounter(readings.value(reset, index), readings.value(counter, index)));
    }

    private static Sky skyOf(long code) {
        return Codes.sky(code).orElseThrow(() -> new IllegalArgumentException("its sky " + code + " is unknown"));
    }

    /**
     * Makes a rain counter.
     *
     * @param code of when it begins anew, {@link Readings#UNKNOWN} if there is none
     * @throws IllegalArgumentException if it cannot be
     */
    static Optional<RainCounter> rainCounter(long code, long quanta) {
        if (code == Readings.UNKNOWN) {
            return Optional.empty();
        }
        RainCounter.Reset kind = Codes.reset(code)
                .orElseThrow(() -> new IllegalArgumentException("its kind of rain counter " + code + " is unknown"));
        return Optional.of(new RainCounter(kind, Resolution.counterMillimetres(quanta)));
    }
}
