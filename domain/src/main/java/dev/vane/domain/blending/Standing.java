package dev.vane.domain.blending;

import dev.vane.domain.scoring.Score;
import java.util.Optional;

/**
 * How a candidate did so far.
 *
 * @param candidate its place among the {@link Candidates}
 * @param pairs on how many pairs
 * @param meanLoss mean absolute error in the canonical unit, of a probability the Brier score; recent days count more
 * @param advantage 90 % interval of how much less it loses than the best raw member, as a share of that; empty for that member
 *     itself, and where there are too few days
 */
public record Standing(int candidate, long pairs, double meanLoss, Optional<Score.Interval> advantage) {

    Standing against(Optional<Score.Interval> interval) {
        return new Standing(candidate, pairs, meanLoss, interval);
    }
}
