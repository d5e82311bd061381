package dev.vane.adapters.rest.calendar;

import dev.vane.adapters.rest.words.Words;
import dev.vane.application.api.PlaceWeather;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;

/** What events of a forecast are known by, and where they are from. */
final class Identifier {

    private Identifier() {}

    /** A name that is the same in every refresh, and for every reader. */
    static String of(Event.Kind kind, String when, Place place) {
        return kind.key() + "-" + when + "-" + place.id().toString().replace(',', '_') + "@vane";
    }

    /** A line that says who forecast it, and that it is made up if it is. */
    static String origin(Words words, SourceId source, PlaceWeather weather) {
        String line = words.text("source") + ": " + source.name();
        return weather.simulated() ? line + "\n" + words.text("simulated") : line;
    }
}
