package dev.vane.application.api;

import java.time.Duration;
import java.util.Objects;

/**
 * When sources are asked, and how long a reader waits.
 *
 * @param firstAnswerLimit how long the first reader of a place waits for an answer, positive
 * @param retry when a source that failed is asked again
 * @param background how watched places are kept up to date
 * @param placesInMemory how many places are kept in memory besides the watched ones, positive; beyond, the one unused for
 *     longest is dropped
 */
public record RefreshPolicy(
        Duration firstAnswerLimit, RetryPolicy retry, BackgroundPolicy background, int placesInMemory) {

    /** What a household needs: three seconds of patience, and providers left in peace. */
    public static final RefreshPolicy DEFAULT =
            new RefreshPolicy(Duration.ofSeconds(3), RetryPolicy.standard(), BackgroundPolicy.standard(), 50);

    /** Checks the ranges. */
    public RefreshPolicy {
        requirePositive("first answer limit", firstAnswerLimit);
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(background, "background");
        requireAtLeastOne("places in memory", placesInMemory);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " is " + value + ", not positive");
        }
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", below 1");
        }
    }

    /**
     * When a source that failed is asked again.
     *
     * @param first how long it is left alone after its first failure, positive
     * @param longest the longest time that it is left alone after failures on end, unless it asks for more, positive
     * @param failuresToPause after how many failures on end, over all places, it is not called for any place, at least 1
     */
    public record RetryPolicy(Duration first, Duration longest, int failuresToPause) {

        /** Checks the ranges. */
        public RetryPolicy {
            requirePositive("retry after failure", first);
            requirePositive("longest retry", longest);
            requireAtLeastOne("failures until a pause", failuresToPause);
        }

        /** Half a minute, doubling up to a quarter of an hour; for all places after five failures. */
        public static RetryPolicy standard() {
            return new RetryPolicy(Duration.ofSeconds(30), Duration.ofMinutes(15), 5);
        }

        /**
         * How long to leave a source alone: doubling from failure to failure.
         *
         * @param failures how many calls failed on end, at least 1
         */
        public Duration backOff(int failures) {
            int doublings = Math.min(failures - 1, 16);
            Duration wait = first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    /**
     * How watched places are kept up to date.
     *
     * @param mostWatches how many places may be watched, at least 1
     * @param jitterPercent up to which share of its interval a refresh is put off, so that not all come at once; 0 to 50
     * @param restartSpread over which time the refreshes are spread that are overdue at the start, positive
     */
    public record BackgroundPolicy(int mostWatches, int jitterPercent, Duration restartSpread) {

        private static final int MOST_JITTER = 50;

        /** Checks the ranges. */
        public BackgroundPolicy {
            requireAtLeastOne("watches", mostWatches);
            requirePositive("spread after a restart", restartSpread);
            if (jitterPercent < 0 || jitterPercent > MOST_JITTER) {
                throw new IllegalArgumentException("jitter is " + jitterPercent + " %, not 0 to 50 %");
            }
        }

        /** Twenty places, a tenth of jitter, one minute. */
        public static BackgroundPolicy standard() {
            return new BackgroundPolicy(20, 10, Duration.ofMinutes(1));
        }
    }
}
