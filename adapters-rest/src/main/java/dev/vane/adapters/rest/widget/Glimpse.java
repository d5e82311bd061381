package dev.vane.adapters.rest.widget;

import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.words.Amounts;
import dev.vane.adapters.rest.words.SkyWords;
import dev.vane.adapters.rest.words.Words;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.application.api.SourceStatus;
import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.derived.CompassPoint;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * What all widgets show of a place, with its words: the conditions now (or, where no source has them, those forecast for the hour
 * in progress), the days ahead, what is warned of, and who is to be credited.
 */
final class Glimpse {

    private static final int MOST_DAYS = 7;

    private final PlaceWeather weather;
    private final Snapshot snapshot;
    private final Words words;
    private final Amounts amounts;

    Glimpse(Snapshot snapshot, Wish wish) {
        this.snapshot = snapshot;
        this.weather = snapshot.weather();
        this.words = Words.in(wish.language());
        this.amounts = new Amounts(wish.units(), words.language());
    }

    /**
     * The conditions now.
     *
     * @param time when they are valid
     * @param source who says so
     * @param sky the look of the sky
     * @param day whether the sun is up
     * @param values the values
     */
    record Now(Instant time, SourceId source, Sky sky, boolean day, Values<Variable> values) {}

    Place place() {
        return weather.place();
    }

    Words words() {
        return words;
    }

    Amounts amounts() {
        return amounts;
    }

    Locale language() {
        return words.language();
    }

    boolean simulated() {
        return weather.simulated();
    }

    Optional<Now> now() {
        return weather.current().map(this::observed).or(this::forecast);
    }

    private Now observed(Sourced<Observation, Variable> current) {
        return now(
                current.value().validTime(), current.source(), current.value().conditions());
    }

    private Optional<Now> forecast() {
        return weather.forecast()
                .flatMap(forecast -> forecast.hourly().stream()
                        .map(Sourced::value)
                        .filter(step ->
                                !step.validTime().isBefore(snapshot.window().hour()))
                        .findFirst()
                        .map(step -> now(step, forecast.source())));
    }

    private Now now(ForecastStep step, SourceId source) {
        return now(step.validTime(), source, step.conditions());
    }

    private Now now(Instant time, SourceId source, Conditions conditions) {
        boolean day = Sun.isDaylight(place().coordinates(), time);
        return new Now(time, source, conditions.sky(), day, conditions.values());
    }

    /** Today and the days after it. */
    List<DailyForecast> days() {
        LocalDate today = snapshot.window().today().date();
        return weather.forecast().stream()
                .flatMap(forecast -> forecast.daily().stream())
                .map(Sourced::value)
                .filter(day -> !day.date().isBefore(today))
                .limit(MOST_DAYS)
                .toList();
    }

    /** What is warned of, the gravest first. */
    List<String> warnings() {
        return snapshot.alerts().stream()
                .map(issued -> issued.alert().event())
                .distinct()
                .toList();
    }

    /** The credits that those who serve here ask for. */
    List<String> credits() {
        List<SourceId> serving = Stream.concat(
                        now().map(Now::source).stream(),
                        weather.forecast().stream()
                                .flatMap(forecast -> weather.blend()
                                        .map(note -> note.members().stream())
                                        .orElse(Stream.of(forecast.source()))))
                .toList();
        return weather.sources().stream()
                .map(SourceStatus::source)
                .filter(source -> serving.contains(source.id()))
                .map(source -> source.simulated() ? words.text("simulated") : source.attribution())
                .distinct()
                .toList();
    }

    String sky(Now now) {
        return SkyWords.of(now.sky(), now.day(), words.language());
    }

    String sky(DailyForecast day) {
        return SkyWords.of(day.sky(), true, words.language());
    }

    String weekday(DailyForecast day) {
        return day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, words.language());
    }

    /** A value in words; empty if it is not known. */
    Optional<String> said(Now now, Variable variable, DoubleFunction<String> saying) {
        return said(now.values().get(variable), saying);
    }

    static Optional<String> said(OptionalDouble value, DoubleFunction<String> saying) {
        return value.isEmpty() ? Optional.empty() : Optional.of(saying.apply(value.getAsDouble()));
    }

    Optional<String> feelsLike(Now now) {
        return said(now, Variable.APPARENT_TEMPERATURE, amounts::temperature)
                .map(text -> words.text("feels_like") + " " + text);
    }

    /** Speed and, unless it is calm, the point of the compass that the wind blows from. */
    Optional<String> wind(Now now) {
        OptionalDouble speed = now.values().get(Variable.WIND_SPEED);
        OptionalDouble direction = now.values().get(Variable.WIND_DIRECTION);
        Optional<String> from = speed.isEmpty() || direction.isEmpty()
                ? Optional.empty()
                : CompassPoint.ofWind(direction.getAsDouble(), speed.getAsDouble())
                        .map(point -> " " + point.name());
        return said(speed, amounts::speed).map(text -> text + from.orElse(""));
    }
}
