package dev.vane.domain.weather;

import java.util.Locale;

/**
 * Kinds of weather, from the plainest to none at all. The rank says which of two conditions a summary names: the lower
 * is the more significant.
 */
public enum Condition {
    /** No clouds. */
    CLEAR(22),
    /** Few clouds. */
    MOSTLY_CLEAR(21),
    /** Scattered clouds. */
    PARTLY_CLOUDY(20),
    /** Broken clouds. */
    MOSTLY_CLOUDY(19),
    /** Closed cloud cover. */
    OVERCAST(18),
    /** Fog or mist. */
    FOG(15),
    /** Haze. */
    HAZE(16),
    /** Smoke. */
    SMOKE(14),
    /** Dust, sand or ash. */
    DUST(13),
    /** Drizzle. */
    DRIZZLE(12),
    /** Rain. */
    RAIN(10),
    /** Rain showers. */
    RAIN_SHOWERS(11),
    /** Rain or drizzle that freezes. */
    FREEZING_RAIN(5),
    /** Rain and snow together, or ice pellets. */
    SLEET(8),
    /** Showers of sleet. */
    SLEET_SHOWERS(9),
    /** Snow. */
    SNOW(6),
    /** Snow showers. */
    SNOW_SHOWERS(7),
    /** Hail. */
    HAIL(3),
    /** Thunderstorm. */
    THUNDERSTORM(4),
    /** Strong wind, whatever the clouds. */
    WINDY(17),
    /** Tornado. */
    TORNADO(1),
    /** Hurricane or tropical storm. */
    HURRICANE(2),
    /** Not known. */
    UNKNOWN(99);

    private final int significanceRank;

    Condition(int significanceRank) {
        this.significanceRank = significanceRank;
    }

    /** Its name in JSON and tables: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place in the order of significance, 1 being the most significant. */
    public int significanceRank() {
        return significanceRank;
    }

    /** Tells whether something falls from the sky: drizzle, rain, sleet, snow, hail, or what a thunderstorm brings. */
    public boolean precipitates() {
        return switch (this) {
            case DRIZZLE,
                    RAIN,
                    RAIN_SHOWERS,
                    FREEZING_RAIN,
                    SLEET,
                    SLEET_SHOWERS,
                    SNOW,
                    SNOW_SHOWERS,
                    HAIL,
                    THUNDERSTORM -> true;
            case CLEAR,
                    MOSTLY_CLEAR,
                    PARTLY_CLOUDY,
                    MOSTLY_CLOUDY,
                    OVERCAST,
                    FOG,
                    HAZE,
                    SMOKE,
                    DUST,
                    WINDY,
                    TORNADO,
                    HURRICANE,
                    UNKNOWN -> false;
        };
    }
}
