package dev.vane.domain.weather;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The rules that times and periods of conditions obey. */
final class Steps {

    private Steps() {}

    /** Checks that a period is not negative, and that there is one where an interval variable needs it. */
    static void requirePeriod(Duration period, Conditions conditions) {
        if (period.isNegative()) {
            throw new IllegalArgumentException("period is " + period + ", below zero");
        }
        if (period.isZero() && conditions.values().known().stream().anyMatch(Variable::ofInterval)) {
            throw new IllegalArgumentException("period is zero, but there are values of an interval: " + conditions);
        }
    }

    /** Checks that keys rise strictly. */
    static <T, K extends Comparable<? super K>> void requireAscending(String what, List<T> items, Function<T, K> key) {
        for (int i = 1; i < items.size(); i++) {
            K before = key.apply(items.get(i - 1));
            K here = key.apply(items.get(i));
            if (before.compareTo(here) >= 0) {
                throw new IllegalArgumentException(what + " " + i + " (" + here + ") does not follow " + before);
            }
        }
    }
}
