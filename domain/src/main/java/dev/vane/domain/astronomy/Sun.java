package dev.vane.domain.astronomy;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shredzone.commons.suncalc.SunPosition;
import org.shredzone.commons.suncalc.SunTimes;

/**
 * The sun as seen from a place at sea level with a free horizon. Times are good to about a minute below the polar
 * circles, elevations to a hundredth of a degree, for the centuries around 2000. Pure; safe for use by several threads.
 */
public final class Sun {

    /**
     * The elevation of the sun's centre at sunrise and sunset in degrees: 34′ of refraction and 16′ of semidiameter, by
     * convention (The Nautical Almanac).
     */
    public static final double HORIZON = -0.833;

    private static final double CIVIL = -6;
    private static final double NAUTICAL = -12;
    private static final double ASTRONOMICAL = -18;

    private Sun() {}

    /**
     * The sun during a local day. Takes about a tenth of a millisecond; {@link #isDaylight} is the one to call in
     * loops.
     */
    public static SunDay day(Coordinates place, LocalDay day) {
        SunCrossings horizon = SunCrossings.of(place, day, HORIZON);
        SunDay.Twilights twilights = new SunDay.Twilights(
                SunCrossings.of(place, day, CIVIL).course(),
                SunCrossings.of(place, day, NAUTICAL).course(),
                SunCrossings.of(place, day, ASTRONOMICAL).course());
        return new SunDay(day.date(), horizon.course(), noon(place, day), horizon.timeAbove(), twilights);
    }

    /**
     * Tells whether the sun is up: whether its centre is above {@link #HORIZON}. Agrees with the times of
     * {@link #day} to a few seconds. Takes under a microsecond.
     */
    public static boolean isDaylight(Coordinates place, Instant instant) {
        return elevation(place, instant) > HORIZON;
    }

    /** The height of the sun's centre above the true horizon in degrees, from -90 to 90, without refraction. */
    public static double elevation(Coordinates place, Instant instant) {
        return SunPosition.compute()
                .on(instant)
                .at(place.latitude(), place.longitude())
                .utc()
                .execute()
                .getTrueAltitude();
    }

    private static Optional<Instant> noon(Coordinates place, LocalDay day) {
        if (day.length().equals(Duration.ZERO)) {
            return Optional.empty();
        }
        SunTimes times = SunCrossings.times(place, day.start(), day.end(), HORIZON);
        return Optional.ofNullable(times.getNoon())
                .map(noon -> noon.toInstant())
                .filter(day::holds);
    }
}
