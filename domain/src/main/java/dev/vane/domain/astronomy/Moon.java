package dev.vane.domain.astronomy;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shredzone.commons.suncalc.MoonIllumination;
import org.shredzone.commons.suncalc.MoonPosition;
import org.shredzone.commons.suncalc.MoonTimes;

/**
 * The moon as seen from a place at sea level with a free horizon. Times are good to a few minutes, for the centuries
 * around 2000. Pure; safe for use by several threads.
 */
public final class Moon {

    /** About a third of a lunation: farther off than this, a moment of the moon's phase lies in the past. */
    private static final Duration NEAR = Duration.ofDays(10);

    private Moon() {}

    /** The moon during a local day. Takes a few hundredths of a millisecond. */
    public static MoonDay day(Coordinates place, LocalDay day) {
        Instant middle = day.start().plus(day.length().dividedBy(2));
        return new MoonDay(day.date(), course(place, day), phase(day), illuminatedFraction(middle));
    }

    /** The lit share of the moon's disc, from 0 at new moon to 1 at full moon, as seen from the centre of the earth. */
    public static double illuminatedFraction(Instant instant) {
        double fraction = illumination(instant).getFraction();
        return Math.clamp(fraction, 0, 1);
    }

    /**
     * How far the moon is on its way from one new moon, 0, to the next, 1: by its angle from the sun, not by days. At new and
     * full moon it may be 0.015 off, since the moon mostly passes above or below the line.
     */
    public static double lunation(Instant instant) {
        double turns = (illumination(instant).getPhase() + 180) / 360;
        return turns - Math.floor(turns);
    }

    /** The phase of a local day; see {@link MoonDay#phase()}. */
    public static MoonPhase phase(LocalDay day) {
        double angle = illumination(day.start()).getPhase() + 180; // 0 at new moon, 180 at full moon
        int quarter = (int) Math.round(angle / 90) % 4;
        Duration until = Duration.between(day.start(), next(quarter, day.start()));
        int eighth = 2 * quarter;
        if (until.compareTo(day.length()) >= 0) {
            eighth += until.compareTo(NEAR) < 0 ? -1 : 1;
        }
        MoonPhase[] phases = MoonPhase.values();
        return phases[Math.floorMod(eighth, phases.length)];
    }

    private static Instant next(int quarter, Instant from) {
        return org.shredzone.commons.suncalc.MoonPhase.compute()
                .on(from)
                .utc()
                .phase(90.0 * quarter)
                .execute()
                .getTime()
                .toInstant();
    }

    private static MoonIllumination illumination(Instant instant) {
        return MoonIllumination.compute().on(instant).utc().execute();
    }

    private static Course course(Coordinates place, LocalDay day) {
        if (day.length().equals(Duration.ZERO)) {
            return isUp(place, day.start());
        }
        MoonTimes times = MoonTimes.compute()
                .on(day.start())
                .utc()
                .at(place.latitude(), place.longitude())
                .limit(day.length())
                .execute();
        Optional<Instant> rise = Optional.ofNullable(times.getRise())
                .map(time -> time.toInstant())
                .filter(day::holds);
        Optional<Instant> set = Optional.ofNullable(times.getSet())
                .map(time -> time.toInstant())
                .filter(day::holds);
        return rise.isEmpty() && set.isEmpty() ? isUp(place, day.start()) : new Course.Crosses(rise, set);
    }

    private static Course isUp(Coordinates place, Instant instant) {
        double altitude = MoonPosition.compute()
                .on(instant)
                .utc()
                .at(place.latitude(), place.longitude())
                .execute()
                .getAltitude();
        return altitude > 0 ? new Course.AlwaysAbove() : new Course.AlwaysBelow();
    }
}
