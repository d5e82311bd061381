package dev.vane.domain.blending;

/**
 * Mean and variance of errors of which older ones count less, and on how many distinct days they were made. Not safe for use
 * by several threads.
 */
final class DecayedMoments {

    private static final double DAY_SECONDS = 86_400;

    private final double halfLifeSeconds;
    private double weight;
    private double sum;
    private double squares;
    private long asOf = Long.MIN_VALUE;
    private long lastDay = Long.MIN_VALUE;
    private int days;

    DecayedMoments(double halfLifeDays) {
        this.halfLifeSeconds = halfLifeDays * DAY_SECONDS;
    }

    /**
     * Takes an error.
     *
     * @param time its valid time in seconds since 1970; not before the last one
     */
    void add(long time, double error) {
        if (asOf != Long.MIN_VALUE && time > asOf) {
            double decay = Math.pow(0.5, (time - asOf) / halfLifeSeconds);
            weight *= decay;
            sum *= decay;
            squares *= decay;
        }
        asOf = time;
        weight++;
        sum += error;
        squares += error * error;
        long day = Math.floorDiv(time, (long) DAY_SECONDS);
        if (day != lastDay) {
            lastDay = day;
            days++;
        }
    }

    /** On how many distinct days errors were made. */
    int days() {
        return days;
    }

    /** How much the errors weigh together: the last one 1. */
    double weight() {
        return weight;
    }

    /** The mean error, 0 without any. */
    double mean() {
        return weight > 0 ? sum / weight : 0;
    }

    /** The mean square error, 0 without any. */
    double meanSquare() {
        return weight > 0 ? squares / weight : 0;
    }
}
