package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.openmeteo.HourlyValues.Moment;
import dev.vane.domain.astronomy.Course;
import dev.vane.domain.astronomy.Moon;
import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What is known of the days of one place, by the names of Open-Meteo and in its units before a client's choice. A day's value
 * is what the forecast says of the day; what it does not say is put together from the hours, if not one of them is missing.
 *
 * @param hours what is known of single hours
 * @param steps finds the moment of a full hour of UTC
 */
record DailyValues(HourlyValues hours, Function<Instant, Moment> steps) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final double JOULES_PER_MEGAJOULE = 1e6;

    private static final VariableName PRECIPITATION = VariableName.parse("precipitation");

    private static final Map<String, DailyVariable> KNOWN = Map.ofEntries(
            Map.entry("temperature_max", DailyVariable.TEMPERATURE_MAX),
            Map.entry("temperature_min", DailyVariable.TEMPERATURE_MIN),
            Map.entry("apparent_temperature_max", DailyVariable.APPARENT_TEMPERATURE_MAX),
            Map.entry("apparent_temperature_min", DailyVariable.APPARENT_TEMPERATURE_MIN),
            Map.entry("precipitation_sum", DailyVariable.PRECIPITATION_SUM),
            Map.entry("rain_sum", DailyVariable.RAIN_SUM),
            Map.entry("snowfall_sum", DailyVariable.SNOWFALL_SUM),
            Map.entry("precipitation_probability_max", DailyVariable.PRECIPITATION_PROBABILITY_MAX),
            Map.entry("wind_speed_max", DailyVariable.WIND_SPEED_MAX),
            Map.entry("wind_gusts_max", DailyVariable.WIND_GUST_MAX),
            Map.entry("wind_direction_dominant", DailyVariable.WIND_DIRECTION_DOMINANT),
            Map.entry("uv_index_max", DailyVariable.UV_INDEX_MAX),
            Map.entry("sunshine_duration", DailyVariable.SUNSHINE_DURATION_SUM),
            Map.entry("cloud_cover_mean", DailyVariable.CLOUD_COVER_MEAN),
            Map.entry("relative_humidity_mean", DailyVariable.RELATIVE_HUMIDITY_MEAN),
            Map.entry("pressure_msl_mean", DailyVariable.PRESSURE_MSL_MEAN));

    /**
     * A value of a day at the place.
     *
     * @param day the day
     * @param forecast what the forecast says of it, if anything
     * @return the value, a time in seconds since 1970, NaN if nothing is known
     */
    double of(VariableName name, LocalDay day, Optional<DailyForecast> forecast) {
        if (!name.plain() || !ordinary(name)) {
            return Double.NaN;
        }
        Coordinates place = hours.coordinates();
        return switch (name.variable().name()) {
            case "sunrise" -> rise(Sun.day(place, day).course());
            case "sunset" -> set(Sun.day(place, day).course());
            case "moonrise" -> rise(Moon.day(place, day).course());
            case "moonset" -> set(Moon.day(place, day).course());
            case "daylight_duration" -> Sun.day(place, day).dayLength().toSeconds();
            case "weather_code" -> forecast.map(DailyValues::weatherCode).orElse(Double.NaN);
            case "precipitation_hours" -> precipitationHours(day);
            default -> said(name, forecast).orElseGet(() -> fromHours(name, day));
        };
    }

    private static double weatherCode(DailyForecast day) {
        return SkyCode.of(day.sky(), day.values().get(DailyVariable.CLOUD_COVER_MEAN));
    }

    /** The heights that daily values are of; those of others are not known. */
    private static boolean ordinary(VariableName name) {
        VariableName.Level level = name.level();
        int altitude = name.variable().name().startsWith("wind_") ? 10 : 2;
        return level.pressure() == 0
                && level.depth() == 0
                && level.depthTo() == 0
                && (level.altitude() == 0 || level.altitude() == altitude);
    }

    private static OptionalDouble said(VariableName name, Optional<DailyForecast> forecast) {
        String key = name.aggregation() == Aggregation.NONE
                ? name.variable().name()
                : name.variable().name() + name.aggregation().suffix();
        DailyVariable known = KNOWN.get(key);
        return known == null || forecast.isEmpty()
                ? OptionalDouble.empty()
                : forecast.get().values().get(known);
    }

    private double fromHours(VariableName name, LocalDay day) {
        VariableName hourly = name.hourly();
        boolean interval = HourlyValues.ofInterval(hourly);
        return switch (name.aggregation()) {
            case MINIMUM -> whole(hourly, day, interval).min().orElse(Double.NaN);
            case MAXIMUM -> whole(hourly, day, interval).max().orElse(Double.NaN);
            case MEAN -> whole(hourly, day, interval).average().orElse(Double.NaN);
            case SUM -> interval ? sum(name, whole(hourly, day, true)) : Double.NaN;
            case NONE, DOMINANT, SPREAD -> Double.NaN;
        };
    }

    private static double sum(VariableName name, DoubleStream values) {
        double sum = values.reduce(Double::sum).orElse(Double.NaN);
        return name.unit() == Measure.MEGAJOULE_PER_SQUARE_METRE ? sum * HOUR.toSeconds() / JOULES_PER_MEGAJOULE : sum;
    }

    /** In how many hours there is precipitation. */
    private double precipitationHours(LocalDay day) {
        return whole(PRECIPITATION, day, true)
                .map(millimetres -> millimetres > 0 ? 1 : 0)
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    /** The values of all hours of a day, none if one is missing: of sums those that end in it, of instants those in it. */
    private DoubleStream whole(VariableName name, LocalDay day, boolean interval) {
        long first = Math.ceilDiv(day.start().getEpochSecond() + (interval ? 1 : 0), HOUR.toSeconds());
        long last = Math.floorDiv(day.end().getEpochSecond() - (interval ? 0 : 1), HOUR.toSeconds());
        double[] values = LongStream.rangeClosed(first, last)
                .mapToObj(hour -> steps.apply(Instant.ofEpochSecond(hour * HOUR.toSeconds())))
                .mapToDouble(moment -> hours.of(name, moment, HOUR))
                .toArray();
        return DoubleStream.of(values).anyMatch(Double::isNaN) ? DoubleStream.empty() : DoubleStream.of(values);
    }

    private static double rise(Course course) {
        return switch (course) {
            case Course.Crosses(Optional<Instant> rise, Optional<Instant> set) -> seconds(rise);
            case Course.AlwaysAbove(), Course.AlwaysBelow() -> Double.NaN;
        };
    }

    private static double set(Course course) {
        return switch (course) {
            case Course.Crosses(Optional<Instant> rise, Optional<Instant> set) -> seconds(set);
            case Course.AlwaysAbove(), Course.AlwaysBelow() -> Double.NaN;
        };
    }

    private static double seconds(Optional<Instant> time) {
        return time.map(at -> (double) at.getEpochSecond()).orElse(Double.NaN);
    }
}
