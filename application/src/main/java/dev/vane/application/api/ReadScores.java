package dev.vane.application.api;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.Score;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads how well the sources forecast a place. Safe for use by several threads. */
public interface ReadScores {

    /**
     * The scores of a place.
     *
     * @param variable of which variable, or empty for all
     */
    Outcome scores(PlaceId place, Optional<ScoredVariable> variable);

    /** What came of asking. */
    sealed interface Outcome {}

    /** There is no such place. */
    record UnknownPlace() implements Outcome {}

    /**
     * The scores of a place.
     *
     * @param place where
     * @param watched whether it is watched: other places are not scored
     * @param lastModified when anything of this last changed; empty if nothing was ever scored
     * @param series the scores by series, in the order of the series; empty if there are none
     */
    record Scored(Place place, boolean watched, Optional<Instant> lastModified, List<SeriesScores> series)
            implements Outcome {
        /** Copies the list. */
        public Scored {
            Objects.requireNonNull(lastModified, "lastModified");
            series = List.copyOf(series);
        }
    }

    /**
     * The scores of a series.
     *
     * @param series by which truth, of which variable, over which interval
     * @param firstDay the first day with pairs, UTC
     * @param lastDay the last day with pairs, UTC
     * @param buckets by ascending lead time; those with pairs
     */
    record SeriesScores(Series series, LocalDate firstDay, LocalDate lastDay, List<BucketScores> buckets) {
        /** Copies the list. */
        public SeriesScores {
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * The scores of a range of lead times.
     *
     * @param bucket the lead times
     * @param sources each source's scores, by source
     * @param decision what is served of this variable at these lead times, and why; empty where other truth is better
     */
    record BucketScores(LeadBucket bucket, List<SourceScores> sources, Optional<Decision> decision) {
        /** Copies the list. */
        public BucketScores {
            sources = List.copyOf(sources);
        }
    }

    /**
     * The scores of a source.
     *
     * @param source which
     * @param overall over all time, each pair counting the same
     * @param recent each pair counting half as much as one 14 days later
     */
    record SourceScores(SourceId source, Score overall, Score recent) {}

    /**
     * What is served, and why.
     *
     * @param served the name of what is served: {@code blend-…} for a combination, {@code corrected:<source>}, the name of a
     *     source, or empty if there is not enough data and the configured order decides
     * @param reason why, in one plain sentence
     * @param days on how many distinct days the candidates could be compared
     * @param candidates how each candidate did in the rolling backtest, on common pairs, the best first
     */
    record Decision(Optional<String> served, String reason, int days, List<CandidateScore> candidates) {
        /** Copies the list. */
        public Decision {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * How a candidate did.
     *
     * @param candidate its name, as in {@link Decision#served}
     * @param pairs on how many pairs
     * @param meanAbsoluteError over these, in the canonical unit (Brier score for a probability); recent ones count more
     * @param interval 90 % interval of how much less its error is than that of the best raw source, as a share of that; empty for
     *     the best raw source itself or without enough days
     * @param weight the weight that it has now in what is served; empty if it is no member
     * @param correction what is taken off its forecasts now, in the canonical unit; empty if nothing is
     */
    record CandidateScore(
            String candidate,
            long pairs,
            double meanAbsoluteError,
            Optional<Score.Interval> interval,
            OptionalDouble weight,
            OptionalDouble correction) {}
}
