package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads answers of OpenWeather's One Call 3.0: now, 48 hours, 8 days. Unlike the hours, the days have rain and snow as
 * numbers. For a day OpenWeather gives one humidity, pressure and cloudiness without saying which; they are taken for the
 * means, and its one wind speed for the highest.
 */
final class OneCallDecoder {

    private static final Duration HOUR = Duration.ofHours(1);

    private final JsonObject root;
    private final OpenWeatherUnits units;
    private final ZoneId zone;

    OneCallDecoder(JsonObject root, OpenWeatherUnits units, ZoneId zone) {
        this.root = root;
        this.units = units;
        this.zone = zone;
    }

    /** Reads all sections. */
    void decodeInto(ReportDraft draft) {
        if (!root.has("current") && !root.has("hourly") && !root.has("daily")) {
            draft.fault("it has none of current, hourly and daily, so it is no forecast");
            return;
        }
        draft.current(() -> root.object("current").map(this::observation));
        draft.hourly(() -> root.array("hourly").map(this::steps).orElse(List.of()));
        draft.daily(() -> root.array("daily").map(this::days).orElse(List.of()));
    }

    private Observation observation(JsonObject current) {
        Volumes volumes = new Volumes(current, HOUR);
        return new Observation(current.requiredInstant("dt"), volumes.period(), conditions(current, volumes));
    }

    private List<ForecastStep> steps(JsonArray hourly) {
        List<ForecastStep> steps = new ArrayList<>();
        for (int i = 0; i < hourly.size(); i++) {
            JsonObject item = hourly.object(i);
            Volumes volumes = new Volumes(item, HOUR);
            Duration period = item.has("pop") ? HOUR : volumes.period();
            ForecastStep step = new ForecastStep(item.requiredInstant("dt"), period, conditions(item, volumes));
            FreeDecoder.requireLater(item, step.validTime(), steps);
            steps.add(step);
        }
        return steps;
    }

    private Conditions conditions(JsonObject item, Volumes volumes) {
        CheckedValues<Variable> values = new CheckedValues<>(Variable.class);
        Fields<Variable> fields = new Fields<>(item, values);
        fields.take(Variable.TEMPERATURE, "temp", units.temperature());
        fields.take(Variable.APPARENT_TEMPERATURE, "feels_like", units.temperature());
        fields.take(Variable.DEW_POINT, "dew_point", units.temperature());
        fields.take(Variable.RELATIVE_HUMIDITY, "humidity", Unit.PERCENT);
        fields.take(Variable.PRESSURE_MSL, "pressure", Unit.HECTOPASCAL);
        fields.take(Variable.WIND_SPEED, "wind_speed", units.speed());
        fields.take(Variable.WIND_GUST, "wind_gust", units.speed());
        fields.take(Variable.WIND_DIRECTION, "wind_deg", Unit.DEGREE);
        fields.take(Variable.CLOUD_COVER, "clouds", Unit.PERCENT);
        fields.take(Variable.VISIBILITY, "visibility", Unit.METRE);
        fields.take(Variable.UV_INDEX, "uvi", Unit.ONE);
        values.set(Variable.PRECIPITATION_PROBABILITY, Percent.of(item.number("pop")), Unit.PERCENT, item.path("pop"));
        volumes.addTo(values);
        return new Conditions(Skies.primary(item), values.build());
    }

    private List<DailyForecast> days(JsonArray daily) {
        List<DailyForecast> days = new ArrayList<>();
        for (int i = 0; i < daily.size(); i++) {
            JsonObject item = daily.object(i);
            LocalDate date = LocalDate.ofInstant(item.requiredInstant("dt"), zone);
            if (i > 0 && !date.isAfter(days.getLast().date())) {
                throw new JsonFault(item.path("dt") + " lies on " + date + ", not after "
                        + days.getLast().date());
            }
            days.add(day(item, date));
        }
        return days;
    }

    private DailyForecast day(JsonObject item, LocalDate date) {
        CheckedValues<DailyVariable> values = new CheckedValues<>(DailyVariable.class);
        item.object("temp").ifPresent(extremes -> {
            Fields<DailyVariable> temperatures = new Fields<>(extremes, values);
            temperatures.take(DailyVariable.TEMPERATURE_MAX, "max", units.temperature());
            temperatures.take(DailyVariable.TEMPERATURE_MIN, "min", units.temperature());
        });
        Fields<DailyVariable> fields = new Fields<>(item, values);
        fields.take(DailyVariable.RELATIVE_HUMIDITY_MEAN, "humidity", Unit.PERCENT);
        fields.take(DailyVariable.PRESSURE_MSL_MEAN, "pressure", Unit.HECTOPASCAL);
        fields.take(DailyVariable.CLOUD_COVER_MEAN, "clouds", Unit.PERCENT);
        fields.take(DailyVariable.WIND_SPEED_MAX, "wind_speed", units.speed());
        fields.take(DailyVariable.WIND_GUST_MAX, "wind_gust", units.speed());
        fields.take(DailyVariable.WIND_DIRECTION_DOMINANT, "wind_deg", Unit.DEGREE);
        fields.take(DailyVariable.UV_INDEX_MAX, "uvi", Unit.ONE);
        OptionalDouble probability = Percent.of(item.number("pop"));
        values.set(DailyVariable.PRECIPITATION_PROBABILITY_MAX, probability, Unit.PERCENT, item.path("pop"));
        sums(item, values);
        return new DailyForecast(date, Skies.primary(item), values.build());
    }

    private static void sums(JsonObject item, CheckedValues<DailyVariable> values) {
        if (!item.has("weather")) {
            return; // see Volumes: without a sky, what is missing says nothing
        }
        double rain = item.number("rain").orElse(0);
        double snow = item.number("snow").orElse(0);
        String rainPath = item.path("rain");
        OptionalDouble depth = OptionalDouble.of(snow * Volumes.SNOW_CM_PER_MM);
        values.set(DailyVariable.RAIN_SUM, OptionalDouble.of(rain), Unit.MILLIMETRE, rainPath);
        values.set(DailyVariable.SNOWFALL_SUM, depth, Unit.CENTIMETRE, item.path("snow"));
        values.set(DailyVariable.PRECIPITATION_SUM, OptionalDouble.of(rain + snow), Unit.MILLIMETRE, rainPath);
    }
}
