package dev.vane.domain.blending;

import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes cases for a backtest of the pairs that are on record. */
public final class PairCases {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_PER_QUARTER = 6;

    private PairCases() {}

    /** The names of all sources that have pairs, in their order. */
    public static Candidates candidates(List<VerificationDay> days) {
        SortedSet<SourceId> sources = new TreeSet<>();
        days.forEach(day -> sources.addAll(day.forecasts().keySet()));
        return new Candidates(sources.stream().map(SourceId::name).toList());
    }

    /** What was true, by time. */
    public static TruthHistory truths(List<VerificationDay> days) {
        TruthHistory history = new TruthHistory();
        for (VerificationDay day : days) {
            Instant midnight = day.date().atStartOfDay(ZoneOffset.UTC).toInstant();
            for (int hour = 0; hour < HourValues.HOURS; hour++) {
                if (day.truths().has(hour)) {
                    history.add(
                            midnight.plus(HOUR.multipliedBy(hour)), day.truths().at(hour));
                }
            }
        }
        return history;
    }

    /**
     * The cases of each range of lead times, by ascending valid time.
     *
     * @param candidates with the members in the order in which cases have them
     * @param zone tells the quarter of the day
     */
    public static Map<LeadBucket, List<BlendCase>> of(List<VerificationDay> days, Candidates candidates, ZoneId zone) {
        List<SourceId> members =
                candidates.members().stream().map(SourceId::new).toList();
        Map<LeadBucket, List<BlendCase>> cases = new EnumMap<>(LeadBucket.class);
        for (VerificationDay day : days) {
            Instant midnight = day.date().atStartOfDay(ZoneOffset.UTC).toInstant();
            for (LeadBucket bucket : LeadBucket.values()) {
                List<HourValues> forecasts = members.stream()
                        .map(member -> day.forecast(member, bucket))
                        .toList();
                for (int hour = 0; hour < HourValues.HOURS; hour += bucket.everyHours()) {
                    int at = hour;
                    double[] values = forecasts.stream()
                            .mapToDouble(column -> column.at(at))
                            .toArray();
                    if (Arrays.stream(values).anyMatch(value -> !Double.isNaN(value))) {
                        Instant validAt = midnight.plus(HOUR.multipliedBy(hour));
                        cases.computeIfAbsent(bucket, one -> new ArrayList<>())
                                .add(new BlendCase(
                                        validAt.minus(bucket.readAhead()),
                                        validAt,
                                        quarter(validAt, zone),
                                        values,
                                        day.truths().at(hour)));
                    }
                }
            }
        }
        return cases;
    }

    /** The quarter of the local day that holds a time, 0 from midnight to 3. */
    public static int quarter(Instant time, ZoneId zone) {
        return time.atZone(zone).getHour() / HOURS_PER_QUARTER;
    }
}
