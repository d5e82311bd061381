package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * Schema {@code Scores}.
 *
 * @param place where
 * @param units the units; of a temperature, an error has the size of a degree and no zero
 * @param watched whether the place is watched, and so scored
 * @param lastModified when anything of this last changed
 * @param needed what a score needs to mean something
 * @param series the scores by series
 */
@Json
public record ScoresView(
        PlaceView place,
        UnitsView units,
        boolean watched,
        Optional<String> lastModified,
        NeededView needed,
        List<SeriesView> series) {

    /** Copies the list. */
    public ScoresView {
        series = List.copyOf(series);
    }

    /**
     * Schema {@code ScoreMinimum}.
     *
     * @param n how many pairs
     * @param days on how many distinct days
     */
    @Json
    public record NeededView(int n, int days) {}

    /**
     * Schema {@code ScoreSeries}.
     *
     * @param truth the key of what forecasts are compared with
     * @param variable the variable's key
     * @param hours the length of the interval; empty of a variable of an instant
     * @param unit the symbol of the unit of errors
     * @param firstDay the first day with pairs, UTC
     * @param lastDay the last day with pairs, UTC
     * @param buckets by lead time
     */
    @Json
    public record SeriesView(
            String truth,
            String variable,
            Optional<Integer> hours,
            String unit,
            String firstDay,
            String lastDay,
            List<BucketView> buckets) {
        /** Copies the list. */
        public SeriesView {
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * Schema {@code ScoreBucket}.
     *
     * @param bucket its key
     * @param afterHours the lead time beyond which it begins
     * @param upToHours the greatest lead time in it
     * @param sources each source's scores
     * @param decision what is served, and why
     */
    @Json
    public record BucketView(
            String bucket,
            int afterHours,
            int upToHours,
            List<SourceScoresView> sources,
            Optional<DecisionView> decision) {
        /** Copies the list. */
        public BucketView {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Schema {@code SourceScores}.
     *
     * @param source the source's id
     * @param overall over all time
     * @param recent with recent pairs counting more
     */
    @Json
    public record SourceScoresView(String source, ScoreView overall, ScoreView recent) {}

    /**
     * Schema {@code ScoreInterval}.
     *
     * @param low its lower end
     * @param high its upper end
     */
    @Json
    public record IntervalView(Figure low, Figure high) {}

    /**
     * Schema {@code ScoreDecision}.
     *
     * @param served the name of what is served
     * @param reason why
     * @param days on how many days candidates could be compared
     * @param candidates each candidate, the best first
     */
    @Json
    public record DecisionView(Optional<String> served, String reason, int days, List<CandidateView> candidates) {
        /** Copies the list. */
        public DecisionView {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Schema {@code ScoreCandidate}.
     *
     * @param candidate its name
     * @param n on how many pairs
     * @param mae mean absolute error, of a probability the Brier score
     * @param interval how much less its error is than that of the best raw source, as a share
     * @param weight its weight in what is served
     * @param correction what is taken off its forecasts
     */
    @Json
    public record CandidateView(
            String candidate,
            long n,
            Figure mae,
            Optional<IntervalView> interval,
            Optional<Figure> weight,
            Optional<Figure> correction) {}
}
