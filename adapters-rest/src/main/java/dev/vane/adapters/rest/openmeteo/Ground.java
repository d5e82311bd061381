package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.snapshot.Window;
import dev.vane.application.api.PlaceWeather;
import dev.vane.domain.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What a document of a place is made of. */
sealed interface Ground {

    /** The place. */
    Place place();

    /** The hour and the day in progress there. */
    Window window();

    /** The weather, if the document is of weather. */
    Optional<PlaceWeather> weather();

    /** Until when documents of it stand. */
    Instant expires();

    /** A document of it. */
    Answer.Document document(Record wish, Instant now, Supplier<Representation> making);

    /**
     * The weather of a place.
     *
     * @param snapshot what is known
     */
    record Weather(Snapshot snapshot) implements Ground {
        @Override
        public Place place() {
            return snapshot.weather().place();
        }

        @Override
        public Window window() {
            return snapshot.window();
        }

        @Override
        public Optional<PlaceWeather> weather() {
            return Optional.of(snapshot.weather());
        }

        @Override
        public Instant expires() {
            return snapshot.expires();
        }

        @Override
        public Answer.Document document(Record wish, Instant now, Supplier<Representation> making) {
            return snapshot.document(wish, "", making);
        }
    }

    /**
     * A place of which nothing is known but where it lies.
     *
     * @param place the place
     * @param window the hour and the day in progress
     */
    record Nothing(Place place, Window window) implements Ground {
        @Override
        public Optional<PlaceWeather> weather() {
            return Optional.empty();
        }

        @Override
        public Instant expires() {
            return window.end();
        }

        @Override
        public Answer.Document document(Record wish, Instant now, Supplier<Representation> making) {
            return new Answer.Document(
                    making.get(), window.start(), Answer.Caching.until(Duration.between(now, expires())), "");
        }
    }
}
