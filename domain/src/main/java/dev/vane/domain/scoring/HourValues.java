package dev.vane.domain.scoring;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * At most one value for each hour of a UTC day, in fixed point: whole thousandths of the canonical unit, so that sums are
 * the same in whatever order they are made. Immutable.
 */
public final class HourValues {

    /** Hours of a day. */
    public static final int HOURS = 24;

    /** Parts of a unit. */
    public static final double SCALE = 1000;

    /** What stands for a value that is not known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** No value at all. */
    public static final HourValues NONE = new HourValues(unknown());

    private final long[] thousandths;

    private HourValues(long[] thousandths) {
        this.thousandths = thousandths;
    }

    private static long[] unknown() {
        long[] all = new long[HOURS];
        Arrays.fill(all, UNKNOWN);
        return all;
    }

    /**
     * Values in fixed point.
     *
     * @param thousandths 24 of them, {@link #UNKNOWN} where there is none
     */
    public static HourValues of(long[] thousandths) {
        if (thousandths.length != HOURS) {
            throw new IllegalArgumentException(thousandths.length + " hours of a day");
        }
        return new HourValues(thousandths.clone());
    }

    /** A value in fixed point: the nearest thousandth. */
    public static long fixed(double value) {
        return Math.round(value * SCALE);
    }

    /** The same values but for one hour, 0 to 23; empty takes its value away. */
    public HourValues with(int hour, OptionalDouble value) {
        long[] changed = thousandths.clone();
        changed[hour] = value.isPresent() ? fixed(value.getAsDouble()) : UNKNOWN;
        return new HourValues(changed);
    }

    /** Tells whether the value of an hour, 0 to 23, is known. */
    public boolean has(int hour) {
        return thousandths[hour] != UNKNOWN;
    }

    /** The value of an hour, 0 to 23, in thousandths, or {@link #UNKNOWN}. */
    public long fixedAt(int hour) {
        return thousandths[hour];
    }

    /** The value of an hour, 0 to 23, or NaN if it is not known. */
    public double at(int hour) {
        return has(hour) ? thousandths[hour] / SCALE : Double.NaN;
    }

    /** Tells whether no hour has a value. */
    public boolean isEmpty() {
        return Arrays.stream(thousandths).allMatch(value -> value == UNKNOWN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HourValues that && Arrays.equals(thousandths, that.thousandths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(thousandths);
    }

    @Override
    public String toString() {
        return Arrays.toString(thousandths);
    }
}
