package dev.vane.domain.scoring;

import dev.vane.domain.weather.SourceId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scores of every source in a series, by range of lead times. A function of the pairs alone: the same pairs give the
 * same scores to the last bit, in whatever order they came. What is recent is judged by the last day of the series, not by
 * a clock: a source does not get better by waiting.
 *
 * @param series what was scored
 * @param buckets the scores by lead time and source
 */
public record Scoreboard(Series series, SortedMap<LeadBucket, SortedMap<SourceId, Scores>> buckets) {

    /** Pairs of one day count half as much as those of a day so many days later. */
    public static final double HALF_LIFE_DAYS = 14;

    /** Copies the maps. */
    public Scoreboard {
        SortedMap<LeadBucket, SortedMap<SourceId, Scores>> copy = new TreeMap<>();
        buckets.forEach(
                (bucket, sources) -> copy.put(bucket, Collections.unmodifiableSortedMap(new TreeMap<>(sources))));
        buckets = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The scores of a source.
     *
     * @param overall each pair counting the same
     * @param recent each day counting half as much as one {@link #HALF_LIFE_DAYS} later
     */
    public record Scores(Score overall, Score recent) {}

    /**
     * Scores the pairs of a series.
     *
     * @param days all of them, by ascending date
     */
    public static Scoreboard of(Series series, List<VerificationDay> days) {
        Counting counting = new Counting(series);
        days.forEach(counting::add);
        return counting.scores();
    }

    /**
     * Counts the pairs of a series day by day, in a memory that does not depend on how many pairs a day has. Not safe for use
     * by several threads.
     */
    public static final class Counting {
        private final Series series;
        private final SortedMap<LeadBucket, SortedMap<SourceId, Tally>> tallies = new TreeMap<>();
        private Optional<References> references = Optional.empty();
        private long last;

        /** Starts to count. */
        public Counting(Series series) {
            this.series = series;
        }

        /** Counts the pairs of a day, which is after those before. */
        public void add(VerificationDay day) {
            References known = references.orElseGet(() -> new References(day.date()));
            references = Optional.of(known);
            known.add(day.date(), day.truths());
            last = day.date().toEpochDay();
            for (LeadBucket bucket : LeadBucket.values()) {
                Map<SourceId, HourValues> forecasts = new TreeMap<>();
                day.forecasts().forEach((source, buckets) -> {
                    if (buckets.containsKey(bucket)) {
                        forecasts.put(source, buckets.get(bucket));
                    }
                });
                if (!forecasts.isEmpty()) {
                    count(day, bucket, forecasts, known);
                }
            }
        }

        private void count(
                VerificationDay day, LeadBucket bucket, Map<SourceId, HourValues> forecasts, References known) {
            ScoredVariable.Kind kind = series.variable().kind();
            int readAhead = (int) bucket.readAhead().toHours();
            long[] persistence = new long[HourValues.HOURS];
            long[] climatology = new long[HourValues.HOURS];
            for (int hour = 0; hour < HourValues.HOURS; hour += bucket.everyHours()) {
                boolean mean = kind != ScoredVariable.Kind.CIRCULAR; // that of directions is none of numbers
                persistence[hour] = known.persistence(hour, readAhead);
                climatology[hour] = mean ? known.climatology(hour, readAhead) : HourValues.UNKNOWN;
            }
            forecasts.forEach((source, values) -> {
                Tally tally = tallies.computeIfAbsent(bucket, one -> new TreeMap<>())
                        .computeIfAbsent(source, one -> new Tally(kind));
                tally.beginDay(day.date().toEpochDay());
                for (int hour = 0; hour < HourValues.HOURS; hour += bucket.everyHours()) {
                    if (values.has(hour) && day.truths().has(hour)) {
                        tally.add(
                                values.fixedAt(hour), day.truths().fixedAt(hour), persistence[hour], climatology[hour]);
                    }
                }
            });
        }

        /** The scores of what was counted so far. */
        public Scoreboard scores() {
            SortedMap<LeadBucket, SortedMap<SourceId, Scores>> scores = new TreeMap<>();
            tallies.forEach((bucket, sources) -> {
                SortedMap<SourceId, Scores> all = new TreeMap<>();
                sources.forEach((source, tally) -> all.put(source, new Scores(tally.overall(), tally.recent(last))));
                scores.put(bucket, all);
            });
            return new Scoreboard(series, scores);
        }
    }
}
