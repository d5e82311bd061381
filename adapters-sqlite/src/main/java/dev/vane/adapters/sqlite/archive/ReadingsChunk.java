package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.WeatherRecord.ObservationChunk;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Some observations of a source with some variables. Values are made of what is kept when they are asked for. */
final class ReadingsChunk implements ObservationChunk {

    private static final List<ObservationColumn> FIXED =
            List.of(ObservationColumn.PERIOD, ObservationColumn.RAIN_RESET, ObservationColumn.RAIN_COUNTER);
    private static final int PERIOD = 0;
    private static final int RESET = 1;
    private static final int COUNTER = 2;

    private final SourceId source;
    private final List<Variable> variables;
    private final Readings readings;

    /** Takes readings with the columns of some variables. */
    ReadingsChunk(SourceId source, List<Variable> variables, Readings readings) {
        this.source = source;
        this.variables = variables;
        this.readings = readings;
    }

    /** The columns that are needed for some variables. */
    static List<ObservationColumn> columns(List<Variable> variables) {
        return Stream.concat(FIXED.stream(), variables.stream().map(ObservationColumn::of))
                .toList();
    }

    @Override
    public SourceId source() {
        return source;
    }

    @Override
    public int size() {
        return readings.size();
    }

    @Override
    public long time(int index) {
        return readings.time(index);
    }

    @Override
    public long period(int index) {
        return readings.value(PERIOD, index);
    }

    @Override
    public double value(int variable, int index) {
        long quanta = readings.value(FIXED.size() + variable, index);
        return quanta == Readings.UNKNOWN ? Double.NaN : Resolution.value(variables.get(variable), quanta);
    }

    @Override
    public Optional<RainCounter> rainCounter(int index) {
        try {
            return ObservationReader.rainCounter(readings.value(RESET, index), readings.value(COUNTER, index));
        } catch (IllegalArgumentException e) {
            throw new StorageException(
                    "the rain counter of " + source + " at " + Times.time(time(index)) + " is damaged", e);
        }
    }
}
