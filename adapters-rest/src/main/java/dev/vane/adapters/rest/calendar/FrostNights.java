package dev.vane.adapters.rest.calendar;

import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.words.Amounts;
import dev.vane.adapters.rest.words.Words;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The nights with frost, an event each: from noon to noon of the place, so that each frost belongs to one night, whose name is
 * the date of its evening. The event lasts from the first hour that is cold enough to the last.
 */
final class FrostNights {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final Snapshot snapshot;
    private final Wish wish;
    private final Words words;

    FrostNights(Snapshot snapshot, Wish wish, Words words) {
        this.snapshot = snapshot;
        this.wish = wish;
        this.words = words;
    }

    private record Frost(Instant begin, Instant end, double lowest) {

        private Frost with(Frost later) {
            return new Frost(begin, later.end, Math.min(lowest, later.lowest));
        }
    }

    List<Event> of(Forecast forecast) {
        ZoneId zone = snapshot.weather().place().zone();
        Map<LocalDate, Frost> nights = new TreeMap<>();
        List<ForecastStep> steps =
                forecast.hourly().stream().map(Sourced::value).toList();
        for (int i = 0; i < steps.size(); i++) {
            Instant time = steps.get(i).validTime();
            Instant end = i + 1 < steps.size() ? steps.get(i + 1).validTime() : time.plus(Duration.ofHours(1));
            double temperature =
                    steps.get(i).conditions().values().get(Variable.TEMPERATURE).orElse(Double.POSITIVE_INFINITY);
            if (temperature <= wish.frost()) {
                // half a day of the clock on the wall, which a change of the clocks makes longer or shorter
                LocalDate night =
                        time.atZone(zone).toLocalDateTime().minus(HALF_A_DAY).toLocalDate();
                nights.merge(night, new Frost(time, end, temperature), Frost::with);
            }
        }
        List<Event> events = new ArrayList<>();
        nights.forEach((night, frost) -> events.add(event(night, frost, forecast)));
        return events;
    }

    private Event event(LocalDate night, Frost frost, Forecast forecast) {
        String lowest = new Amounts(wish.units(), words.language()).temperature(frost.lowest());
        return new Event(
                Identifier.of(
                        Event.Kind.FROST, night.toString(), snapshot.weather().place()),
                frost.begin(),
                Optional.of(frost.end()),
                words.text("frost") + ": " + lowest,
                Identifier.origin(words, forecast.source(), snapshot.weather()),
                Event.Kind.FROST);
    }
}
