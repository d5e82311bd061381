package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schema {@code Blend}.
 *
 * @param members the sources that are in it
 * @param parts what was decided, by variable and lead time
 */
@Json
public record BlendView(List<String> members, List<PartView> parts) {

    /** Copies the lists. */
    public BlendView {
        members = List.copyOf(members);
        parts = List.copyOf(parts);
    }

    /**
     * Schema {@code BlendPart}.
     *
     * @param variable its key
     * @param afterHours lead times above this
     * @param upToHours and up to this
     * @param served the candidate
     * @param reason why, in one sentence
     * @param days on how many days candidates were compared
     * @param mae of what is served
     * @param bestSource the best source by itself
     * @param bestSourceMae its error on the same pairs
     * @param weights of the members
     * @param corrections what is taken off the members' forecasts
     * @param lastObservationWeight the weight of the last observation
     */
    @Json
    public record PartView(
            String variable,
            int afterHours,
            int upToHours,
            String served,
            String reason,
            int days,
            Figure mae,
            String bestSource,
            Figure bestSourceMae,
            Map<String, Figure> weights,
            Map<String, Figure> corrections,
            Optional<Figure> lastObservationWeight) {}
}
