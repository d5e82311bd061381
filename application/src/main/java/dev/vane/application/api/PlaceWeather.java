package dev.vane.application.api;

import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The weather of one place as Vane serves it: immutable, and the same object until a source says something new.
 *
 * @param place where
 * @param lastModified when anything of this last changed
 * @param current the conditions now with where they are from; empty if no source has them
 * @param forecast the forecast with where it is from; empty if no source has one
 * @param alerts the official warnings that the sources have told of, in no time's view: who serves them leaves out those
 *     that are not in force; each is there once, the gravest first
 * @param sources every source that is asked about this place, in the order of preference, with its state for it
 * @param blend how the forecast was made, if it is the blend; empty otherwise
 */
public record PlaceWeather(
        Place place,
        Instant lastModified,
        Optional<Sourced<Observation, Variable>> current,
        Optional<Forecast> forecast,
        List<IssuedAlert> alerts,
        List<SourceStatus> sources,
        Optional<BlendNote> blend) {

    /** Copies the lists and checks that there is weather. */
    public PlaceWeather {
        Objects.requireNonNull(blend, "blend");
        Objects.requireNonNull(lastModified, "lastModified");
        alerts = List.copyOf(alerts);
        sources = List.copyOf(sources);
        if (current.isEmpty() && forecast.isEmpty()) {
            throw new IllegalArgumentException("no weather of " + place.id());
        }
    }

    /** Weather that is not blended, and without warnings. */
    public PlaceWeather(
            Place place,
            Instant lastModified,
            Optional<Sourced<Observation, Variable>> current,
            Optional<Forecast> forecast,
            List<SourceStatus> sources) {
        this(place, lastModified, current, forecast, List.of(), sources, Optional.empty());
    }

    /** The same with other warnings. */
    public PlaceWeather withAlerts(List<IssuedAlert> others) {
        return new PlaceWeather(place, lastModified, current, forecast, others, sources, blend);
    }

    /** The warnings that are in force at a time, the gravest first. */
    public List<IssuedAlert> alertsInForce(Instant now) {
        return alerts.stream().filter(one -> one.alert().inForce(now)).toList();
    }

    /** Tells whether what is served here is made up by the simulation and not from a provider. */
    public boolean simulated() {
        return sources.stream()
                .filter(status -> serves(status.source().id()))
                .anyMatch(status -> status.source().simulated());
    }

    /** When the first of the sources that served here is due to be asked again; it may be past. */
    public Instant nextRefresh() {
        return sources.stream()
                .filter(status -> serves(status.source().id()))
                .flatMap(status -> status.reading().stream())
                .map(SourceStatus.Reading::nextRefresh)
                .min(Instant::compareTo)
                .orElse(lastModified);
    }

    private boolean serves(SourceId source) {
        return current.map(Sourced::source).filter(source::equals).isPresent()
                || forecast.map(Forecast::source).filter(source::equals).isPresent()
                || blend.filter(note -> note.members().contains(source)).isPresent();
    }

    /**
     * A warning with who told of it.
     *
     * @param source the source that passed it on; its {@code sender} is who issued it
     * @param alert the warning
     */
    public record IssuedAlert(SourceId source, Alert alert) {}

    /**
     * A value with where it is from.
     *
     * @param source the main source
     * @param value what it said, with gaps filled
     * @param origins what in it is from elsewhere
     * @param <T> the kind of value
     * @param <Q> the kind of quantity in it
     */
    public record Sourced<T, Q>(SourceId source, T value, Origins<Q> origins) {

        /** A value of which everything is from one source. */
        public static <T, Q> Sourced<T, Q> wholly(SourceId source, T value) {
            return new Sourced<>(source, value, Origins.none());
        }
    }

    /**
     * A forecast.
     *
     * @param source the main source
     * @param hourly the steps by ascending valid time, of an hour or several, those beyond the main source's from others
     * @param daily the days by ascending date, those beyond the main source's from others
     */
    public record Forecast(
            SourceId source,
            List<Sourced<ForecastStep, Variable>> hourly,
            List<Sourced<DailyForecast, DailyVariable>> daily) {

        /** Copies the lists. */
        public Forecast {
            hourly = List.copyOf(hourly);
            daily = List.copyOf(daily);
        }
    }
}
