package dev.vane.adapters.rest.contract;

import dev.vane.application.api.InspectSources.SourceState;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Schema {@code SourceList}.
 *
 * @param sources every source
 */
@Json
public record SourceListView(List<SourceStateView> sources) {

    /** Copies the list. */
    public SourceListView {
        sources = List.copyOf(sources);
    }

    /** Every source in the order given. */
    public static SourceListView of(List<SourceState> states) {
        return new SourceListView(states.stream().map(SourceStateView::of).toList());
    }
}
