package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads answers of OpenWeather's free APIs: the current weather and the forecast of 5 days in steps of 3 hours. */
final class FreeDecoder {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration THREE_HOURS = Duration.ofHours(3);

    private final OpenWeatherUnits units;

    FreeDecoder(OpenWeatherUnits units) {
        this.units = units;
    }

    /** Reads an answer of {@code /data/2.5/weather}. */
    Optional<Observation> observation(JsonObject root) {
        Volumes volumes = new Volumes(root, HOUR);
        return Optional.of(
                new Observation(root.requiredInstant("dt"), volumes.period(), conditions(root, values(root), volumes)));
    }

    /** Reads an answer of {@code /data/2.5/forecast}. */
    List<ForecastStep> steps(JsonObject root) {
        JsonArray list = root.requiredArray("list");
        List<ForecastStep> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonObject item = list.object(i);
            ForecastStep step = step(item);
            requireLater(item, step.validTime(), steps);
            steps.add(step);
        }
        return steps;
    }

    private ForecastStep step(JsonObject item) {
        Volumes volumes = new Volumes(item, THREE_HOURS);
        CheckedValues<Variable> values = values(item);
        if (item.has("pop")) {
            values.set(
                    Variable.PRECIPITATION_PROBABILITY, Percent.of(item.number("pop")), Unit.PERCENT, item.path("pop"));
        }
        Duration period = volumes.period().isZero() && item.has("pop") ? THREE_HOURS : volumes.period();
        return new ForecastStep(item.requiredInstant("dt"), period, conditions(item, values, volumes));
    }

    static void requireLater(JsonObject item, Instant time, List<ForecastStep> before) {
        if (!before.isEmpty() && !time.isAfter(before.getLast().validTime())) {
            throw new JsonFault(item.path("dt") + " is " + time + ", not after "
                    + before.getLast().validTime());
        }
    }

    private static Conditions conditions(JsonObject item, CheckedValues<Variable> values, Volumes volumes) {
        volumes.addTo(values);
        return new Conditions(Skies.primary(item), values.build());
    }

    private CheckedValues<Variable> values(JsonObject item) {
        CheckedValues<Variable> values = new CheckedValues<>(Variable.class);
        JsonObject main = item.requiredObject("main");
        Fields<Variable> fields = new Fields<>(main, values);
        fields.take(Variable.TEMPERATURE, "temp", units.temperature());
        fields.take(Variable.APPARENT_TEMPERATURE, "feels_like", units.temperature());
        fields.take(Variable.RELATIVE_HUMIDITY, "humidity", Unit.PERCENT);
        fields.take(Variable.PRESSURE_MSL, main.has("sea_level") ? "sea_level" : "pressure", Unit.HECTOPASCAL);
        new Fields<>(item, values).take(Variable.VISIBILITY, "visibility", Unit.METRE);
        item.object("clouds")
                .ifPresent(clouds -> new Fields<>(clouds, values).take(Variable.CLOUD_COVER, "all", Unit.PERCENT));
        item.object("wind").ifPresent(wind -> wind(new Fields<>(wind, values)));
        return values;
    }

    private void wind(Fields<Variable> wind) {
        wind.take(Variable.WIND_SPEED, "speed", units.speed());
        wind.take(Variable.WIND_GUST, "gust", units.speed());
        wind.take(Variable.WIND_DIRECTION, "deg", Unit.DEGREE);
    }
}
