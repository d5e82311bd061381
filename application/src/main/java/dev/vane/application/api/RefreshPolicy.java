package dev.vane.application.api;

import java.time.Duration;

/**
 * When sources are asked, and how long a reader waits.
 *
 * @param firstAnswerLimit how long the first reader of a place waits for an answer, positive
 * @param retryAfterFailure how long a source is left alone after its first failure, positive
 * @param longestRetry the longest time that a source is left alone after failures on end, unless it asks for more
 * @param placesInMemory how many places are kept in memory, positive; beyond, the one unused for longest is dropped
 */
public record RefreshPolicy(
        Duration firstAnswerLimit, Duration retryAfterFailure, Duration longestRetry, int placesInMemory) {

    /** What a household needs: three seconds of patience, and providers left in peace. */
    public static final RefreshPolicy DEFAULT =
            new RefreshPolicy(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofMinutes(15), 50);

    /** Checks the ranges. */
    public RefreshPolicy {
        requirePositive("first answer limit", firstAnswerLimit);
        requirePositive("retry after failure", retryAfterFailure);
        requirePositive("longest retry", longestRetry);
        if (placesInMemory < 1) {
            throw new IllegalArgumentException("places in memory is " + placesInMemory + ", below 1");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " is " + value + ", not positive");
        }
    }

    /**
     * How long to leave a source alone: doubling from failure to failure.
     *
     * @param failures how many calls failed on end, at least 1
     */
    public Duration backOff(int failures) {
        int doublings = Math.min(failures - 1, 16);
        Duration wait = retryAfterFailure.multipliedBy(1L << doublings);
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
