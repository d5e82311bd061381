package dev.vane.adapters.sqlite.archive;

import java.util.Arrays;
import java.util.List;

/**
 * Observations of one source about one place by column, as whole numbers, by ascending valid time. What is not known is
 * {@link #UNKNOWN}. Not to be changed once made.
 */
final class Readings {

    /** No value: far beyond every number that is kept. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private final List<ObservationColumn> columns;
    private final long[] times;
    private final long[][] values;

    private Readings(List<ObservationColumn> columns, long[] times, long[][] values) {
        this.columns = columns;
        this.times = times;
        this.values = values;
    }

    List<ObservationColumn> columns() {
        return columns;
    }

    int size() {
        return times.length;
    }

    boolean isEmpty() {
        return times.length == 0;
    }

    /** The valid time of an observation, ms. */
    long time(int index) {
        return times[index];
    }

    long firstTime() {
        return times[0];
    }

    long lastTime() {
        return times[times.length - 1];
    }

    /** A value by the place of its column. */
    long value(int column, int index) {
        return values[column][index];
    }

    /** All valid times. */
    long[] times() {
        return times.clone();
    }

    /** All values of a column. */
    long[] values(int column) {
        return values[column].clone();
    }

    /** Those of some places in the order. */
    Readings range(int from, int to) {
        Builder part = new Builder(columns, to - from);
        for (int i = from; i < to; i++) {
            part.add(this, i);
        }
        return part.build();
    }

    /** Those of a stretch of time, both ends inclusive. */
    Readings within(long from, long to) {
        int first = place(from);
        int end = place(to + 1);
        return first == 0 && end == times.length ? this : range(first, Math.max(first, end));
    }

    /** How many are before a time. */
    private int place(long time) {
        int found = Arrays.binarySearch(times, time);
        return found < 0 ? -found - 1 : found;
    }

    /** These and newer ones, which replace those of the same times. The columns must be the same. */
    Readings with(Readings newer) {
        if (isEmpty() || newer.isEmpty()) {
            return isEmpty() ? newer : this;
        }
        Builder merged = new Builder(columns, size() + newer.size());
        int here = 0;
        int there = 0;
        while (here < size() || there < newer.size()) {
            long mine = here < size() ? times[here] : Long.MAX_VALUE;
            long its = there < newer.size() ? newer.times[there] : Long.MAX_VALUE;
            if (its <= mine) {
                merged.add(newer, there++);
                here += its == mine ? 1 : 0;
            } else {
                merged.add(this, here++);
            }
        }
        return merged.build();
    }

    /** Takes observations by ascending valid time. */
    static final class Builder {
        private final List<ObservationColumn> columns;
        private long[] times;
        private final long[][] values;
        private int size;

        Builder(List<ObservationColumn> columns, int capacity) {
            this.columns = columns;
            this.times = new long[capacity];
            this.values = new long[columns.size()][capacity];
        }

        /** Begins an observation, of which nothing is known yet. */
        void next(long time) {
            if (size == times.length) {
                grow(Math.max(16, 2 * size));
            }
            times[size] = time;
            for (long[] column : values) {
                column[size] = UNKNOWN;
            }
            size++;
        }

        private void grow(int capacity) {
            times = Arrays.copyOf(times, capacity);
            for (int column = 0; column < values.length; column++) {
                values[column] = Arrays.copyOf(values[column], capacity);
            }
        }

        /** Sets a value of the observation begun last. */
        void set(int column, long value) {
            values[column][size - 1] = value;
        }

        private void add(Readings other, int index) {
            next(other.times[index]);
            for (int column = 0; column < values.length; column++) {
                values[column][size - 1] = other.values[column][index];
            }
        }

        /** Adds others that are later than all before. */
        void addAll(Readings later) {
            for (int i = 0; i < later.size(); i++) {
                add(later, i);
            }
        }

        /** Adds the first values of columns that are all equally long. */
        static Readings of(List<ObservationColumn> columns, long[] times, long[][] values) {
            return new Readings(columns, times, values);
        }

        Readings build() {
            if (size < times.length) {
                grow(size);
            }
            return new Readings(columns, times, values);
        }
    }
}
