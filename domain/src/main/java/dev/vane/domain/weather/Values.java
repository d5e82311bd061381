package dev.vane.domain.weather;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values of quantities in canonical units; what is not known is absent. Immutable.
 *
 * <p>A forecast of ten days holds some 250 of these, and a house many forecasts: each is one array of the known values and
 * a bit for each quantity, less than half of what a map of boxed numbers takes.
 *
 * @param <Q> {@link Variable} or {@link DailyVariable}
 */
public final class Values<Q extends Enum<Q> & Quantity> {

    private final Class<Q> type;
    private final long known;
    private final double[] values;

    private Values(Class<Q> type, long known, double[] values) {
        this.type = type;
        this.known = known;
        this.values = values;
    }

    /** Starts an empty set of values of one kind of quantity. */
    public static <Q extends Enum<Q> & Quantity> Builder<Q> of(Class<Q> type) {
        return new Builder<>(type);
    }

    /** No value at all. */
    public static <Q extends Enum<Q> & Quantity> Values<Q> none(Class<Q> type) {
        return of(type).build();
    }

    /** The value of a quantity, or empty if it is not known. */
    public OptionalDouble get(Q quantity) {
        return has(quantity) ? OptionalDouble.of(values[index(quantity)]) : OptionalDouble.empty();
    }

    /** Tells whether a quantity's value is known. */
    public boolean has(Q quantity) {
        return (known & bit(quantity)) != 0;
    }

    /** The quantities whose values are known, in the order of their declaration. */
    public Set<Q> known() {
        EnumSet<Q> set = EnumSet.allOf(type);
        set.removeIf(quantity -> !has(quantity));
        return Collections.unmodifiableSet(set);
    }

    /** Tells whether nothing is known. */
    public boolean isEmpty() {
        return known == 0;
    }

    /** A value's place: as many come before it as there are known quantities declared before its own. */
    private int index(Q quantity) {
        return Long.bitCount(known & (bit(quantity) - 1));
    }

    private static long bit(Enum<?> quantity) {
        return 1L << slot(quantity);
    }

    /** By declaration, as in an EnumMap: nothing that depends on it leaves this object. */
    @SuppressWarnings("EnumOrdinal")
    private static int slot(Enum<?> quantity) {
        return quantity.ordinal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values<?> that
                && type == that.type
                && known == that.known
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(known) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return known().stream()
                .map(quantity -> quantity + "=" + values[index(quantity)])
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * Collects values. Not safe for use by several threads.
     *
     * @param <Q> {@link Variable} or {@link DailyVariable}
     */
    public static final class Builder<Q extends Enum<Q> & Quantity> {
        private final Class<Q> type;
        private final double[] slots = new double[Long.SIZE];
        private long known;

        private Builder(Class<Q> type) {
            this.type = type;
        }

        /**
         * Sets the value of a quantity in its canonical unit, replacing an earlier one.
         *
         * @throws IllegalArgumentException if the value is not finite or outside the quantity's physical range
         */
        public Builder<Q> set(Q quantity, double value) {
            if (!quantity.admits(value)) {
                throw new IllegalArgumentException(quantity.key() + " is " + value + ", not between "
                        + quantity.minimum() + " and " + quantity.maximum() + " "
                        + quantity.dimension().canonical().symbol());
            }
            slots[slot(quantity)] = value + 0.0; // -0.0 becomes 0.0
            known |= bit(quantity);
            return this;
        }

        /** Sets the value of a quantity if there is one; see {@link #set}. */
        public Builder<Q> set(Q quantity, OptionalDouble value) {
            value.ifPresent(present -> set(quantity, present));
            return this;
        }

        /** Sets what the other values know and these do not. */
        public Builder<Q> fillFrom(Values<Q> other) {
            for (Q quantity : other.known()) {
                if ((known & bit(quantity)) == 0) {
                    set(quantity, other.get(quantity));
                }
            }
            return this;
        }

        /** The values set so far. */
        public Values<Q> build() {
            double[] values = new double[Long.bitCount(known)];
            long left = known;
            for (int i = 0; i < values.length; i++) {
                values[i] = slots[Long.numberOfTrailingZeros(left)];
                left &= left - 1;
            }
            return new Values<>(type, known, values);
        }
    }
}
