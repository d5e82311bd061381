package dev.vane.application.verification;

import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How much rain fell between two times by a counter that may begin anew in between. */
final class RainGauge {

    /** A reading so much earlier stands for a time; what falls meanwhile is counted with the next interval. */
    private static final Duration NEAR = Duration.ofMinutes(15);

    private RainGauge() {}

    /**
     * The rain of {@code (from, to]}.
     *
     * @param readings of one station by ascending valid time, some before {@code from} too
     * @return mm; empty if no reading is near enough to either end, or the counter is another one at some time between
     */
    static OptionalDouble fall(List<Observation> readings, Instant from, Instant to) {
        double fall = 0;
        Optional<Observation> before = Optional.empty();
        for (Observation reading : readings) {
            if (reading.rainCounter().isEmpty() || reading.validTime().isAfter(to)) {
                continue;
            }
            if (!reading.validTime().isAfter(from)) {
                before = Optional.of(reading);
            } else if (before.isEmpty() || !near(before.get(), reading, from)) {
                return OptionalDouble.empty();
            } else {
                RainCounter earlier = before.get().rainCounter().orElseThrow();
                RainCounter later = reading.rainCounter().get();
                if (earlier.reset() != later.reset()) {
                    return OptionalDouble.empty();
                }
                boolean anew = later.millimetres() < earlier.millimetres();
                fall += anew ? later.millimetres() : later.millimetres() - earlier.millimetres();
                before = Optional.of(reading);
            }
        }
        boolean complete = before.isPresent()
                && before.get().validTime().isAfter(from)
                && !before.get().validTime().isBefore(to.minus(NEAR));
        return complete ? OptionalDouble.of(fall) : OptionalDouble.empty();
    }

    /** The first reading of the interval needs one before it that stands for the interval's start. */
    private static boolean near(Observation before, Observation reading, Instant from) {
        boolean first = !before.validTime().isAfter(from);
        return !first
                || (!before.validTime().isBefore(from.minus(NEAR))
                        && Duration.between(before.validTime(), reading.validTime())
                                        .compareTo(Duration.ofHours(1))
                                <= 0);
    }
}
