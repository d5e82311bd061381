package dev.vane.application.verification;

import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.WeatherRecord.SourceRun;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The verification days of a place that are being changed. Not safe for use by several threads. */
final class OpenDays {

    private record Key(Series series, LocalDate date) {}

    private final VerificationStore store;
    private final PlaceId place;
    private final Map<Key, VerificationDay> before = new HashMap<>();
    private final Map<Key, VerificationDay> now = new LinkedHashMap<>();

    OpenDays(VerificationStore store, PlaceId place) {
        this.store = store;
        this.place = place;
    }

    private VerificationDay day(Key key) {
        VerificationDay kept = before.computeIfAbsent(
                key,
                one -> store.days(place, one.series(), one.date(), one.date()).stream()
                        .findFirst()
                        .orElseGet(() -> VerificationDay.empty(one.date())));
        return now.getOrDefault(key, kept);
    }

    /** What was true at an hour, as far as it was verified. */
    OptionalDouble truth(Series series, Instant hour) {
        OffsetDateTime time = hour.atOffset(ZoneOffset.UTC);
        HourValues truths = day(new Key(series, time.toLocalDate())).truths();
        return truths.has(time.getHour()) ? OptionalDouble.of(truths.at(time.getHour())) : OptionalDouble.empty();
    }

    /**
     * Sets the pairs of an hour: there are none without truth.
     *
     * @param runs for each range of lead times what a reader had
     */
    void set(Series series, Instant hour, OptionalDouble truth, Map<LeadBucket, List<SourceRun>> runs) {
        OffsetDateTime time = hour.atOffset(ZoneOffset.UTC);
        Key key = new Key(series, time.toLocalDate());
        VerificationDay day = day(key);
        if (truth.isEmpty() && !day.truths().has(time.getHour())) {
            return;
        }
        SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts = without(day, time.getHour());
        if (truth.isPresent()) {
            runs.forEach((bucket, known) -> known.forEach(
                    one -> add(forecasts, bucket, one, time.getHour(), ForecastAt.of(one.run(), series, hour))));
        }
        now.put(key, new VerificationDay(day.date(), day.truths().with(time.getHour(), truth), forecasts));
    }

    private static SortedMap<SourceId, Map<LeadBucket, HourValues>> without(VerificationDay day, int hour) {
        SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts = new TreeMap<>();
        day.forecasts().forEach((source, buckets) -> {
            Map<LeadBucket, HourValues> left = new EnumMap<>(LeadBucket.class);
            buckets.forEach((bucket, values) -> left.put(bucket, values.with(hour, OptionalDouble.empty())));
            forecasts.put(source, left);
        });
        return forecasts;
    }

    private static void add(
            SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts,
            LeadBucket bucket,
            SourceRun run,
            int hour,
            OptionalDouble forecast) {
        if (forecast.isPresent()) {
            forecasts
                    .computeIfAbsent(run.source(), source -> new EnumMap<>(LeadBucket.class))
                    .merge(bucket, HourValues.NONE.with(hour, forecast), (known, added) -> known.with(hour, forecast));
        }
    }

    /** The days that are not what they were. */
    List<SeriesDay> changed() {
        List<SeriesDay> changed = new ArrayList<>();
        now.forEach((key, day) -> {
            if (!day.equals(before.get(key))) {
                changed.add(new SeriesDay(key.series(), day));
            }
        });
        return changed;
    }
}
