package dev.vane.adapters.sqlite;

import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the forecasts of a source are like.
 *
 * @param leads how many hours ahead its steps end
 * @param days how many days it sums up
 * @param variables what it knows
 * @param fine whether it publishes one more decimal than most do
 */
record Pattern(List<Integer> leads, int days, Set<Variable> variables, boolean fine) {

    /** Ten days by the hour, every variable, sixteen days: the heaviest. */
    static final Pattern EVERYTHING = new Pattern(hourly(240), 16, EnumSet.allOf(Variable.class), false);

    private static final Set<Variable> USUAL = EnumSet.of(
            Variable.TEMPERATURE,
            Variable.DEW_POINT,
            Variable.RELATIVE_HUMIDITY,
            Variable.PRESSURE_MSL,
            Variable.WIND_SPEED,
            Variable.WIND_GUST,
            Variable.WIND_DIRECTION,
            Variable.CLOUD_COVER,
            Variable.PRECIPITATION,
            Variable.PRECIPITATION_PROBABILITY,
            Variable.UV_INDEX);

    /** Like Open-Meteo, MET Norway, the NWS and OpenWeather. */
    static final List<Pattern> FOUR = List.of(
            EVERYTHING,
            new Pattern(
                    IntStream.concat(
                                    IntStream.rangeClosed(1, 60),
                                    IntStream.rangeClosed(11, 40).map(i -> 6 * i))
                            .boxed()
                            .toList(),
                    0,
                    USUAL,
                    false),
            new Pattern(hourly(156), 0, USUAL, true),
            new Pattern(hourly(48), 8, USUAL, true));

    private static List<Integer> hourly(int hours) {
        return IntStream.rangeClosed(1, hours).boxed().toList();
    }

    /** By how much a forecast is further off each hour. */
    double driftOf(Variable variable) {
        return switch (variable) {
            case TEMPERATURE, DEW_POINT, APPARENT_TEMPERATURE, PRESSURE_MSL -> 0.01;
            case WIND_SPEED, WIND_GUST, WIND_DIRECTION -> 0.005;
            case RELATIVE_HUMIDITY,
                    CLOUD_COVER,
                    VISIBILITY,
                    PRECIPITATION,
                    RAIN,
                    SNOWFALL,
                    PRECIPITATION_PROBABILITY,
                    SNOW_DEPTH,
                    UV_INDEX,
                    SHORTWAVE_RADIATION,
                    SUNSHINE_DURATION -> 0;
        };
    }

    /** A value as it is published. */
    double published(Variable variable, double value) {
        return published(variable, value, variable);
    }

    /** A value as it is published, in the range of another quantity. */
    double published(Variable variable, double value, Quantity quantity) {
        double turned = variable == Variable.WIND_DIRECTION ? ((value % 360) + 360) % 360 : value;
        double step = step(variable);
        double rounded = Math.rint(turned / step) * step;
        double decimal = Math.rint(rounded * 1000) / 1000;
        return Math.clamp(decimal, quantity.minimum(), quantity.maximum());
    }

    private double step(Variable variable) {
        double usual = switch (variable) {
            case RELATIVE_HUMIDITY, CLOUD_COVER, PRECIPITATION_PROBABILITY, WIND_DIRECTION, SHORTWAVE_RADIATION -> 1;
            case VISIBILITY -> 20;
            case WIND_SPEED, WIND_GUST, SUNSHINE_DURATION, SNOWFALL, SNOW_DEPTH -> 0.01;
            case UV_INDEX -> 0.05;
            case TEMPERATURE, APPARENT_TEMPERATURE, DEW_POINT, PRESSURE_MSL, PRECIPITATION, RAIN -> 0.1;
        };
        boolean finer = fine && usual == 0.1;
        return finer ? 0.01 : usual;
    }
}
