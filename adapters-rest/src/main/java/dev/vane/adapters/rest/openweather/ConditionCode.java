package dev.vane.adapters.rest.openweather;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import java.util.Optional;

/**
 * OpenWeather's code of a sky.
 *
 * @param id the code
 * @param group the group's name
 * @param description in English, as OpenWeather has it
 * @param icon the number of its icon
 */
record ConditionCode(int id, String group, String description, String icon) {

    private static final String RAIN = "Rain";
    private static final String DRIZZLE = "Drizzle";
    private static final String SNOW = "Snow";
    private static final String CLOUDS = "Clouds";
    private static final String STORM = "Thunderstorm";

    /** The code of a sky; empty if the sky is not known. What there is no code for gets the nearest. */
    static Optional<ConditionCode> of(Sky sky) {
        if (sky.condition() == Condition.UNKNOWN && !sky.thunder()) {
            return Optional.empty();
        }
        boolean thunder = sky.thunder() || sky.condition() == Condition.THUNDERSTORM;
        return Optional.of(thunder ? thunder(sky) : plain(sky));
    }

    private static ConditionCode thunder(Sky sky) {
        return switch (sky.condition()) {
            case DRIZZLE ->
                degree(
                        sky,
                        storm(230, "thunderstorm with light drizzle"),
                        storm(231, "thunderstorm with drizzle"),
                        storm(232, "thunderstorm with heavy drizzle"));
            case RAIN, RAIN_SHOWERS, FREEZING_RAIN ->
                degree(
                        sky,
                        storm(200, "thunderstorm with light rain"),
                        storm(201, "thunderstorm with rain"),
                        storm(202, "thunderstorm with heavy rain"));
            default ->
                degree(
                        sky,
                        storm(210, "light thunderstorm"),
                        storm(211, "thunderstorm"),
                        storm(212, "heavy thunderstorm"));
        };
    }

    private static ConditionCode storm(int id, String description) {
        return new ConditionCode(id, STORM, description, "11");
    }

    private static ConditionCode plain(Sky sky) {
        return switch (sky.condition()) {
            case CLEAR -> new ConditionCode(800, "Clear", "clear sky", "01");
            case MOSTLY_CLEAR -> new ConditionCode(801, CLOUDS, "few clouds", "02");
            case PARTLY_CLOUDY -> new ConditionCode(802, CLOUDS, "scattered clouds", "03");
            case MOSTLY_CLOUDY -> new ConditionCode(803, CLOUDS, "broken clouds", "04");
            case OVERCAST -> new ConditionCode(804, CLOUDS, "overcast clouds", "04");
            case FOG -> fog(sky);
            case HAZE -> air(721, "Haze", "haze");
            case SMOKE -> air(711, "Smoke", "smoke");
            case DUST -> air(761, "Dust", "dust");
            case WINDY, HURRICANE -> air(771, "Squall", "squalls");
            case TORNADO -> air(781, "Tornado", "tornado");
            case DRIZZLE, RAIN, RAIN_SHOWERS, FREEZING_RAIN -> rain(sky);
            case SLEET, SLEET_SHOWERS, SNOW, SNOW_SHOWERS, HAIL, THUNDERSTORM, UNKNOWN -> snow(sky);
        };
    }

    private static ConditionCode fog(Sky sky) {
        return sky.intensity() == Sky.Intensity.LIGHT ? air(701, "Mist", "mist") : air(741, "Fog", "fog");
    }

    private static ConditionCode air(int id, String group, String description) {
        return new ConditionCode(id, group, description, "50");
    }

    private static ConditionCode rain(Sky sky) {
        return switch (sky.condition()) {
            case DRIZZLE ->
                degree(
                        sky,
                        new ConditionCode(300, DRIZZLE, "light intensity drizzle", "09"),
                        new ConditionCode(301, DRIZZLE, "drizzle", "09"),
                        new ConditionCode(302, DRIZZLE, "heavy intensity drizzle", "09"));
            case RAIN_SHOWERS ->
                degree(
                        sky,
                        new ConditionCode(520, RAIN, "light intensity shower rain", "09"),
                        new ConditionCode(521, RAIN, "shower rain", "09"),
                        new ConditionCode(522, RAIN, "heavy intensity shower rain", "09"));
            case FREEZING_RAIN -> new ConditionCode(511, RAIN, "freezing rain", "13");
            default ->
                degree(
                        sky,
                        new ConditionCode(500, RAIN, "light rain", "10"),
                        new ConditionCode(501, RAIN, "moderate rain", "10"),
                        new ConditionCode(502, RAIN, "heavy intensity rain", "10"));
        };
    }

    private static ConditionCode snow(Sky sky) {
        return switch (sky.condition()) {
            case SNOW ->
                degree(
                        sky,
                        new ConditionCode(600, SNOW, "light snow", "13"),
                        new ConditionCode(601, SNOW, "snow", "13"),
                        new ConditionCode(602, SNOW, "heavy snow", "13"));
            case SNOW_SHOWERS ->
                degree(
                        sky,
                        new ConditionCode(620, SNOW, "light shower snow", "13"),
                        new ConditionCode(621, SNOW, "shower snow", "13"),
                        new ConditionCode(622, SNOW, "heavy shower snow", "13"));
            case SLEET_SHOWERS ->
                sky.intensity() == Sky.Intensity.LIGHT
                        ? new ConditionCode(612, SNOW, "light shower sleet", "13")
                        : new ConditionCode(613, SNOW, "shower sleet", "13");
            default ->
                sky.condition() == Condition.SLEET && sky.intensity() == Sky.Intensity.LIGHT
                        ? new ConditionCode(615, SNOW, "light rain and snow", "13")
                        : new ConditionCode(611, SNOW, "sleet", "13");
        };
    }

    private static ConditionCode degree(Sky sky, ConditionCode light, ConditionCode moderate, ConditionCode heavy) {
        return switch (sky.intensity()) {
            case LIGHT -> light;
            case NONE, MODERATE -> moderate;
            case HEAVY -> heavy;
        };
    }
}
