package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Schema {@code PlaceList}.
 *
 * @param places the places, the best first
 */
@Json
public record PlaceListView(List<PlaceView> places) {

    /** Copies the list. */
    public PlaceListView {
        places = List.copyOf(places);
    }
}
