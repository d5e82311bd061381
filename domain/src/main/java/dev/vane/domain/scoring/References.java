package dev.vane.domain.scoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What a forecast must beat to be worth anything, made of the truth alone and of nothing later than the forecast was read:
 * persistence, the last value before; and climatology, the mean of the record at the same time of the year (15 days to
 * either side) and of the day (an hour to either side).
 *
 * <p>Days are added by ascending date; the references of a day need no later one. Not safe for use by several threads.
 */
final class References {

    private static final int HOURS = HourValues.HOURS;

    /** What is older than this says nothing of now. */
    private static final int OLDEST_LAST_HOURS = 24;

    /** Climatology needs as many days of record before it is a reference. */
    private static final int MIN_CLIMATE_DAYS = 60;

    private static final int HALF_WINDOW_DAYS = 15;
    private static final int FIRST_CAPACITY = 64;

    private final LocalDate first;
    private int days;
    private long[] truths = new long[FIRST_CAPACITY * HOURS];
    private int[] lastKnown = new int[FIRST_CAPACITY * HOURS];
    private int[] daysOfRecord = new int[FIRST_CAPACITY + 1];
    private long[] sums = new long[(FIRST_CAPACITY + 1) * HOURS];
    private int[] counts = new int[(FIRST_CAPACITY + 1) * HOURS];
    private int[] centres = new int[0];

    /** References of a record that begins on a day. */
    References(LocalDate first) {
        this.first = first;
    }

    /** Adds a day after all those before; the days between have no truth. */
    void add(LocalDate date, HourValues values) {
        int number = number(date);
        if (number < days) {
            throw new IllegalArgumentException(date + " is not after the days before");
        }
        reserve(number + 1);
        while (days < number) {
            append(HourValues.NONE);
        }
        append(values);
        centres = centres(date);
    }

    private int number(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(first, date);
    }

    private void reserve(int size) {
        if (size > daysOfRecord.length - 1) {
            int capacity = Math.max(size, 2 * (daysOfRecord.length - 1));
            truths = Arrays.copyOf(truths, capacity * HOURS);
            lastKnown = Arrays.copyOf(lastKnown, capacity * HOURS);
            daysOfRecord = Arrays.copyOf(daysOfRecord, capacity + 1);
            sums = Arrays.copyOf(sums, (capacity + 1) * HOURS);
            counts = Arrays.copyOf(counts, (capacity + 1) * HOURS);
        }
    }

    private void append(HourValues values) {
        boolean any = false;
        int start = days * HOURS;
        int last = start == 0 ? -1 : lastKnown[start - 1];
        for (int hour = 0; hour < HOURS; hour++) {
            int index = start + hour;
            boolean known = values.has(hour);
            any |= known;
            last = known ? index : last;
            truths[index] = values.fixedAt(hour);
            lastKnown[index] = last;
            sums[index + HOURS] = sums[index] + (known ? values.fixedAt(hour) : 0);
            counts[index + HOURS] = counts[index] + (known ? 1 : 0);
        }
        daysOfRecord[days + 1] = daysOfRecord[days] + (any ? 1 : 0);
        days++;
    }

    /** The numbers of the same day in this and in earlier years, as far as their windows reach into the record. */
    private int[] centres(LocalDate date) {
        int[] all = new int[1];
        all[0] = number(date);
        for (int year = 1; number(date.minusYears(year)) + HALF_WINDOW_DAYS >= 0; year++) {
            all = Arrays.copyOf(all, year + 1);
            all[year] = number(date.minusYears(year));
        }
        return all;
    }

    /** The last truth by a time that is so many hours before an hour of the last day, in thousandths, or unknown. */
    long persistence(int hour, int readAhead) {
        int read = (days - 1) * HOURS + hour - readAhead;
        if (read < 0) {
            return HourValues.UNKNOWN;
        }
        int last = lastKnown[read];
        return last < 0 || read - last > OLDEST_LAST_HOURS ? HourValues.UNKNOWN : truths[last];
    }

    /** The mean of the record by a time that is so many hours before an hour of the last day, in thousandths, or unknown. */
    long climatology(int hour, int readAhead) {
        int readDay = Math.floorDiv((days - 1) * HOURS + hour - readAhead, HOURS);
        if (readDay < 0 || daysOfRecord[readDay] < MIN_CLIMATE_DAYS) {
            return HourValues.UNKNOWN;
        }
        long sum = 0;
        long count = 0;
        for (int centre : centres) {
            int from = Math.max(0, centre - HALF_WINDOW_DAYS) * HOURS;
            int to = Math.min(readDay, centre + HALF_WINDOW_DAYS + 1) * HOURS;
            for (int near = hour + HOURS - 1; from < to && near <= hour + HOURS + 1; near++) {
                int column = near % HOURS;
                sum += sums[to + column] - sums[from + column];
                count += counts[to + column] - counts[from + column];
            }
        }
        return count == 0 ? HourValues.UNKNOWN : Math.floorDiv(sum + count / 2, count);
    }
}
