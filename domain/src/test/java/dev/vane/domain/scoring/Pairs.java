package dev.vane.domain.scoring;

import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts days of verification together, truth by truth and forecast by forecast, in whatever order. */
final class Pairs {

    private final SortedMap<LocalDate, VerificationDay> days = new TreeMap<>();

    private VerificationDay day(LocalDate date) {
        return days.computeIfAbsent(date, VerificationDay::empty);
    }

    Pairs truth(LocalDate date, int hour, double value) {
        VerificationDay day = day(date);
        days.put(date, new VerificationDay(date, day.truths().with(hour, OptionalDouble.of(value)), day.forecasts()));
        return this;
    }

    Pairs forecast(LocalDate date, int hour, SourceId source, LeadBucket bucket, double value) {
        VerificationDay day = day(date);
        SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts = new TreeMap<>();
        day.forecasts().forEach((one, buckets) -> forecasts.put(one, new HashMap<>(buckets)));
        forecasts
                .computeIfAbsent(source, one -> new HashMap<>())
                .put(bucket, day.forecast(source, bucket).with(hour, OptionalDouble.of(value)));
        days.put(date, new VerificationDay(date, day.truths(), forecasts));
        return this;
    }

    List<VerificationDay> days() {
        return new ArrayList<>(days.values());
    }
}
