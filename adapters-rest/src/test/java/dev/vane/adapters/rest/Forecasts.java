package dev.vane.adapters.rest;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyAggregation;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Weather of places all over the world, whose days are made of its hours, for the formats of others. */
final class Forecasts {

    static final Place BERLIN =
            town(2950159, "Berlin", new Region("DE", "16", "Berlin"), 52.52437, 13.41053, "Europe/Berlin");
    static final Place KATHMANDU =
            town(1283240, "Kathmandu", new Region("NP", "03", "Bagmati"), 27.70169, 85.3206, "Asia/Kathmandu");
    static final Place WELLINGTON =
            town(2179537, "Wellington", new Region("NZ", "G2", "Wellington"), -41.28664, 174.77557, "Pacific/Auckland");
    static final Place LONGYEARBYEN = town(
            2729907, "Longyearbyen", new Region("SJ", "21", "Svalbard"), 78.22334, 15.64689, "Arctic/Longyearbyen");
    static final Place LONDON =
            town(2643743, "London", new Region("GB", "ENG", "England"), 51.50853, -0.12574, "Europe/London");
    static final Place OTTAWA =
            town(6094817, "Ottawa", new Region("CA", "08", "Ontario"), 45.41117, -75.69812, "America/Toronto");

    private static final int HOURS = 240;

    private Forecasts() {}

    private static Place town(long id, String name, Region region, double latitude, double longitude, String zone) {
        return new Place(
                new PlaceId.Town(id),
                name,
                region,
                new Coordinates(latitude, longitude),
                OptionalInt.of(34),
                ZoneId.of(zone),
                100_000);
    }

    /** Ten days by the hour from two hours before a time on, with an observation of that time. */
    static PlaceWeather of(Place place, Instant now) {
        return of(place, now, Duration.ofHours(1), Forecasts::ordinary);
    }

    /** Ten days of steps of a width. */
    static PlaceWeather of(Place place, Instant now, Duration step, Function<Instant, Conditions> conditions) {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));
        int count = (int) (Duration.ofHours(HOURS).toMinutes() / step.toMinutes());
        List<ForecastStep> steps = IntStream.range(0, count)
                .mapToObj(i -> first.plus(step.multipliedBy(i)))
                .map(time -> new ForecastStep(time, step, conditions.apply(time)))
                .toList();
        return new PlaceWeather(
                place,
                now,
                Optional.of(Sourced.wholly(
                        Samples.SOURCE.id(), new Observation(now, Duration.ofMinutes(15), conditions.apply(now)))),
                Optional.of(forecast(place, steps)),
                List.of(Samples.fresh(now)));
    }

    private static Forecast forecast(Place place, List<ForecastStep> steps) {
        return new Forecast(
                Samples.SOURCE.id(),
                steps.stream()
                        .map(step -> Sourced.<ForecastStep, Variable>wholly(Samples.SOURCE.id(), step))
                        .toList(),
                DailyAggregation.of(steps, place.zone()).stream()
                        .map(day -> Sourced.<DailyForecast, DailyVariable>wholly(Samples.SOURCE.id(), day))
                        .toList());
    }

    /** Warmer by a tenth of a degree each hour of the epoch's day; rain in the hour that ends at three o'clock UTC. */
    static Conditions ordinary(Instant time) {
        int hour = (int) (time.getEpochSecond() / 3600 % 24);
        boolean rain = hour == 3;
        Values.Builder<Variable> values = Values.of(Variable.class)
                .set(Variable.TEMPERATURE, 10 + hour / 10.0)
                .set(Variable.APPARENT_TEMPERATURE, 8 + hour / 10.0)
                .set(Variable.DEW_POINT, 5)
                .set(Variable.RELATIVE_HUMIDITY, 56)
                .set(Variable.PRESSURE_MSL, 1004.92)
                .set(Variable.WIND_SPEED, 10)
                .set(Variable.WIND_GUST, 15)
                .set(Variable.WIND_DIRECTION, 250)
                .set(Variable.CLOUD_COVER, 97)
                .set(Variable.VISIBILITY, 8000)
                .set(Variable.UV_INDEX, 1.5)
                .set(Variable.PRECIPITATION, rain ? 2.54 : 0)
                .set(Variable.RAIN, rain ? 2.54 : 0)
                .set(Variable.SNOWFALL, 0)
                .set(Variable.PRECIPITATION_PROBABILITY, rain ? 80 : 10);
        return new Conditions(
                rain ? Sky.of(Condition.RAIN, Sky.Intensity.LIGHT) : Sky.of(Condition.OVERCAST), values.build());
    }

    /** A sky, and nothing else. */
    static Conditions onlySky(Sky sky) {
        return new Conditions(sky, Values.none(Variable.class));
    }

    /** A sky with a temperature and as much of each kind of precipitation in an hour. */
    static Conditions falling(Sky sky, double water, double rain, double snow) {
        return new Conditions(
                sky,
                Values.of(Variable.class)
                        .set(Variable.TEMPERATURE, 0)
                        .set(Variable.PRECIPITATION, water)
                        .set(Variable.RAIN, rain)
                        .set(Variable.SNOWFALL, snow)
                        .build());
    }
}
