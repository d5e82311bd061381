package dev.vane.application.api;

import dev.vane.application.spi.CallWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many calls may be made of a provider.
 *
 * @param limits the greatest number of calls in a window, positive; no limit for a window that is absent
 * @param softPercent the share of each limit, 0 to 100 %, up to which refreshing in the background is free; beyond, it
 *     gets the rest of the limit only bit by bit, in step with the window's time
 */
public record CallBudget(Map<CallWindow, Integer> limits, int softPercent) {

    /** As many calls as one likes. */
    public static final CallBudget UNLIMITED = new CallBudget(Map.of(), 100);

    private static final int ALL = 100;

    /** Copies the limits and checks the ranges. */
    public CallBudget {
        EnumMap<CallWindow, Integer> copy = new EnumMap<>(CallWindow.class);
        copy.putAll(limits);
        limits = Collections.unmodifiableMap(copy);
        limits.forEach((window, limit) -> {
            if (limit < 1) {
                throw new IllegalArgumentException(
                        "limit of calls in a " + window.key() + " is " + limit + ", below 1");
            }
        });
        if (softPercent < 0 || softPercent > ALL) {
            throw new IllegalArgumentException("soft limit is " + softPercent + " %, not 0 to 100 %");
        }
    }

    /**
     * How many calls may have been made in a window by a time for the background to make more.
     *
     * @param window one that has a limit
     */
    public long backgroundLimit(CallWindow window, Instant now) {
        long hard = limits.get(window);
        long soft = hard * softPercent / ALL;
        Instant start = window.start(now);
        long whole = Duration.between(start, window.end(now)).toMillis();
        return soft + (hard - soft) * Duration.between(start, now).toMillis() / whole;
    }
}
