package dev.vane.adapters.rest.calendar;

import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.words.Amounts;
import dev.vane.adapters.rest.words.SkyWords;
import dev.vane.adapters.rest.words.Words;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The times in which it rains or snows, an event each; pauses of an hour are passed over. A time is known by the quarter of the
 * local day in which it begins, so that it stays the same event when a newer forecast moves it by an hour.
 */
final class RainWindows {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int HOURS_OF_A_QUARTER = 6;

    private final Snapshot snapshot;
    private final Wish wish;
    private final Words words;

    RainWindows(Snapshot snapshot, Wish wish, Words words) {
        this.snapshot = snapshot;
        this.wish = wish;
        this.words = words;
    }

    private record Rain(Instant begin, Instant end, double millimetres, double chance, Sky sky) {

        private static final double UNKNOWN = -1;

        private static Rain of(ForecastStep step) {
            Values<Variable> values = step.conditions().values();
            return new Rain(
                    step.validTime().minus(step.period()),
                    step.validTime(),
                    values.get(Variable.PRECIPITATION).orElse(0),
                    values.get(Variable.PRECIPITATION_PROBABILITY).orElse(UNKNOWN),
                    step.conditions().sky());
        }

        private double perHour() {
            return millimetres
                    * Duration.ofHours(1).toSeconds()
                    / Duration.between(begin, end).toSeconds();
        }

        private Rain with(Rain later) {
            return new Rain(
                    begin,
                    later.end,
                    millimetres + later.millimetres,
                    Math.max(chance, later.chance),
                    Sky.mostSignificant(Stream.of(sky, later.sky).toList()));
        }
    }

    List<Event> of(Forecast forecast) {
        Map<String, Integer> met = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (Rain rain : windows(forecast)) {
            LocalDateTime begin =
                    rain.begin().atZone(snapshot.weather().place().zone()).toLocalDateTime();
            String quarter = begin.toLocalDate() + "-" + (begin.getHour() / HOURS_OF_A_QUARTER + 1);
            int number = met.merge(quarter, 1, Integer::sum);
            events.add(event(number == 1 ? quarter : quarter + "-" + number, rain, forecast));
        }
        return events;
    }

    private List<Rain> windows(Forecast forecast) {
        List<Rain> windows = new ArrayList<>();
        forecast.hourly().stream()
                .map(Sourced::value)
                .filter(step -> step.period().isPositive())
                .map(Rain::of)
                .filter(rain -> rain.perHour() >= wish.rain())
                .forEach(rain -> {
                    boolean goesOn = !windows.isEmpty()
                            && Duration.between(windows.getLast().end(), rain.begin())
                                            .compareTo(PAUSE)
                                    <= 0;
                    windows.add(goesOn ? windows.removeLast().with(rain) : rain);
                });
        return windows;
    }

    private Event event(String when, Rain rain, Forecast forecast) {
        Amounts amounts = new Amounts(wish.units(), words.language());
        List<String> lines = new ArrayList<>();
        lines.add(words.text("precipitation") + ": " + amounts.precipitation(rain.millimetres()));
        if (rain.chance() != Rain.UNKNOWN) {
            lines.add(words.text("chance") + ": " + amounts.share(rain.chance()));
        }
        lines.add(Identifier.origin(words, forecast.source(), snapshot.weather()));
        return new Event(
                Identifier.of(Event.Kind.RAIN, when, snapshot.weather().place()),
                rain.begin(),
                Optional.of(rain.end()),
                name(rain.sky()) + ": " + amounts.precipitation(rain.millimetres()),
                String.join("\n", lines),
                Event.Kind.RAIN);
    }

    /** What falls, if the sky says so: the sky of a time may be that of a pause in it. */
    private String name(Sky sky) {
        return sky.condition().precipitates() ? SkyWords.of(sky, true, words.language()) : words.text("precipitation");
    }
}
