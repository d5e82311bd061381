package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Packs a forecast into few bytes: by column, not by row, for neighbours in time are alike. The layout is described in
 * docs/run-format.md. Equal forecasts give equal bytes.
 */
final class ForecastPacker {

    private final ModelledOutput out = new ModelledOutput();

    private ForecastPacker() {}

    /**
     * Packs a forecast in the latest version of the format.
     *
     * @throws IllegalArgumentException if it has more than {@link Forecast#MAX_STEPS} steps or {@link Forecast#MAX_DAYS}
     *     days, or steps within one millisecond
     */
    static byte[] pack(Forecast forecast) {
        ForecastPacker packer = new ForecastPacker();
        packer.packTimes(forecast.hourly(), forecast.daily());
        packer.packValues(
                Variable.values(),
                forecast.hourly().size(),
                row -> forecast.hourly().get(row).conditions().values());
        packer.packValues(
                DailyVariable.values(),
                forecast.daily().size(),
                row -> forecast.daily().get(row).values());
        return Envelope.wrap(packer.out.toByteArray());
    }

    private void packTimes(List<ForecastStep> steps, List<DailyForecast> days) {
        requireAtMost("steps", steps.size(), Forecast.MAX_STEPS);
        requireAtMost("days", days.size(), Forecast.MAX_DAYS);
        long[] times =
                steps.stream().mapToLong(step -> Times.millis(step.validTime())).toArray();
        requireAscending(times);
        out.number(steps.size());
        out.number(days.size());
        out.column(times);
        out.column(steps.stream().mapToLong(step -> Times.millis(step.period())).toArray());
        out.column(steps.stream()
                .mapToLong(step -> Codes.sky(step.conditions().sky()))
                .toArray());
        out.column(days.stream().mapToLong(day -> day.date().toEpochDay()).toArray());
        out.column(days.stream().mapToLong(day -> Codes.sky(day.sky())).toArray());
    }

    private static void requireAtMost(String what, int size, int most) {
        if (size > most) {
            throw new IllegalArgumentException("the run has " + size + " " + what + ", more than " + most);
        }
    }

    private static void requireAscending(long[] times) {
        for (int i = 1; i < times.length; i++) {
            if (times[i] == times[i - 1]) {
                throw new IllegalArgumentException("steps " + (i - 1) + " and " + i + " lie within one millisecond");
            }
        }
    }

    /** A column for each quantity that any row knows: its code, which rows know it, and its values there. */
    private <Q extends Enum<Q> & Quantity> void packValues(Q[] quantities, int rows, IntFunction<Values<Q>> valuesAt) {
        int before = 0;
        for (Q quantity : quantities) {
            BitSet known = new BitSet();
            for (int row = 0; row < rows; row++) {
                known.set(row, valuesAt.apply(row).has(quantity));
            }
            if (!known.isEmpty()) {
                out.number(Codes.quantity(quantity) - before);
                before = Codes.quantity(quantity);
                Presence.write(out, known, rows);
                out.column(known.stream()
                        .mapToLong(row -> Resolution.quanta(
                                quantity, valuesAt.apply(row).get(quantity).orElseThrow()))
                        .toArray());
            }
        }
        out.number(0);
    }
}
