package dev.vane.domain.weather;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * The look of the sky in Vane's vocabulary: condition, intensity and thunder. Day or night is not part of it; that
 * comes from the sun's position.
 *
 * @param condition what kind of weather
 * @param intensity how strong, where the condition has degrees
 * @param thunder whether it thunders
 */
public record Sky(Condition condition, Intensity intensity, boolean thunder) {

    /** Nothing is known. */
    public static final Sky UNKNOWN = new Sky(Condition.UNKNOWN, Intensity.NONE, false);

    private static final Comparator<Sky> BY_SIGNIFICANCE = Comparator.comparingInt(
                    (Sky sky) -> sky.condition.significanceRank())
            .thenComparing(Sky::intensity, Comparator.reverseOrder())
            .thenComparing(Sky::thunder, Comparator.reverseOrder());

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

    /**
     * The sky that a summary of several names: the one whose condition ranks first by significance, then the stronger
     * one, then the one with thunder.
     *
     * @return one of the skies; {@link #UNKNOWN} if there is none
     */
    public static Sky mostSignificant(Collection<Sky> skies) {
        return skies.stream().min(BY_SIGNIFICANCE).orElse(UNKNOWN);
    }

    /** Its description in English, such as {@code Light rain showers with thunder}; never empty. */
    public String description() {
        return SkyDescription.of(this);
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
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }
    }
}
