package dev.vane.adapters.rest.metrics;

import dev.vane.adapters.rest.metrics.Family.Label;
import dev.vane.adapters.rest.metrics.Family.Sample;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.application.api.SourceStatus;
import dev.vane.domain.place.Place;
import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the samples of a place's weather. What is not known has no sample. A place has at most some 120: about 20 of the
 * conditions now, one for each kind of sky, five leads of six variables, five severities, and two times for each source.
 */
final class WeatherSamples {

    /** Leads, in hours after the hour in progress: few, since each costs series. */
    private static final List<Integer> LEADS = List.of(1, 3, 6, 12, 24);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SOURCE = "source";

    private final Label place;
    private final Label name;
    private final List<Sample> samples = new ArrayList<>();

    private WeatherSamples(Place place) {
        this.place = new Label("place", place.id().toString());
        this.name = new Label("name", place.name());
    }

    /** The samples of a place, of which nothing may be known yet. */
    static List<Sample> of(Place place, Optional<Snapshot> snapshot) {
        WeatherSamples made = new WeatherSamples(place);
        made.add(WeatherFamilies.KNOWN, snapshot.isPresent() ? 1 : 0);
        snapshot.ifPresent(made::weather);
        return List.copyOf(made.samples);
    }

    private void weather(Snapshot snapshot) {
        PlaceWeather weather = snapshot.weather();
        weather.current().ifPresent(this::now);
        weather.forecast()
                .ifPresent(forecast -> ahead(forecast, snapshot.window().hour()));
        for (Alert.Severity severity : Alert.Severity.values()) {
            long inForce = snapshot.alerts().stream()
                    .filter(one -> one.alert().gravity().severity() == severity)
                    .count();
            add(WeatherFamilies.ALERTS, (double) inForce, new Label("severity", lower(severity)));
        }
        weather.sources().forEach(this::source);
    }

    private void now(Sourced<Observation, Variable> current) {
        Observation observation = current.value();
        Label main = source(current.source());
        add(WeatherFamilies.OBSERVED, (double) observation.validTime().getEpochSecond(), main);
        if (observation.period().isPositive()) {
            add(WeatherFamilies.INTERVAL, (double) observation.period().toSeconds(), main);
        }
        for (Variable variable : observation.conditions().values().known()) {
            double value = observation.conditions().values().get(variable).orElseThrow();
            Label source = source(current.origins().of(variable, current.source()));
            add(WeatherFamilies.now(variable), base(variable, value), source);
        }
        Sky sky = observation.conditions().sky();
        if (!sky.equals(Sky.UNKNOWN)) {
            sky(sky, source(current.origins().sky().orElse(current.source())));
        }
    }

    private void sky(Sky sky, Label source) {
        for (Condition condition : Condition.values()) {
            Label state = new Label(WeatherFamilies.SKY.name(), condition.key());
            add(WeatherFamilies.SKY, condition == sky.condition() ? 1 : 0, source, state);
        }
        add(WeatherFamilies.THUNDER, sky.thunder() ? 1 : 0, source);
    }

    private void ahead(Forecast forecast, Instant hour) {
        for (int lead : LEADS) {
            Instant time = hour.plus(Duration.ofHours(lead));
            forecast.hourly().stream()
                    .filter(step -> step.value().validTime().equals(time))
                    .findFirst()
                    .ifPresent(step -> step(step, new Label("lead", lead + "h")));
        }
    }

    private void step(Sourced<ForecastStep, Variable> sourced, Label lead) {
        ForecastStep step = sourced.value();
        for (Variable variable : WeatherFamilies.FORECAST) {
            boolean comparable = !variable.ofInterval() || step.period().equals(HOUR);
            if (comparable && step.conditions().values().has(variable)) {
                double value = step.conditions().values().get(variable).orElseThrow();
                Label source = source(sourced.origins().of(variable, sourced.source()));
                add(WeatherFamilies.forecast(variable), base(variable, value), source, lead);
            }
        }
    }

    private void source(SourceStatus status) {
        Label source = source(status.source().id());
        status.reading().ifPresent(reading -> {
            add(WeatherFamilies.FETCHED, (double) reading.fetchedAt().getEpochSecond(), source);
            reading.issuedAt().ifPresent(time -> add(WeatherFamilies.ISSUED, (double) time.getEpochSecond(), source));
        });
    }

    private void add(Family family, double value, Label... others) {
        List<Label> labels = new ArrayList<>(List.of(place, name));
        labels.addAll(List.of(others));
        samples.add(new Sample(family, labels, value));
    }

    private static Label source(SourceId source) {
        return new Label(SOURCE, source.name());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** From the canonical unit to the base unit of the family. */
    private static double base(Variable variable, double value) {
        Dimension dimension = variable.dimension();
        Unit base = switch (dimension) {
            case TEMPERATURE -> Unit.CELSIUS;
            case SPEED -> Unit.METRE_PER_SECOND;
            case DIRECTION -> Unit.DEGREE;
            case PRESSURE -> Unit.PASCAL;
            case PRECIPITATION, SNOW, DISTANCE, ELEVATION -> Unit.METRE;
            case PROPORTION, INDEX -> Unit.ONE;
            case IRRADIANCE -> Unit.WATT_PER_SQUARE_METRE;
            case DURATION -> Unit.SECOND;
        };
        return dimension.canonical().convert(value, base);
    }
}
