package dev.vane.adapters.rest.stream;

import dev.vane.adapters.rest.contract.AlertsInForceView;
import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.ContentCoding;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.application.api.FollowWeather.Following;
import dev.vane.application.api.PlaceWeather;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One place that a subscriber follows, and what it has been told of it: the weather's entity tag and that of the warnings in
 * force. For one thread.
 */
final class Subject {

    /** Nothing is known, or no warning is in force. */
    private static final String NONE = "-";

    /** Which document the warnings are. */
    private record AlertsWish() {}

    /**
     * Something to tell.
     *
     * @param event its name
     * @param document its data, which is one line
     */
    record Telling(String event, Representation document) {

        byte[] data() {
            return document.bytes(ContentCoding.IDENTITY);
        }
    }

    /**
     * What a client knows of a place.
     *
     * @param weather the tag of the weather
     * @param alerts the tag of the warnings
     */
    private record Known(String weather, String alerts) {
        private static final Known NOTHING = new Known(NONE, NONE);
    }

    private final Following following;
    private final Beginning beginning;
    private Known known = Known.NOTHING;
    private Optional<Snapshot> seen = Optional.empty();

    Subject(Following following, Beginning beginning) {
        this.following = following;
        this.beginning = beginning;
    }

    /** Takes what an event's id says that the client knows already; {@link #state} writes it. */
    void resume(String state) {
        String[] tags = state.split("\\.", -1);
        if (tags.length == 2) {
            known = new Known(tags[0], tags[1]);
        }
    }

    /** What the client knows, for the id of an event: letters, digits, hyphens, underscores and a full stop. */
    String state() {
        return known.weather() + "." + known.alerts();
    }

    /**
     * Looks whether there is something that the client does not know yet; after that it counts as known.
     *
     * @param tell takes each event, at a time when {@link #state} is that after the event
     */
    <X extends Exception> void look(Teller<X> tell) throws X {
        Optional<PlaceWeather> weather = following.weather();
        if (weather.isEmpty()) {
            return;
        }
        Snapshot snapshot = beginning.snapshots().of(weather.get());
        if (seen.filter(snapshot::readsLike).isPresent()) {
            return;
        }
        for (Telling telling : news(snapshot)) {
            known = after(telling, snapshot);
            tell.tell(telling);
        }
        seen = Optional.of(snapshot);
    }

    /** Takes what there is to tell. */
    @FunctionalInterface
    interface Teller<X extends Exception> {
        void tell(Telling telling) throws X;
    }

    private List<Telling> news(Snapshot snapshot) {
        List<Telling> news = new ArrayList<>();
        Representation weather = weather(snapshot);
        if (!tag(weather).equals(known.weather())) {
            news.add(new Telling("weather", weather));
        }
        if (!alertsTag(snapshot).equals(known.alerts())) {
            news.add(new Telling("alert", alerts(snapshot)));
        }
        return news;
    }

    private Known after(Telling telling, Snapshot snapshot) {
        return telling.event().equals("weather")
                ? new Known(tag(weather(snapshot)), known.alerts())
                : new Known(known.weather(), alertsTag(snapshot));
    }

    private Representation weather(Snapshot snapshot) {
        return beginning.form().document(snapshot).representation();
    }

    private static Representation alerts(Snapshot snapshot) {
        return snapshot.document(
                        new AlertsWish(),
                        "",
                        () -> Representation.of(
                                Json.MEDIA_TYPE,
                                Json.bytes(
                                        AlertsInForceView.of(snapshot.weather().place(), snapshot.alerts()))))
                .representation();
    }

    private static String alertsTag(Snapshot snapshot) {
        return snapshot.alerts().isEmpty() ? NONE : tag(alerts(snapshot));
    }

    /** Without its quotes. */
    private static String tag(Representation document) {
        String quoted = document.entityTag(ContentCoding.IDENTITY);
        return quoted.substring(1, quoted.length() - 1);
    }

    void close() {
        following.close();
    }
}
