package dev.vane.domain.astronomy;

import java.util.Locale;

/** The eight named phases of the moon in their order. */
public enum MoonPhase {
    /** New moon. */
    NEW_MOON,
    /** Between new moon and first quarter. */
    WAXING_CRESCENT,
    /** First quarter: half, growing. */
    FIRST_QUARTER,
    /** Between first quarter and full moon. */
    WAXING_GIBBOUS,
    /** Full moon. */
    FULL_MOON,
    /** Between full moon and last quarter. */
    WANING_GIBBOUS,
    /** Last quarter: half, shrinking. */
    LAST_QUARTER,
    /** Between last quarter and new moon. */
    WANING_CRESCENT;

    /** Its name in JSON: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
