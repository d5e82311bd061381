package dev.vane.domain.scoring;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a source forecast. Definitions: WWRP/WGNE Joint Working Group on Forecast Verification Research; Wilks,
 * Statistical Methods in the Atmospheric Sciences, ch. 9.
 *
 * @param pairs how many forecasts were compared with the truth
 * @param days on how many distinct days
 * @param errors what their errors were like; empty without pairs, and for a probability
 * @param occurrence how often it was right about whether any precipitation falls; of an amount only
 * @param probability how good its probabilities were; of a probability only
 */
public record Score(
        long pairs,
        int days,
        Optional<Errors> errors,
        Optional<Occurrence> occurrence,
        Optional<Probability> probability) {

    /** Below as many pairs, or on fewer than {@link #MIN_DAYS} days, a score says nothing. */
    public static final int MIN_PAIRS = 30;

    /** On fewer distinct days a score says nothing. */
    public static final int MIN_DAYS = 5;

    /** Checks that nothing is missing. */
    public Score {
        Objects.requireNonNull(errors, "errors");
        Objects.requireNonNull(occurrence, "occurrence");
        Objects.requireNonNull(probability, "probability");
    }

    /** Tells whether there is enough data for it to mean something. */
    public boolean enough() {
        return pairs >= MIN_PAIRS && days >= MIN_DAYS;
    }

    /**
     * Errors of a continuous variable, in its canonical unit.
     *
     * @param bias mean of forecast minus observed; of a direction, each the shorter way round, -180 to 180
     * @param meanAbsolute mean absolute error
     * @param rootMeanSquare root of the mean square error
     * @param interval 90 % interval of the mean absolute error, by a moving-block bootstrap over days; empty on one day
     * @param skill 1 - MAE / MAE of the reference, on pairs that both have; empty without a reference
     * @param reference what the skill is relative to: the better of persistence and climatology; empty as the skill is
     */
    public record Errors(
            double bias,
            double meanAbsolute,
            double rootMeanSquare,
            Optional<Interval> interval,
            OptionalDouble skill,
            Optional<Reference> reference) {}

    /**
     * An interval.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) {}

    /** What a source must beat to be worth anything. */
    public enum Reference {
        /** The last observation before the forecast was read. */
        PERSISTENCE,
        /** The place's own record for the time of the year and the day. */
        CLIMATOLOGY
    }

    /**
     * Precipitation of at least 0.1 mm, forecast and observed.
     *
     * @param hits forecast and observed
     * @param misses observed only
     * @param falseAlarms forecast only
     * @param correctNegatives neither
     */
    public record Occurrence(double hits, double misses, double falseAlarms, double correctNegatives) {

        /** Probability of detection: hits / observed. */
        public OptionalDouble detection() {
            return ratio(hits, hits + misses);
        }

        /** False alarm ratio: false alarms / forecast. */
        public OptionalDouble falseAlarmRatio() {
            return ratio(falseAlarms, hits + falseAlarms);
        }

        /** Critical success index: hits / (forecast or observed). */
        public OptionalDouble criticalSuccess() {
            return ratio(hits, hits + misses + falseAlarms);
        }

        /** Frequency bias: forecast / observed. */
        public OptionalDouble frequencyBias() {
            return ratio(hits + falseAlarms, hits + misses);
        }

        private static OptionalDouble ratio(double part, double whole) {
            return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
        }
    }

    /**
     * Quality of probabilities.
     *
     * @param brier mean of (forecast - observed)², both between 0 and 1; 0 is perfect
     * @param reliability how often it happened where about as much was forecast, by ascending forecast; no empty bins
     */
    public record Probability(double brier, List<Bin> reliability) {
        /** Copies the list. */
        public Probability {
            reliability = List.copyOf(reliability);
        }
    }

    /**
     * Forecasts of about the same probability.
     *
     * @param pairs how many
     * @param forecast their mean, %
     * @param observed how often it happened, %
     */
    public record Bin(double pairs, double forecast, double observed) {}
}
