package dev.vane.domain.quality;

import java.util.Locale;

/** A rule of quality control. */
public enum QualityRule {
    /** Outside of what can be at this latitude. */
    RANGE,
    /** Changed faster than the air can. */
    STEP,
    /** Has not changed for longer than the air stays: the sensor is stuck. */
    PERSISTENCE,
    /** Contradicts another value of the same reading. */
    CONSISTENCY,
    /** Far from what all sources say. */
    NEIGHBOURS;

    /** Its name in JSON and tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
