package dev.vane.application.spi;

import dev.vane.application.spi.WeatherRecord.ObservationChunk;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Observations in memory.
 *
 * @param source whose
 * @param variables which of their variables can be asked for
 * @param observations which
 */
record InMemoryChunk(SourceId source, List<Variable> variables, List<Observation> observations)
        implements ObservationChunk {

    /** A chunk of some observations, if there are any. */
    static Optional<ObservationChunk> of(SourceId source, List<Variable> variables, List<Observation> observations) {
        return Optional.<ObservationChunk>of(new InMemoryChunk(source, variables, observations))
                .filter(chunk -> chunk.size() > 0);
    }

    @Override
    public int size() {
        return observations.size();
    }

    @Override
    public long time(int index) {
        return observations.get(index).validTime().toEpochMilli();
    }

    @Override
    public long period(int index) {
        return observations.get(index).period().toMillis();
    }

    @Override
    public double value(int variable, int index) {
        return observations
                .get(index)
                .conditions()
                .values()
                .get(variables.get(variable))
                .orElse(Double.NaN);
    }

    @Override
    public Optional<RainCounter> rainCounter(int index) {
        return observations.get(index).rainCounter();
    }
}
