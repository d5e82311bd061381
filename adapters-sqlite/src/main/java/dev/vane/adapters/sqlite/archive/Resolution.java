package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Variable;

/**
 * How finely values are kept: as whole multiples of a quantum, a power of ten that divides every step in which a provider
 * publishes the quantity in its canonical unit. So a published value comes back as the very same number; one that was
 * computed or converted differs by half a quantum at most. See docs/run-format.md.
 */
final class Resolution {

    /** How many quanta of a rain counter a millimetre has. */
    private static final double COUNTER_QUANTA = 1000;

    private static final double[] POWERS = {1, 10, 100, 1000};

    private Resolution() {}

    /** The number of decimals that are kept of a quantity in its canonical unit. */
    static int decimals(Quantity quantity) {
        return switch (quantity) {
            case Variable variable -> decimals(variable);
            case DailyVariable daily -> decimals(daily.base());
        };
    }

    private static int decimals(Variable variable) {
        return switch (variable) {
            case WIND_DIRECTION, VISIBILITY -> 1;
            case TEMPERATURE,
                    APPARENT_TEMPERATURE,
                    DEW_POINT,
                    RELATIVE_HUMIDITY,
                    PRESSURE_MSL,
                    CLOUD_COVER,
                    PRECIPITATION_PROBABILITY,
                    UV_INDEX,
                    SHORTWAVE_RADIATION,
                    SUNSHINE_DURATION -> 2;
            case WIND_SPEED, WIND_GUST, PRECIPITATION, RAIN, SNOWFALL, SNOW_DEPTH -> 3;
        };
    }

    /** The multiple of the quantum that is nearest to a value. */
    static long quanta(Quantity quantity, double value) {
        return Math.round(value * POWERS[decimals(quantity)]);
    }

    /** The multiple of 0.001 mm that is nearest to what a rain gauge has counted. */
    static long counterQuanta(double millimetres) {
        return Math.round(millimetres * COUNTER_QUANTA);
    }

    /** What a rain gauge has counted, mm. */
    static double counterMillimetres(long quanta) {
        return quanta / COUNTER_QUANTA;
    }

    /** The value of a multiple of the quantum: the double nearest to that decimal fraction. */
    static double value(Quantity quantity, long quanta) {
        return quanta / POWERS[decimals(quantity)];
    }
}
