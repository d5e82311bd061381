package dev.vane.domain.quality;

/**
 * What a value can be.
 *
 * @param minimum the least value that can be
 * @param maximum the greatest value that can be
 */
record Range(double minimum, double maximum) {

    /** Tells whether a value can be. */
    boolean admits(double value) {
        return value >= minimum && value <= maximum;
    }
}
