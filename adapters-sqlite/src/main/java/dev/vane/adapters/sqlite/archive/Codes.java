package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Variable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers that stand in the database for the domain's names. They are written out, not taken from the order of
 * declaration, so that a constant may be added or moved; a number is never given twice. See docs/run-format.md.
 */
public final class Codes {

    private static final int INTENSITIES = 4;
    private static final int THUNDER = 2;
    private static final Map<Integer, Condition> CONDITIONS = byCode(Condition.values(), Codes::condition);
    private static final Map<Integer, RainCounter.Reset> RESETS = byCode(RainCounter.Reset.values(), Codes::reset);
    private static final Map<Integer, Variable> VARIABLES = byCode(Variable.values(), Codes::variable);
    private static final Map<Integer, DailyVariable> DAILY = byCode(DailyVariable.values(), Codes::daily);

    private Codes() {}

    private static <T> Map<Integer, T> byCode(T[] constants, Function<T, Integer> code) {
        return Arrays.stream(constants).collect(Collectors.toUnmodifiableMap(code, Function.identity()));
    }

    /** The code of a sky: {@code 8 * condition + 2 * intensity + thunder}. */
    static int sky(Sky sky) {
        int degree = condition(sky.condition()) * INTENSITIES + intensity(sky.intensity());
        return degree * THUNDER + (sky.thunder() ? 1 : 0);
    }

    /** The sky of a code, or empty if there is none. */
    static Optional<Sky> sky(long code) {
        if (code < 0 || code > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        int degree = (int) code / THUNDER;
        boolean thunder = code % THUNDER == 1;
        return Optional.ofNullable(CONDITIONS.get(degree / INTENSITIES))
                .map(condition -> new Sky(condition, intensity(degree % INTENSITIES), thunder));
    }

    private static int intensity(Sky.Intensity intensity) {
        return switch (intensity) {
            case NONE -> 0;
            case LIGHT -> 1;
            case MODERATE -> 2;
            case HEAVY -> 3;
        };
    }

    private static Sky.Intensity intensity(int code) {
        return switch (code) {
            case 0 -> Sky.Intensity.NONE;
            case 1 -> Sky.Intensity.LIGHT;
            case 2 -> Sky.Intensity.MODERATE;
            default -> Sky.Intensity.HEAVY; // a remainder of four
        };
    }

    private static int condition(Condition condition) {
        return switch (condition) {
            case UNKNOWN -> 0;
            case CLEAR -> 1;
            case MOSTLY_CLEAR -> 2;
            case PARTLY_CLOUDY -> 3;
            case MOSTLY_CLOUDY -> 4;
            case OVERCAST -> 5;
            case FOG -> 6;
            case HAZE -> 7;
            case SMOKE -> 8;
            case DUST -> 9;
            case DRIZZLE -> 10;
            case RAIN -> 11;
            case RAIN_SHOWERS -> 12;
            case FREEZING_RAIN -> 13;
            case SLEET -> 14;
            case SLEET_SHOWERS -> 15;
            case SNOW -> 16;
            case SNOW_SHOWERS -> 17;
            case HAIL -> 18;
            case THUNDERSTORM -> 19;
            case WINDY -> 20;
            case TORNADO -> 21;
            case HURRICANE -> 22;
        };
    }

    /** The code of when a rain counter begins anew. */
    static int reset(RainCounter.Reset reset) {
        return switch (reset) {
            case NEVER -> 1;
            case YEARLY -> 2;
            case MONTHLY -> 3;
            case WEEKLY -> 4;
            case DAILY -> 5;
        };
    }

    /** When the rain counter of a code begins anew, or empty if there is no such code. */
    static Optional<RainCounter.Reset> reset(long code) {
        return Optional.ofNullable(RESETS.get(Math.clamp(code, 0, Integer.MAX_VALUE)));
    }

    /** The code of a quantity's column. */
    public static int quantity(Quantity quantity) {
        return switch (quantity) {
            case Variable variable -> variable(variable);
            case DailyVariable daily -> daily(daily);
        };
    }

    /** The variable of a code, or empty if there is none. */
    public static Optional<Variable> variable(int code) {
        return Optional.ofNullable(VARIABLES.get(code));
    }

    /** The daily variable of a code, or empty if there is none. */
    static Optional<DailyVariable> daily(int code) {
        return Optional.ofNullable(DAILY.get(code));
    }

    private static int variable(Variable variable) {
        return switch (variable) {
            case TEMPERATURE -> 1;
            case APPARENT_TEMPERATURE -> 2;
            case DEW_POINT -> 3;
            case RELATIVE_HUMIDITY -> 4;
            case PRESSURE_MSL -> 5;
            case WIND_SPEED -> 6;
            case WIND_GUST -> 7;
            case WIND_DIRECTION -> 8;
            case CLOUD_COVER -> 9;
            case VISIBILITY -> 10;
            case PRECIPITATION -> 11;
            case RAIN -> 12;
            case SNOWFALL -> 13;
            case PRECIPITATION_PROBABILITY -> 14;
            case SNOW_DEPTH -> 15;
            case UV_INDEX -> 16;
            case SHORTWAVE_RADIATION -> 17;
            case SUNSHINE_DURATION -> 18;
        };
    }

    private static int daily(DailyVariable daily) {
        return switch (daily) {
            case TEMPERATURE_MAX -> 1;
            case TEMPERATURE_MIN -> 2;
            case APPARENT_TEMPERATURE_MAX -> 3;
            case APPARENT_TEMPERATURE_MIN -> 4;
            case PRECIPITATION_SUM -> 5;
            case RAIN_SUM -> 6;
            case SNOWFALL_SUM -> 7;
            case PRECIPITATION_PROBABILITY_MAX -> 8;
            case WIND_SPEED_MAX -> 9;
            case WIND_GUST_MAX -> 10;
            case WIND_DIRECTION_DOMINANT -> 11;
            case UV_INDEX_MAX -> 12;
            case SUNSHINE_DURATION_SUM -> 13;
            case CLOUD_COVER_MEAN -> 14;
            case RELATIVE_HUMIDITY_MEAN -> 15;
            case PRESSURE_MSL_MEAN -> 16;
        };
    }
}
