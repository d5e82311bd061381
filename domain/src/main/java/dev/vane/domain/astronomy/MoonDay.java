package dev.vane.domain.astronomy;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The moon during one local day at a place.
 *
 * @param date the local day
 * @param course moonrise and moonset, either of which about one day a month goes without
 * @param phase new moon, first quarter, full moon or last quarter on the day in which that moment lies, else the phase
 *     between
 * @param illuminatedFraction the lit share of the disc at the middle of the day, from 0 to 1
 */
public record MoonDay(LocalDate date, Course course, MoonPhase phase, double illuminatedFraction) {

    /** Checks that nothing is missing and that the fraction is one. */
    public MoonDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(phase, "phase");
        if (!(illuminatedFraction >= 0 && illuminatedFraction <= 1)) {
            throw new IllegalArgumentException(
                    "illuminated fraction is " + illuminatedFraction + ", not between 0 and 1");
        }
    }
}
