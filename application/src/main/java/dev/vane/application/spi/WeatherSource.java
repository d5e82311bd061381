package dev.vane.application.spi;

import dev.vane.domain.place.Place;

/** A provider of weather data. Safe for use by several threads. */
public interface WeatherSource {

    /** What is always true of this source. */
    SourceInfo info();

    /**
     * Asks the source about a place. Blocks for no longer than the source's own time limits; never throws for what a
     * provider or the network does, which comes back as {@link SourceReply.Failed}.
     */
    SourceReply ask(Place place);
}
