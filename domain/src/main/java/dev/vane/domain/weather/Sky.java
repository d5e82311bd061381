package dev.vane.domain.weather;

import java.util.Objects;

/**
 * The look of the sky in Vane's vocabulary: condition, intensity and thunder. Day or night is not part of it; that comes
 * from the sun's position.
 *
 * @param condition what kind of weather
 * @param intensity how strong, where the condition has degrees
 * @param thunder whether it thunders
 */
public record Sky(Condition condition, Intensity intensity, boolean thunder) {

    /** Nothing is known. */
    public static final Sky UNKNOWN = new Sky(Condition.UNKNOWN, Intensity.NONE, false);

    /** Checks that nothing is missing. */
    public Sky {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(intensity, "intensity");
    }

    /** A sky without thunder and without a degree. */
    public static Sky of(Condition condition) {
        return new Sky(condition, Intensity.NONE, false);
    }

    /** A sky with a degree, without thunder. */
    public static Sky of(Condition condition, Intensity intensity) {
        return new Sky(condition, intensity, false);
    }

    /** How strong a condition is. */
    public enum Intensity {
        /** The condition has no degrees, or the source gives none. */
        NONE,
        /** Light or slight. */
        LIGHT,
        /** Moderate. */
        MODERATE,
        /** Heavy, dense or violent. */
        HEAVY;

        /** Its name in JSON and tables; empty for {@link #NONE}. */
        public String key() {
            return this == NONE ? "" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
