package dev.vane.application.station;

import dev.vane.application.api.StationSettings;
import dev.vane.application.spi.WeatherRecord.Observed;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the sources agree on at a time. */
final class Neighbours {

    /** How far from a time what a source says of now counts for it: sources are asked about once an hour. */
    static final Duration REACH = Duration.ofHours(1);

    /** Fewer do not agree on anything. */
    private static final int ENOUGH = 3;

    private Neighbours() {}

    /** The median of what each source says nearest to a time, of the variables of which enough of them say something. */
    static Values<Variable> around(Instant time, List<Observed> observed) {
        Map<SourceId, Observation> nearest = new HashMap<>();
        for (Observed one : observed) {
            boolean counts = !one.source().equals(StationSettings.SOURCE)
                    && distance(time, one.observation()).compareTo(REACH) <= 0;
            if (counts) {
                nearest.merge(one.source(), one.observation(), (a, b) -> nearer(time, a, b));
            }
        }
        Values.Builder<Variable> medians = Values.of(Variable.class);
        for (Variable variable : Variable.values()) {
            // an angle has no median
            if (variable != Variable.WIND_DIRECTION) {
                medians.set(variable, median(variable, nearest.values()));
            }
        }
        return medians.build();
    }

    private static Observation nearer(Instant time, Observation a, Observation b) {
        return distance(time, b).compareTo(distance(time, a)) < 0 ? b : a;
    }

    private static Duration distance(Instant time, Observation observation) {
        return Duration.between(time, observation.validTime()).abs();
    }

    private static OptionalDouble median(Variable variable, Collection<Observation> said) {
        List<Double> known = new ArrayList<>();
        said.forEach(
                observation -> observation.conditions().values().get(variable).ifPresent(known::add));
        if (known.size() < ENOUGH) {
            return OptionalDouble.empty();
        }
        double[] sorted =
                known.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
