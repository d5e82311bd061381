package dev.vane.domain.weather;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Values of quantities in canonical units; what is not known is absent. Immutable.
 *
 * @param <Q> {@link Variable} or {@link DailyVariable}
 */
public final class Values<Q extends Enum<Q> & Quantity> {

    private final Map<Q, Double> values;

    private Values(Map<Q, Double> values) {
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
        Double value = values.get(quantity);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Tells whether a quantity's value is known. */
    public boolean has(Q quantity) {
        return values.containsKey(quantity);
    }

    /** The quantities whose values are known, in the order of their declaration. */
    public Set<Q> known() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Tells whether nothing is known. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values<?> that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /**
     * Collects values. Not safe for use by several threads.
     *
     * @param <Q> {@link Variable} or {@link DailyVariable}
     */
    public static final class Builder<Q extends Enum<Q> & Quantity> {
        private final EnumMap<Q, Double> values;

        private Builder(Class<Q> type) {
            values = new EnumMap<>(type);
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
            values.put(quantity, value + 0.0); // -0.0 becomes 0.0
            return this;
        }

        /** Sets the value of a quantity if there is one; see {@link #set}. */
        public Builder<Q> set(Q quantity, OptionalDouble value) {
            value.ifPresent(present -> set(quantity, present));
            return this;
        }

        /** Sets what the other values know and these do not. */
        public Builder<Q> fillFrom(Values<Q> other) {
            other.values.forEach(values::putIfAbsent);
            return this;
        }

        /** The values set so far. */
        public Values<Q> build() {
            return new Values<>(new EnumMap<>(values));
        }
    }
}
