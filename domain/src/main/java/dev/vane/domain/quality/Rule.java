package dev.vane.domain.quality;

import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** One test of a reading. Immutable, and a pure function of what it is given. */
interface Rule {

    /**
     * Tests a reading.
     *
     * @param evidence the reading and what is known beside it
     * @param found takes what is wrong
     */
    void judge(Evidence evidence, Consumer<QualityFlag> found);

    /** A value with its unit as it stands in a sentence. */
    static String text(Variable variable, double value) {
        String symbol = variable.dimension().canonical().symbol();
        return number(value) + (symbol.isEmpty() ? "" : " " + symbol);
    }

    /** A number with one decimal. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value + 0.0);
    }

    /** How many minutes a reading is after another one, as it stands in a sentence. */
    static String minutes(Observation earlier, Observation later) {
        long minutes = Math.max(
                1, Duration.between(earlier.validTime(), later.validTime()).toMinutes());
        return minutes + " min";
    }
}
