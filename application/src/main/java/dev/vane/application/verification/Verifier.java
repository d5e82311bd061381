package dev.vane.application.verification;

import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.VerificationStore.DueHour;
import dev.vane.application.spi.VerificationStore.FlaggedReading;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.VerificationStore.Verified;
import dev.vane.application.spi.WatchList;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.application.spi.WeatherRecord.SourceRun;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Forms the pairs of hours that wait to be verified. An hour's pairs are made anew from what is on record whenever
 * something of it changes, and replace those made before: they are a function of the record, the same in whatever order it
 * came and however often this was begun. Hours and pairs change in one transaction, so that a process that ends at any
 * moment neither forgets an hour nor counts one twice. For one thread at a time.
 */
final class Verifier {

    /** What is measured at an hour is not always known at once. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    /** So many hours of a place are verified in one transaction. */
    private static final int BATCH = 24;

    /** At least as much is precipitation, mm. */
    private static final double OCCURRENCE = 0.1;

    private static final List<Series> INSTANTS = List.of(
            instant(ScoredVariable.TEMPERATURE),
            instant(ScoredVariable.DEW_POINT),
            instant(ScoredVariable.RELATIVE_HUMIDITY),
            instant(ScoredVariable.PRESSURE_MSL),
            instant(ScoredVariable.WIND_SPEED),
            instant(ScoredVariable.WIND_GUST),
            instant(ScoredVariable.WIND_DIRECTION),
            instant(ScoredVariable.CLOUD_COVER));

    private final VerificationStore store;
    private final WeatherRecord record;
    private final WatchList watches;
    private final Set<SourceId> official;

    Verifier(VerificationStore store, WeatherRecord record, WatchList watches, Set<SourceId> official) {
        this.store = store;
        this.record = record;
        this.watches = watches;
        this.official = Set.copyOf(official);
    }

    /** By what truth is not part of it: {@link #by} puts it in. */
    private static Series instant(ScoredVariable variable) {
        return new Series(TruthKind.STATION, variable, 0);
    }

    private static Series by(TruthKind truth, Series series) {
        return new Series(truth, series.variable(), series.hours());
    }

    /**
     * Verifies what waits, all of it.
     *
     * @param changed is told of each place of which pairs changed
     */
    void verify(Instant now, Consumer<Place> changed) {
        Map<PlaceId, Place> watched = watches.all().stream()
                .collect(Collectors.toMap(
                        watch -> watch.place().id(), WatchList.Watch::place, (one, same) -> one, LinkedHashMap::new));
        Instant upTo = now.minus(SETTLING);
        List<DueHour> due = store.due(upTo, BATCH);
        while (!due.isEmpty()) {
            PlaceId id = due.getFirst().place();
            List<DueHour> ofPlace =
                    due.stream().filter(hour -> hour.place().equals(id)).toList();
            Place place = watched.get(id);
            if (place == null) {
                store.keep(id, new Verified(List.of(), List.of(), ofPlace));
            } else if (verify(place, ofPlace, upTo)) {
                changed.accept(place);
            }
            due = store.due(upTo, BATCH);
        }
    }

    private boolean verify(Place place, List<DueHour> due, Instant upTo) {
        OpenDays days = new OpenDays(store, place.id());
        List<FlaggedReading> flags = new ArrayList<>();
        SortedSet<Instant> sixHours = new TreeSet<>();
        for (DueHour one : due) {
            Instant hour = one.hour();
            HourTruth truth = truth(place, hour);
            flags.addAll(truth.flags());
            verifyHour(place.id(), hour, truth, days);
            sixHours.add(endOfSix(hour));
        }
        sixHours.stream().filter(end -> !end.isAfter(upTo)).forEach(end -> verifySixHours(place.id(), end, days));
        List<SeriesDay> changed = days.changed();
        store.keep(place.id(), new Verified(changed, flags, due));
        return !changed.isEmpty();
    }

    private HourTruth truth(Place place, Instant hour) {
        return HourTruth.at(
                hour,
                place.coordinates(),
                official,
                record.observations(place.id(), hour.minus(HourTruth.BEFORE), hour.plus(HourTruth.AFTER)));
    }

    private void verifyHour(PlaceId place, Instant hour, HourTruth truth, OpenDays days) {
        Map<LeadBucket, List<SourceRun>> runs = runs(place, hour);
        for (TruthKind kind : TruthKind.values()) {
            Values<Variable> values = truth.values().get(kind);
            for (Series instant : INSTANTS) {
                days.set(by(kind, instant), hour, values.get(instant.variable().variable()), runs);
            }
            verifyPrecipitation(kind, new Fall(1, hour, values.get(Variable.PRECIPITATION)), runs, days);
        }
    }

    /** What fell in so many hours up to a time; empty if that is not known. */
    private record Fall(int hours, Instant end, OptionalDouble amount) {}

    private static void verifyPrecipitation(
            TruthKind kind, Fall fall, Map<LeadBucket, List<SourceRun>> runs, OpenDays days) {
        Series amounts = new Series(kind, ScoredVariable.PRECIPITATION, fall.hours());
        days.set(amounts, fall.end(), fall.amount(), runs);
        OptionalDouble occurred = fall.amount().isPresent()
                ? OptionalDouble.of(fall.amount().getAsDouble() >= OCCURRENCE ? 100 : 0)
                : OptionalDouble.empty();
        Series chances = new Series(kind, ScoredVariable.PRECIPITATION_PROBABILITY, fall.hours());
        days.set(chances, fall.end(), occurred, runs);
    }

    private void verifySixHours(PlaceId place, Instant end, OpenDays days) {
        Map<LeadBucket, List<SourceRun>> runs = runs(place, end);
        for (TruthKind kind : TruthKind.values()) {
            Series hourly = new Series(kind, ScoredVariable.PRECIPITATION, 1);
            OptionalDouble sum = OptionalDouble.of(0);
            for (int i = 0; i < 6; i++) {
                OptionalDouble hour = days.truth(hourly, end.minus(Duration.ofHours(i)));
                sum = sum.isPresent() && hour.isPresent()
                        ? OptionalDouble.of(sum.getAsDouble() + hour.getAsDouble())
                        : OptionalDouble.empty();
            }
            verifyPrecipitation(kind, new Fall(6, end, sum), runs, days);
        }
    }

    /** For each range of lead times that is scored at an hour: what a reader of that time had. */
    private Map<LeadBucket, List<SourceRun>> runs(PlaceId place, Instant hour) {
        Map<LeadBucket, List<SourceRun>> runs = new LinkedHashMap<>();
        for (LeadBucket bucket : LeadBucket.values()) {
            if (hour.atOffset(ZoneOffset.UTC).getHour() % bucket.everyHours() == 0) {
                Instant read = hour.minus(bucket.readAhead());
                runs.put(bucket, record.runsKnownAt(place, read, hour.minus(Duration.ofHours(bucket.upTo()))));
            }
        }
        return runs;
    }

    private static Instant endOfSix(Instant hour) {
        long hours = hour.getEpochSecond() / 3600;
        return Instant.ofEpochSecond(Math.ceilDiv(hours, 6) * 6 * 3600);
    }
}
