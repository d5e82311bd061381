package dev.vane.domain.scoring;

import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pairs of one {@link Series} at a place on one UTC day: what was true at each hour, and what each source had forecast
 * for it. Immutable.
 *
 * @param date the day of the valid times, UTC
 * @param truths what was true at the hours of the day
 * @param forecasts what each source had forecast for them, by lead bucket; neither empty columns nor empty buckets
 */
public record VerificationDay(
        LocalDate date, HourValues truths, SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts) {

    /** Copies the forecasts without what is empty. */
    public VerificationDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(truths, "truths");
        SortedMap<SourceId, Map<LeadBucket, HourValues>> copy = new TreeMap<>();
        forecasts.forEach((source, buckets) -> {
            Map<LeadBucket, HourValues> known = new EnumMap<>(LeadBucket.class);
            buckets.forEach((bucket, values) -> {
                if (!values.isEmpty()) {
                    known.put(bucket, values);
                }
            });
            if (!known.isEmpty()) {
                copy.put(source, Collections.unmodifiableMap(known));
            }
        });
        forecasts = Collections.unmodifiableSortedMap(copy);
    }

    /** A day without any pair. */
    public static VerificationDay empty(LocalDate date) {
        return new VerificationDay(date, HourValues.NONE, new TreeMap<>());
    }

    /** What a source had forecast for the hours of the day; nothing if it had no forecast of that lead time. */
    public HourValues forecast(SourceId source, LeadBucket bucket) {
        return forecasts.getOrDefault(source, Map.of()).getOrDefault(bucket, HourValues.NONE);
    }

    /** Tells whether nothing is known of the day. */
    public boolean isEmpty() {
        return truths.isEmpty() && forecasts.isEmpty();
    }
}
