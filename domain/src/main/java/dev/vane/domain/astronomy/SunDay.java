package dev.vane.domain.astronomy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The sun during one local day at a place.
 *
 * @param date the local day
 * @param course sunrise and sunset: the upper limb at the horizon in mean refraction, its centre at
 *     {@link Sun#HORIZON}
 * @param solarNoon when it stands highest; empty at the poles, and on the rare day without a noon where the clock is
 *     about twelve hours off the sun
 * @param dayLength for how much of the day it is up
 * @param twilights dawn and dusk
 */
public record SunDay(
        LocalDate date, Course course, Optional<Instant> solarNoon, Duration dayLength, Twilights twilights) {

    /** Checks that nothing is missing. */
    public SunDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(course, "course");
        Objects.requireNonNull(solarNoon, "solarNoon");
        Objects.requireNonNull(dayLength, "dayLength");
        Objects.requireNonNull(twilights, "twilights");
    }

    /**
     * Dawn (as rise) and dusk (as set) by the height of the sun's centre.
     *
     * @param civil 6° below the horizon
     * @param nautical 12° below the horizon
     * @param astronomical 18° below the horizon
     */
    public record Twilights(Course civil, Course nautical, Course astronomical) {
        /** Checks that nothing is missing. */
        public Twilights {
            Objects.requireNonNull(civil, "civil");
            Objects.requireNonNull(nautical, "nautical");
            Objects.requireNonNull(astronomical, "astronomical");
        }
    }
}
