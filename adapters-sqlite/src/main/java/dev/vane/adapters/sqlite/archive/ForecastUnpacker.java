package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads back what {@link ForecastPacker} packs, and trusts none of it. */
final class ForecastUnpacker {

    private final NumberInput in;

    private ForecastUnpacker(NumberInput in) {
        this.in = in;
    }

    /** Unpacks a forecast of any version. */
    static Forecast unpack(byte[] packed) throws DamagedForecastException {
        return unpack(Envelope.open(packed));
    }

    /** Unpacks the content of a forecast. */
    static Forecast unpack(NumberInput content) throws DamagedForecastException {
        try {
            return new ForecastUnpacker(content).forecast();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new DamagedForecastException("what it says cannot be", e);
        }
    }

    private Forecast forecast() throws DamagedForecastException {
        int stepCount = in.count("steps", Forecast.MAX_STEPS);
        int dayCount = in.count("days", Forecast.MAX_DAYS);
        long[] times = in.column(stepCount);
        long[] periods = in.column(stepCount);
        long[] skies = in.column(stepCount);
        long[] dates = in.column(dayCount);
        long[] daySkies = in.column(dayCount);
        List<Values<Variable>> values = values(Variable.class, Codes::variable, stepCount);
        List<Values<DailyVariable>> dayValues = values(DailyVariable.class, Codes::daily, dayCount);
        in.requireEnd();
        List<ForecastStep> steps = new ArrayList<>(stepCount);
        for (int i = 0; i < stepCount; i++) {
            Conditions conditions = new Conditions(sky(skies[i]), values.get(i));
            steps.add(new ForecastStep(Times.time(times[i]), Duration.ofMillis(periods[i]), conditions));
        }
        List<DailyForecast> days = new ArrayList<>(dayCount);
        for (int i = 0; i < dayCount; i++) {
            days.add(new DailyForecast(LocalDate.ofEpochDay(dates[i]), sky(daySkies[i]), dayValues.get(i)));
        }
        return new Forecast(steps, days);
    }

    private static Sky sky(long code) throws DamagedForecastException {
        return Codes.sky(code).orElseThrow(() -> new DamagedForecastException("its sky " + code + " is unknown"));
    }

    private <Q extends Enum<Q> & Quantity> List<Values<Q>> values(
            Class<Q> type, IntFunction<Optional<Q>> quantityOf, int rows) throws DamagedForecastException {
        List<Values.Builder<Q>> builders = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            builders.add(Values.of(type));
        }
        int before = 0;
        for (int code = in.codeAfter(before); code != 0; code = in.codeAfter(before)) {
            Optional<Q> quantity = quantityOf.apply(code);
            if (quantity.isEmpty() || code <= before) {
                throw new DamagedForecastException("its column " + code + " after column " + before + " is unknown");
            }
            before = code;
            fill(builders, quantity.get());
        }
        return builders.stream().map(Values.Builder::build).toList();
    }

    private <Q extends Enum<Q> & Quantity> void fill(List<Values.Builder<Q>> builders, Q quantity)
            throws DamagedForecastException {
        BitSet known = in.presence(builders.size());
        long[] quanta = in.column(known.cardinality());
        int next = 0;
        for (int row = known.nextSetBit(0); row >= 0; row = known.nextSetBit(row + 1)) {
            builders.get(row).set(quantity, Resolution.value(quantity, quanta[next++]));
        }
    }
}
