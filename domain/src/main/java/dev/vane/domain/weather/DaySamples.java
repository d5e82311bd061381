package dev.vane.domain.weather;

import dev.vane.domain.derived.WindVector;
import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The steps of one day, and what they say of the day. Not safe for use by several threads. */
final class DaySamples {

    private final LocalDay day;
    private final List<Sample> instants = new ArrayList<>();
    private final List<Sample> intervals = new ArrayList<>();

    DaySamples(LocalDay day) {
        this.day = day;
    }

    /** A step's conditions and the time in seconds that they stand for. */
    private record Sample(Conditions conditions, double weight) {

        double value(Variable variable) {
            return conditions.values().get(variable).orElseThrow();
        }
    }

    void addInstant(ForecastStep step, Duration width) {
        instants.add(new Sample(step.conditions(), width.toSeconds()));
    }

    void addInterval(ForecastStep step) {
        intervals.add(new Sample(step.conditions(), step.period().toSeconds()));
    }

    /** The day's forecast; empty if under half of the day is covered or nothing is known. */
    Optional<DailyForecast> forecast() {
        if (!coverDay(instants)) {
            return Optional.empty();
        }
        Sky sky = Sky.mostSignificant(
                instants.stream().map(sample -> sample.conditions().sky()).toList());
        Values.Builder<DailyVariable> values = Values.of(DailyVariable.class);
        for (DailyVariable quantity : DailyVariable.values()) {
            OptionalDouble value = value(quantity);
            if (value.isPresent() && quantity.admits(value.getAsDouble())) {
                values.set(quantity, value);
            }
        }
        DailyForecast forecast = new DailyForecast(day.date(), sky, values.build());
        boolean saysNothing = sky.equals(Sky.UNKNOWN) && forecast.values().isEmpty();
        return saysNothing ? Optional.empty() : Optional.of(forecast);
    }

    private OptionalDouble value(DailyVariable quantity) {
        Variable variable = quantity.base();
        List<Sample> samples = (variable.ofInterval() ? intervals : instants)
                .stream()
                        .filter(sample -> sample.conditions().values().has(variable))
                        .toList();
        if (samples.isEmpty() || !(coverDay(samples) || variable == Variable.WIND_GUST)) {
            return OptionalDouble.empty();
        }
        DoubleStream values = samples.stream().mapToDouble(sample -> sample.value(variable));
        return switch (quantity.aggregate()) {
            case MAXIMUM -> values.max();
            case MINIMUM -> values.min();
            case SUM -> OptionalDouble.of(values.sum());
            case MEAN -> OptionalDouble.of(mean(samples, variable));
            case PREVAILING -> prevailingDirection(samples);
        };
    }

    private boolean coverDay(List<Sample> samples) {
        return 2 * totalWeight(samples) >= day.length().toSeconds();
    }

    private static double totalWeight(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::weight).sum();
    }

    private static double mean(List<Sample> samples, Variable variable) {
        double sum = samples.stream()
                .mapToDouble(sample -> sample.value(variable) * sample.weight())
                .sum();
        return sum / totalWeight(samples);
    }

    /** The direction of the mean wind vector; without any speed, of the mean of unit vectors. */
    private static OptionalDouble prevailingDirection(List<Sample> samples) {
        List<Sample> withSpeed = samples.stream()
                .filter(sample -> sample.conditions().values().has(Variable.WIND_SPEED))
                .toList();
        List<Sample> counted = withSpeed.isEmpty() ? samples : withSpeed;
        return counted.stream()
                .map(DaySamples::weightedWind)
                .reduce(WindVector.ZERO, WindVector::plus)
                .times(1 / totalWeight(counted))
                .direction();
    }

    private static WindVector weightedWind(Sample sample) {
        double speed = sample.conditions().values().get(Variable.WIND_SPEED).orElse(1);
        return WindVector.of(sample.value(Variable.WIND_DIRECTION), speed).times(sample.weight());
    }
}
