package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.ConditionsView;
import dev.vane.adapters.rest.contract.PlaceView;
import dev.vane.adapters.rest.contract.SourceReadingView;
import dev.vane.adapters.rest.contract.UnitsView;
import dev.vane.adapters.rest.contract.WeatherView;
import dev.vane.adapters.rest.snapshot.Window;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.domain.units.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes the document of a place's weather: the parts wanted, from the hour and the day in progress on, in the units. */
final class WeatherDocument {

    private final PlaceWeather weather;
    private final Wish wish;
    private final Window window;
    private final ConditionsDocument conditions;

    private WeatherDocument(PlaceWeather weather, Wish wish, Window window) {
        this.weather = weather;
        this.wish = wish;
        this.window = window;
        this.conditions = new ConditionsDocument(weather.place().coordinates(), wish.units(), wish.provenance());
    }

    static WeatherView of(PlaceWeather weather, Wish wish, Window window) {
        return new WeatherDocument(weather, wish, window).view();
    }

    private WeatherView view() {
        return new WeatherView(
                PlaceView.of(weather.place(), wish.language(), wish.units().unit(Dimension.ELEVATION)),
                UnitsView.of(wish.units()),
                weather.simulated(),
                part(Wish.Part.CURRENT, weather.current()).map(conditions::current),
                part(Wish.Part.HOURLY, weather.forecast()).map(this::hourly),
                part(Wish.Part.DAILY, weather.forecast()).map(this::daily),
                part(Wish.Part.ASTRONOMY, Optional.of(weather.place().coordinates()))
                        .map(point -> AstronomyDocument.of(point, window.today())),
                wish.provenance()
                        ? weather.blend().map(note -> BlendDocument.of(note, wish.units()))
                        : Optional.empty(),
                weather.sources().stream().map(SourceReadingView::of).toList());
    }

    private <T> Optional<T> part(Wish.Part part, Optional<T> content) {
        return wish.includes(part) ? content : Optional.empty();
    }

    private WeatherView.HourlyView hourly(Forecast forecast) {
        Instant end = window.hour().plus(Duration.ofHours(wish.hours()));
        List<ConditionsView> steps = forecast.hourly().stream()
                .dropWhile(step -> step.value().validTime().isBefore(window.hour()))
                .takeWhile(step -> step.value().validTime().isBefore(end))
                .map(conditions::step)
                .toList();
        return new WeatherView.HourlyView(forecast.source().name(), steps);
    }

    private WeatherView.DailyView daily(Forecast forecast) {
        LocalDate today = window.today().date();
        LocalDate end = today.plusDays(wish.days());
        List<ConditionsView> days = forecast.daily().stream()
                .dropWhile(day -> day.value().date().isBefore(today))
                .takeWhile(day -> day.value().date().isBefore(end))
                .map(conditions::day)
                .toList();
        return new WeatherView.DailyView(forecast.source().name(), days);
    }
}
