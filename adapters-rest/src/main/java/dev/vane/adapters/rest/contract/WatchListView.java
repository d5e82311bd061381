package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Schema {@code WatchList}.
 *
 * @param watches the oldest first
 */
@Json
public record WatchListView(List<WatchView> watches) {

    /** Copies the list. */
    public WatchListView {
        watches = List.copyOf(watches);
    }
}
