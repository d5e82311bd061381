package dev.vane.adapters.sqlite.archive;

/**
 * A stretch of time.
 *
 * @param from the first millisecond, inclusive
 * @param to the last millisecond, inclusive; before {@code from} if there is none
 */
record Stretch(long from, long to) {

    boolean isEmpty() {
        return to < from;
    }
}
