package dev.vane.domain.astronomy;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shredzone.commons.suncalc.SunTimes;

/**
 * Every time at which the sun's centre passes an elevation during a local day. There are two on most days, none in
 * polar day and night, and up to three in between: where the sun sets around midnight, a day may have two sunsets.
 *
 * @param day the day
 * @param crossings ascending in time
 * @param aboveAtStart whether the sun is above when the day begins
 */
record SunCrossings(LocalDay day, List<Crossing> crossings, boolean aboveAtStart) {

    /**
     * One passage.
     *
     * @param at when
     * @param up whether the sun comes up and does not go down
     */
    record Crossing(Instant at, boolean up) {}

    static SunCrossings of(Coordinates place, LocalDay day, double elevation) {
        List<Crossing> crossings = new ArrayList<>();
        Instant from = day.start();
        while (from.isBefore(day.end())) {
            List<Crossing> next = next(place, from, day.end(), elevation);
            crossings.addAll(next);
            // a minute, lest the same passage is found again
            from = next.isEmpty() ? day.end() : next.getLast().at().plusSeconds(60);
        }
        boolean aboveAtStart = crossings.isEmpty()
                ? Sun.elevation(place, day.start()) > elevation
                : !crossings.getFirst().up();
        return new SunCrossings(day, List.copyOf(crossings), aboveAtStart);
    }

    private static List<Crossing> next(Coordinates place, Instant from, Instant to, double elevation) {
        SunTimes times = times(place, from, to, elevation);
        return Stream.of(crossing(times.getRise(), true), crossing(times.getSet(), false))
                .flatMap(Optional::stream)
                .filter(crossing ->
                        !crossing.at().isBefore(from) && crossing.at().isBefore(to))
                .sorted(Comparator.comparing(Crossing::at))
                .toList();
    }

    private static Optional<Crossing> crossing(ZonedDateTime time, boolean up) {
        return Optional.ofNullable(time).map(at -> new Crossing(at.toInstant(), up));
    }

    static SunTimes times(Coordinates place, Instant from, Instant to, double elevation) {
        return SunTimes.compute()
                .on(from)
                .utc()
                .at(place.latitude(), place.longitude())
                .twilight(elevation)
                .limit(Duration.between(from, to))
                .execute();
    }

    Course course() {
        if (crossings.isEmpty()) {
            return aboveAtStart ? new Course.AlwaysAbove() : new Course.AlwaysBelow();
        }
        Optional<Instant> rise = first(true, day.start());
        Optional<Instant> set = rise.flatMap(up -> first(false, up)).or(() -> first(false, day.start()));
        return new Course.Crosses(rise, set);
    }

    private Optional<Instant> first(boolean up, Instant from) {
        return crossings.stream()
                .filter(crossing -> crossing.up() == up && !crossing.at().isBefore(from))
                .map(Crossing::at)
                .findFirst();
    }

    /** For how much of the day the sun is above the elevation. */
    Duration timeAbove() {
        Duration above = Duration.ZERO;
        boolean up = aboveAtStart;
        Instant from = day.start();
        for (Crossing crossing : crossings) {
            above = up ? above.plus(Duration.between(from, crossing.at())) : above;
            up = crossing.up();
            from = crossing.at();
        }
        return up ? above.plus(Duration.between(from, day.end())) : above;
    }
}
