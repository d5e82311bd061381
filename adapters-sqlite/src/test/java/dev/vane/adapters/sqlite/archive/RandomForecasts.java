package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Forecasts of any kind that the domain allows: gaps, odd times, values anywhere in their range. */
final class RandomForecasts {

    private final RandomGenerator random;

    private RandomForecasts(RandomGenerator random) {
        this.random = random;
    }

    /** By a seed that is printed. */
    static RandomForecasts seeded() {
        long seed = new Random().nextLong();
        System.getLogger(RandomForecasts.class.getName()).log(System.Logger.Level.INFO, "random seed {0}", "" + seed);
        return new RandomForecasts(new Random(seed));
    }

    Forecast next() {
        double known = random.nextInt(4) / 3.0;
        return new Forecast(steps(random.nextInt(60), known), days(random.nextInt(17), known));
    }

    private List<ForecastStep> steps(int count, double known) {
        List<ForecastStep> steps = new ArrayList<>();
        Instant time = Instant.ofEpochMilli(random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L));
        boolean regular = random.nextBoolean();
        for (int i = 0; i < count; i++) {
            time = time.plusMillis(regular ? 3_600_000 : random.nextLong(1, 1L << 40));
            Duration period = Duration.ofMillis(regular ? 3_600_000 : random.nextLong(1, 1L << 40));
            Conditions conditions = new Conditions(sky(), values(Variable.class, known));
            steps.add(new ForecastStep(time, period, conditions));
        }
        return steps;
    }

    private List<DailyForecast> days(int count, double known) {
        List<DailyForecast> days = new ArrayList<>();
        LocalDate date = LocalDate.ofEpochDay(random.nextInt(-100_000, 100_000));
        for (int i = 0; i < count; i++) {
            date = date.plusDays(random.nextInt(1, 3));
            days.add(new DailyForecast(date, sky(), values(DailyVariable.class, known)));
        }
        return days;
    }

    private Sky sky() {
        Condition[] conditions = Condition.values();
        Sky.Intensity[] intensities = Sky.Intensity.values();
        return new Sky(
                conditions[random.nextInt(conditions.length)],
                intensities[random.nextInt(intensities.length)],
                random.nextBoolean());
    }

    private <Q extends Enum<Q> & Quantity> Values<Q> values(Class<Q> type, double known) {
        Values.Builder<Q> values = Values.of(type);
        for (Q quantity : type.getEnumConstants()) {
            if (random.nextDouble() < known) {
                values.set(quantity, value(quantity));
            }
        }
        return values.build();
    }

    private double value(Quantity quantity) {
        return switch (random.nextInt(8)) {
            case 0 -> quantity.minimum();
            case 1 -> quantity.maximum();
            default -> random.nextDouble(quantity.minimum(), quantity.maximum());
        };
    }
}
