package dev.vane.adapters.rest.snapshot;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A place's weather at one moment: what every document of it is made of. Safe for use by several threads.
 *
 * <p>A document may be made of {@link #weather()}, {@link #window()} and {@link #alerts()}, and of nothing that changes while
 * they stand: the very time of the request is not for it. The same snapshot serves until one of them changes.
 */
public final class Snapshot {

    private final PlaceWeather weather;
    private final Window window;
    private final List<IssuedAlert> alerts;
    private final Instant changes;
    private final Instant expires;
    private final Instant modified;
    private final InstantSource clock;
    private final Renderings renderings;

    Snapshot(PlaceWeather weather, InstantSource clock, Renderings renderings) {
        Instant now = clock.instant();
        this.weather = weather;
        this.window = Window.at(now, weather.place().zone());
        this.alerts = weather.alertsInForce(now);
        this.changes = Stream.concat(
                        Stream.of(window.end()), boundaries(weather).filter(now::isBefore))
                .min(Instant::compareTo)
                .orElseThrow();
        this.expires = weather.nextRefresh().isBefore(changes) ? weather.nextRefresh() : changes;
        this.modified = weather.lastModified().isAfter(window.start()) ? weather.lastModified() : window.start();
        this.clock = clock;
        this.renderings = renderings;
    }

    /** When warnings come into force and end. */
    private static Stream<Instant> boundaries(PlaceWeather weather) {
        return weather.alerts().stream()
                .map(one -> one.alert().validity())
                .flatMap(validity -> Stream.concat(Stream.of(validity.sent()), validity.ends().stream()));
    }

    /** The weather that is served. */
    public PlaceWeather weather() {
        return weather;
    }

    /** The hour and the day in progress. */
    public Window window() {
        return window;
    }

    /** The warnings in force, the gravest first. */
    public List<IssuedAlert> alerts() {
        return alerts;
    }

    /** When the first of the sources is due again, the window is over, or a warning begins or ends. */
    public Instant expires() {
        return expires;
    }

    /**
     * An answer of a document, which is made only if it has not been made of this snapshot before.
     *
     * @param wish what is wanted of the weather: a record of a format's own, equal to another if the documents are equal
     * @param vary the request headers that chose the representation, besides Accept-Encoding; may be empty
     * @param making makes the document
     */
    public Answer.Document document(Record wish, String vary, Supplier<Representation> making) {
        return new Answer.Document(
                renderings.of(this, wish, making),
                modified,
                Answer.Caching.until(Duration.between(clock.instant(), expires)),
                vary);
    }

    /** Tells whether this is still the snapshot of the weather. By identity: see {@link PlaceWeather}. */
    @SuppressWarnings("ReferenceEquality")
    boolean stands(PlaceWeather served, Instant now) {
        return weather == served && now.isBefore(changes) && !now.isBefore(window.start());
    }

    /** Tells whether documents of another one are those of this one. By identity: see {@link PlaceWeather}. */
    @SuppressWarnings("ReferenceEquality")
    public boolean readsLike(Snapshot other) {
        return weather == other.weather && window.equals(other.window) && alerts.equals(other.alerts);
    }
}
