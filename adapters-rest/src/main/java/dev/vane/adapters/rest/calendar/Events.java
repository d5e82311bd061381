package dev.vane.adapters.rest.calendar;

import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.words.Words;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.domain.weather.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the events of a place's weather: what is over is left out. */
final class Events {

    private final Snapshot snapshot;
    private final Wish wish;
    private final Words words;

    private Events(Snapshot snapshot, Wish wish) {
        this.snapshot = snapshot;
        this.wish = wish;
        this.words = Words.in(wish.language());
    }

    /** The events, those of a kind together and by their time. */
    static List<Event> of(Snapshot snapshot, Wish wish) {
        Events events = new Events(snapshot, wish);
        List<Event> all = new ArrayList<>();
        for (Event.Kind kind : Event.Kind.values()) {
            if (wish.kinds().contains(kind)) {
                all.addAll(events.of(kind));
            }
        }
        return List.copyOf(all);
    }

    private List<Event> of(Event.Kind kind) {
        Optional<Forecast> forecast = snapshot.weather().forecast();
        return switch (kind) {
            case FROST ->
                forecast.map(it -> ahead(new FrostNights(snapshot, wish, words).of(it)))
                        .orElse(List.of());
            case RAIN ->
                forecast.map(it -> ahead(new RainWindows(snapshot, wish, words).of(it)))
                        .orElse(List.of());
            case ALERTS -> snapshot.alerts().stream().map(this::warning).toList();
        };
    }

    private List<Event> ahead(List<Event> events) {
        Instant hour = snapshot.window().hour();
        return events.stream()
                .filter(event -> event.end().filter(end -> !end.isAfter(hour)).isEmpty())
                .toList();
    }

    private Event warning(IssuedAlert issued) {
        Alert alert = issued.alert();
        Instant begin = alert.validity().onset().orElse(alert.validity().sent());
        String name = issued.source().name() + " " + alert.id();
        return new Event(
                "alert-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@vane",
                begin,
                alert.validity().ends().filter(begin::isBefore),
                alert.event(),
                Stream.of(
                                alert.message().headline(),
                                alert.message().description(),
                                alert.message().instruction(),
                                alert.area(),
                                alert.sender(),
                                words.text("source") + ": " + issued.source().name())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n\n")),
                Event.Kind.ALERTS);
    }
}
