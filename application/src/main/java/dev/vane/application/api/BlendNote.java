package dev.vane.application.api;

import dev.vane.domain.blending.Decision;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.weather.SourceId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the blend that is served was made.
 *
 * @param members the sources whose forecasts are in it, in their order
 * @param parts what was decided, by variable and lead time
 */
public record BlendNote(List<SourceId> members, List<Part> parts) {

    /** The source under whose name it is served. */
    public static final SourceId SOURCE = new SourceId("blend");

    /** Copies the lists. */
    public BlendNote {
        members = List.copyOf(members);
        parts = List.copyOf(parts);
    }

    /**
     * What is served of a variable at some lead times.
     *
     * @param variable which
     * @param bucket the lead times
     * @param served the name of the candidate
     * @param reason why
     * @param days on how many days candidates were compared
     * @param meanAbsoluteError of what is served, in the rolling backtest
     * @param bestSource the best source by itself
     * @param bestSourceError its mean absolute error on the same pairs
     * @param weights of the members at the first of these lead times, 0 to 1; of a combination only
     * @param corrections what is taken off the members' forecasts there, in the canonical unit
     * @param lastWeight the weight of the last observation there, 0 to 1; empty if it takes no part
     */
    public record Part(
            ScoredVariable variable,
            LeadBucket bucket,
            String served,
            Decision.Reason reason,
            int days,
            double meanAbsoluteError,
            String bestSource,
            double bestSourceError,
            Map<SourceId, Double> weights,
            Map<SourceId, Double> corrections,
            OptionalDouble lastWeight) {
        /** Copies the maps. */
        public Part {
            weights = Map.copyOf(weights);
            corrections = Map.copyOf(corrections);
        }
    }
}
