package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.AstronomyView;
import dev.vane.adapters.rest.contract.AstronomyView.MoonView;
import dev.vane.adapters.rest.contract.AstronomyView.SunView;
import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.Times;
import dev.vane.domain.astronomy.Course;
import dev.vane.domain.astronomy.Moon;
import dev.vane.domain.astronomy.MoonDay;
import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.astronomy.SunDay;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes the document of the sun and the moon of a day. */
final class AstronomyDocument {

    private AstronomyDocument() {}

    static AstronomyView of(Coordinates place, LocalDay day) {
        return new AstronomyView(day.date().toString(), sun(Sun.day(place, day)), moon(Moon.day(place, day)));
    }

    private static SunView sun(SunDay day) {
        String state = switch (day.course()) {
            case Course.AlwaysAbove() -> "polar_day";
            case Course.AlwaysBelow() -> "polar_night";
            case Course.Crosses crosses -> "rises_and_sets";
        };
        return new SunView(
                state,
                rise(day.course()),
                set(day.course()),
                day.solarNoon().map(Times::text),
                day.dayLength().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    private static MoonView moon(MoonDay day) {
        return new MoonView(
                day.phase().key(),
                Figure.rounded(day.illuminatedFraction() * 100, 1),
                rise(day.course()),
                set(day.course()));
    }

    private static Optional<String> rise(Course course) {
        return switch (course) {
            case Course.Crosses(Optional<Instant> rise, Optional<Instant> set) -> rise.map(Times::text);
            case Course.AlwaysAbove(), Course.AlwaysBelow() -> Optional.empty();
        };
    }

    private static Optional<String> set(Course course) {
        return switch (course) {
            case Course.Crosses(Optional<Instant> rise, Optional<Instant> set) -> set.map(Times::text);
            case Course.AlwaysAbove(), Course.AlwaysBelow() -> Optional.empty();
        };
    }
}
