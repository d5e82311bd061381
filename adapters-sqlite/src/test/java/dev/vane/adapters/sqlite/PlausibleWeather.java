package dev.vane.adapters.sqlite;

import dev.vane.application.spi.ArchiveSamples;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Weather that takes no less room than real weather: each variable wanders by steps of the size that it has in an hour, with
 * as many decimals as providers publish; rain falls one hour in ten, the sun shines half of the day. A packed column takes
 * some 0.85 bytes an hour; those of real answers of Open-Meteo took 0.6, so that figures err to the large side.
 */
final class PlausibleWeather {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS = 240;
    private static final int DAYS = 10;

    private final Random random;

    PlausibleWeather(long seed) {
        random = new Random(seed);
    }

    /** A report with an observation and a run of ten days by the hour; four sources take turns over ten places. */
    SourceReport report(int n) {
        Instant now = ArchiveSamples.NOON.plus(Duration.ofMinutes(15L * n));
        Map<Variable, Double> state = start();
        List<ForecastStep> steps = new ArrayList<>();
        for (int hour = 1; hour <= HOURS; hour++) {
            steps.add(new ForecastStep(now.plus(Duration.ofHours(hour)), HOUR, next(state, hour)));
        }
        Observation observation = new Observation(now, HOUR, next(state, n));
        Run run = new Run(Optional.of(now), now, steps, days());
        return new SourceReport(new SourceId("s" + n / 10 % 4), now, Optional.of(observation), Optional.of(run));
    }

    /** A report with an observation alone, a number of hours later. */
    SourceReport observation(int hours) {
        Instant now = ArchiveSamples.NOON.plus(Duration.ofHours(hours));
        return ArchiveSamples.reportOf(ArchiveSamples.ALPHA, now, new Observation(now, HOUR, next(start(), hours)));
    }

    private Map<Variable, Double> start() {
        Map<Variable, Double> state = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            state.put(variable, typical(variable) * (0.5 + random.nextDouble()));
        }
        state.computeIfPresent(Variable.PRESSURE_MSL, (variable, value) -> 1000 + random.nextDouble(30));
        return state;
    }

    private Conditions next(Map<Variable, Double> state, int hour) {
        boolean wet = random.nextInt(10) == 0;
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (Variable variable : Variable.values()) {
            double value = clamp(variable, state.get(variable) + random.nextGaussian() * hourlyChange(variable));
            state.put(variable, value);
            values.set(variable, happens(variable, wet, hour) ? published(variable, value) : 0);
        }
        Condition condition = wet ? Condition.RAIN : random.nextBoolean() ? Condition.CLEAR : Condition.OVERCAST;
        return new Conditions(Sky.of(condition), values.build());
    }

    private static boolean happens(Variable variable, boolean wet, int hour) {
        return switch (variable) {
            case PRECIPITATION, RAIN -> wet;
            case SNOWFALL, SNOW_DEPTH -> false;
            case UV_INDEX, SHORTWAVE_RADIATION, SUNSHINE_DURATION -> hour % 24 < 12;
            case TEMPERATURE,
                    APPARENT_TEMPERATURE,
                    DEW_POINT,
                    RELATIVE_HUMIDITY,
                    PRESSURE_MSL,
                    WIND_SPEED,
                    WIND_GUST,
                    WIND_DIRECTION,
                    CLOUD_COVER,
                    VISIBILITY,
                    PRECIPITATION_PROBABILITY -> true;
        };
    }

    private static double hourlyChange(Variable variable) {
        return switch (variable) {
            case TEMPERATURE, APPARENT_TEMPERATURE, DEW_POINT -> 0.6;
            case RELATIVE_HUMIDITY, PRECIPITATION_PROBABILITY -> 4;
            case CLOUD_COVER -> 20;
            case PRESSURE_MSL, WIND_SPEED -> 0.3;
            case WIND_GUST, PRECIPITATION, RAIN -> 0.5;
            case WIND_DIRECTION -> 8;
            case VISIBILITY -> 1000;
            case SNOWFALL, SNOW_DEPTH, UV_INDEX -> 0.2;
            case SHORTWAVE_RADIATION -> 60;
            case SUNSHINE_DURATION -> 600;
        };
    }

    private List<DailyForecast> days() {
        List<DailyForecast> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            Values.Builder<DailyVariable> values = Values.of(DailyVariable.class);
            for (DailyVariable daily : DailyVariable.values()) {
                double value = typical(daily.base()) * (0.5 + random.nextDouble());
                values.set(daily, published(daily.base(), clamp(daily, value)));
            }
            days.add(new DailyForecast(
                    LocalDate.parse("2026-03-14").plusDays(day), Sky.of(Condition.OVERCAST), values.build()));
        }
        return days;
    }

    private static double clamp(Quantity quantity, double value) {
        return Math.clamp(value, quantity.minimum(), quantity.maximum());
    }

    private static double typical(Variable variable) {
        return switch (variable) {
            case TEMPERATURE, APPARENT_TEMPERATURE, DEW_POINT -> 12;
            case RELATIVE_HUMIDITY, CLOUD_COVER, PRECIPITATION_PROBABILITY -> 60;
            case PRESSURE_MSL -> 1013;
            case WIND_SPEED, WIND_GUST, UV_INDEX -> 6;
            case WIND_DIRECTION -> 200;
            case VISIBILITY -> 24_000;
            case PRECIPITATION, RAIN, SNOWFALL, SNOW_DEPTH -> 1;
            case SHORTWAVE_RADIATION -> 300;
            case SUNSHINE_DURATION -> 1800;
        };
    }

    /** As many decimals as Open-Meteo publishes. */
    private static double published(Variable variable, double value) {
        return switch (variable) {
            case RELATIVE_HUMIDITY, CLOUD_COVER, PRECIPITATION_PROBABILITY, WIND_DIRECTION, SHORTWAVE_RADIATION ->
                Math.rint(value);
            case VISIBILITY -> Math.rint(value / 20) * 20;
            case WIND_SPEED, WIND_GUST, UV_INDEX, SNOWFALL, SNOW_DEPTH, SUNSHINE_DURATION ->
                Math.rint(value * 100) / 100;
            case TEMPERATURE, APPARENT_TEMPERATURE, DEW_POINT, PRESSURE_MSL, PRECIPITATION, RAIN ->
                Math.rint(value * 10) / 10;
        };
    }
}
