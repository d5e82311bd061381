package dev.vane.application.history;

import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what a rain gauge has counted into what fell between two readings. Nothing is known of a gap that is too long: the
 * counter may have begun anew more than once in it.
 */
final class RainGauge {

    /** The longest gap between two readings of which the difference says what fell, ms. */
    static final long LONGEST_GAP = Duration.ofHours(1).toMillis();

    /**
     * What fell.
     *
     * @param millimetres how much
     * @param period within how many ms up to the later reading
     */
    record Fall(double millimetres, long period) {}

    private record Last(long time, double millimetres) {}

    /** A counter is only to be compared with one of its own kind. */
    private final Map<RainCounter.Reset, Last> last = new EnumMap<>(RainCounter.Reset.class);

    /** What fell since the last reading of the same kind of counter, if that was not too long ago. */
    Optional<Fall> read(RainCounter counter, long time) {
        Optional<Last> before = Optional.ofNullable(last.put(counter.reset(), new Last(time, counter.millimetres())));
        return before.filter(reading -> time > reading.time && time - reading.time <= LONGEST_GAP)
                .map(reading -> new Fall(difference(reading.millimetres, counter.millimetres()), time - reading.time))
                .filter(fall -> Variable.PRECIPITATION.admits(fall.millimetres));
    }

    /** A counter that is less than before has begun anew, and all that it has counted has fallen since. */
    private static double difference(double before, double now) {
        return now < before ? now : now - before;
    }

    void forget() {
        last.clear();
    }
}
