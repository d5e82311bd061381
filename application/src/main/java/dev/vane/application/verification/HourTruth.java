package dev.vane.application.verification;

import dev.vane.application.api.StationSettings;
import dev.vane.application.spi.VerificationStore.FlaggedReading;
import dev.vane.application.spi.WeatherRecord.Observed;
import dev.vane.domain.derived.WindVector;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.quality.QualityControl;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Derivation;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What was true at a full hour, by each kind of truth: a function of what is on record of the hours before and the minutes
 * after it, whenever it came. An instant value is the one nearest in time, the earlier one of two.
 *
 * @param values what was true; precipitation over the hour before
 * @param flags what quality control says of the station's readings of that hour
 */
record HourTruth(Map<TruthKind, Values<Variable>> values, List<FlaggedReading> flags) {

    /** The house's own station. */
    static final SourceId STATION = StationSettings.SOURCE;

    /** How far back readings are needed: for the hour's rain and for quality control. */
    static final Duration BEFORE = QualityControl.WINDOW.plus(Duration.ofMinutes(75));

    /** How far ahead readings are needed. */
    static final Duration AFTER = Duration.ofMinutes(30);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STATION_NEAR = Duration.ofMinutes(10);
    private static final Duration SOURCE_NEAR = Duration.ofMinutes(30);
    private static final Duration RAIN_NEAR = Duration.ofMinutes(15);

    /** So many must agree before a reading is judged by them. */
    private static final int NEIGHBOURS = 3;

    /** So many make a median. */
    private static final int ANALYSIS_SOURCES = 2;

    /**
     * What was true at an hour.
     *
     * @param where the place
     * @param official the sources that say what official stations measured
     * @param observed what is on record from {@link #BEFORE} the hour to {@link #AFTER} it, by ascending valid time
     */
    static HourTruth at(Instant hour, Coordinates where, Set<SourceId> official, List<Observed> observed) {
        List<Observation> station = new ArrayList<>();
        List<Observation> measured = new ArrayList<>();
        Map<SourceId, List<Observation>> said = new LinkedHashMap<>();
        for (Observed one : observed) {
            if (one.source().equals(STATION)) {
                station.add(one.observation());
            } else if (official.contains(one.source())) {
                measured.add(one.observation());
            } else {
                said.computeIfAbsent(one.source(), source -> new ArrayList<>()).add(one.observation());
            }
        }
        Judged judged = judge(hour, new QualityControl(where), station, said.values());
        Map<TruthKind, Values<Variable>> values = new EnumMap<>(TruthKind.class);
        values.put(TruthKind.STATION, withRain(hour, judged.usable(), station, STATION_NEAR));
        values.put(TruthKind.OFFICIAL, withRain(hour, measured, measured, SOURCE_NEAR));
        Values<Variable> medians = medians(hour, said.values(), ANALYSIS_SOURCES);
        values.put(
                TruthKind.ANALYSIS,
                without(medians, List.of(values.get(TruthKind.STATION), values.get(TruthKind.OFFICIAL))));
        return new HourTruth(values, judged.flags());
    }

    private record Judged(List<Observation> usable, List<FlaggedReading> flags) {}

    private static Judged judge(
            Instant hour, QualityControl control, List<Observation> station, Collection<List<Observation>> said) {
        List<Observation> usable = new ArrayList<>();
        List<FlaggedReading> flags = new ArrayList<>();
        for (int i = 0; i < station.size(); i++) {
            Observation reading = station.get(i);
            boolean ofHour = reading.validTime().isAfter(hour.minus(HOUR))
                    && !reading.validTime().isAfter(hour.plus(STATION_NEAR));
            if (ofHour) {
                Instant start = reading.validTime().minus(QualityControl.WINDOW);
                List<Observation> before = station.subList(0, i).stream()
                        .filter(earlier -> !earlier.validTime().isBefore(start))
                        .toList();
                List<QualityFlag> against =
                        control.judge(reading, before, medians(reading.validTime(), said, NEIGHBOURS));
                flags.add(new FlaggedReading(STATION, reading.validTime(), against));
                usable.add(new Observation(
                        reading.validTime(),
                        reading.period(),
                        new Conditions(Sky.UNKNOWN, QualityControl.usable(reading, against)),
                        reading.rainCounter()));
            }
        }
        return new Judged(usable, flags);
    }

    /** For each variable the value nearest to the hour, and the precipitation of the hour before. */
    private static Values<Variable> withRain(
            Instant hour, List<Observation> usable, List<Observation> gauge, Duration near) {
        Values.Builder<Variable> truth = Values.of(Variable.class);
        for (Variable variable : Variable.values()) {
            if (!variable.ofInterval()) {
                nearest(hour, usable, variable, near).ifPresent(value -> truth.set(variable, value));
            }
        }
        OptionalDouble counted = RainGauge.fall(gauge, hour.minus(HOUR), hour);
        OptionalDouble rain = counted.isPresent() ? counted : hourlyRain(hour, usable);
        rain.ifPresent(amount -> truth.set(Variable.PRECIPITATION, Math.min(amount, Variable.PRECIPITATION.maximum())));
        return Derivation.complete(new Conditions(Sky.UNKNOWN, truth.build())).values();
    }

    private static OptionalDouble hourlyRain(Instant hour, List<Observation> usable) {
        List<Observation> hourly =
                usable.stream().filter(reading -> reading.period().equals(HOUR)).toList();
        return nearest(hour, hourly, Variable.PRECIPITATION, RAIN_NEAR);
    }

    private static OptionalDouble nearest(Instant hour, List<Observation> readings, Variable variable, Duration near) {
        Optional<Observation> nearest = Optional.empty();
        for (Observation reading : readings) {
            Duration apart = Duration.between(reading.validTime(), hour).abs();
            boolean nearer = nearest.isEmpty()
                    || apart.compareTo(Duration.between(nearest.get().validTime(), hour)
                                    .abs())
                            < 0;
            if (apart.compareTo(near) <= 0
                    && nearer
                    && reading.conditions().values().has(variable)) {
                nearest = Optional.of(reading);
            }
        }
        return nearest.map(reading -> reading.conditions().values().get(variable))
                .orElseGet(OptionalDouble::empty);
    }

    /** For each variable of an instant the median of what sources say of about that time, if enough of them do. */
    private static Values<Variable> medians(Instant time, Collection<List<Observation>> said, int atLeast) {
        Values.Builder<Variable> medians = Values.of(Variable.class);
        for (Variable variable : Variable.values()) {
            double[] all = said.stream()
                    .map(one ->
                            variable.ofInterval() ? OptionalDouble.empty() : nearest(time, one, variable, SOURCE_NEAR))
                    .flatMapToDouble(OptionalDouble::stream)
                    .sorted()
                    .toArray();
            if (all.length >= atLeast) {
                median(variable, all).ifPresent(value -> medians.set(variable, value));
            }
        }
        return medians.build();
    }

    private static OptionalDouble median(Variable variable, double[] sorted) {
        if (variable == Variable.WIND_DIRECTION) {
            return Arrays.stream(sorted)
                    .mapToObj(direction -> WindVector.of(direction, 1))
                    .reduce(WindVector.ZERO, WindVector::plus)
                    .direction();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static Values<Variable> without(Values<Variable> values, List<Values<Variable>> better) {
        Values.Builder<Variable> rest = Values.of(Variable.class);
        for (Variable variable : values.known()) {
            if (better.stream().noneMatch(one -> one.has(variable))) {
                rest.set(variable, values.get(variable));
            }
        }
        return rest.build();
    }
}
