package dev.vane.adapters.rest.contract;

import dev.vane.application.spi.WatchList.Watch;
import io.avaje.jsonb.Json;
import java.util.Locale;

/**
 * Schema {@code Watch}.
 *
 * @param place which place
 * @param since since when
 */
@Json
public record WatchView(PlaceView place, String since) {

    /** A watch with its place's texts in a language. */
    public static WatchView of(Watch watch, Locale language) {
        return new WatchView(PlaceView.of(watch.place(), language), Times.text(watch.since()));
    }
}
