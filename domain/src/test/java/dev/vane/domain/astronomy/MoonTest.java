package dev.vane.domain.astronomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoonTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Coordinates BERLIN = new Coordinates(52.52, 13.405);

    /**
     * Moments of the phases in UTC from the astronomical almanac; those of new and full moon with an eclipse are
     * eclipses.
     */
    @ParameterizedTest
    @CsvSource({
        "2024-01-04, LAST_QUARTER", // 03:30
        "2024-01-11, NEW_MOON", // 11:57
        "2024-01-18, FIRST_QUARTER", // 03:53
        "2024-01-25, FULL_MOON", // 17:54
        "2024-04-08, NEW_MOON", // 18:21, total solar eclipse
        "2017-08-21, NEW_MOON", // 18:30, total solar eclipse
        "2022-11-08, FULL_MOON", // 11:02, total lunar eclipse
        "2025-03-14, FULL_MOON", // 06:55, total lunar eclipse
        "2023-08-31, FULL_MOON", // 01:36
        "2024-01-24, WAXING_GIBBOUS",
        "2024-01-26, WANING_GIBBOUS",
        "2024-01-03, WANING_GIBBOUS",
        "2024-01-05, WANING_CRESCENT",
        "2024-01-10, WANING_CRESCENT",
        "2024-01-12, WAXING_CRESCENT",
        "2024-01-17, WAXING_CRESCENT",
        "2024-01-19, WAXING_GIBBOUS"
    })
    void hasThePhaseOfTheAlmanac(LocalDate date, MoonPhase phase) {
        assertThat(Moon.phase(LocalDay.of(date, UTC))).isEqualTo(phase);
    }

    /** The same moments. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-04T03:30:00Z, 0.75",
        "2024-01-18T03:53:00Z, 0.25",
        "2024-01-25T17:54:00Z, 0.5",
        "2024-04-08T19:00:00Z, 0",
        "2024-04-08T17:00:00Z, 1"
    })
    void tellsHowFarALunationIs(Instant moment, double share) {
        assertThat(Moon.lunation(moment)).isCloseTo(share, within(0.015)).isBetween(0.0, 1.0);
    }

    @Test
    void thePhaseIsThatOfTheLocalDay() {
        LocalDate date = LocalDate.of(2023, 8, 31); // full at 01:36 UTC: in New York still the day before
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(Moon.phase(LocalDay.of(date.minusDays(1), newYork))).isEqualTo(MoonPhase.FULL_MOON);
        assertThat(Moon.phase(LocalDay.of(date, newYork))).isEqualTo(MoonPhase.WANING_GIBBOUS);
    }

    @Test
    void phasesFollowOneAnotherForYears() {
        List<MoonPhase> phases = LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .map(date -> Moon.phase(LocalDay.of(date, UTC)))
                .toList();
        List<MoonPhase> order = List.of(MoonPhase.values());
        for (int i = 1; i < phases.size(); i++) {
            int step = order.indexOf(phases.get(i)) - order.indexOf(phases.get(i - 1));
            assertThat(Math.floorMod(step, 8)).as("day %s", i).isLessThanOrEqualTo(1);
        }
        long fullMoons = phases.stream().filter(MoonPhase.FULL_MOON::equals).count();
        assertThat(fullMoons).isEqualTo(124); // 3653 days / 29.53 days
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-25T17:54:00Z, 1.0, 0.01",
        "2024-04-08T18:21:00Z, 0.0, 0.01",
        "2024-01-18T03:53:00Z, 0.5, 0.01",
        "2024-01-04T03:30:00Z, 0.5, 0.01",
        // J. Meeus, Astronomical Algorithms, example 48.a
        "1992-04-12T00:00:00Z, 0.68, 0.01"
    })
    void isLitAsTheAlmanacSays(Instant instant, double fraction, double tolerance) {
        assertThat(Moon.illuminatedFraction(instant)).isCloseTo(fraction, within(tolerance));
    }

    @Test
    void theLitFractionOfADayIsThatOfItsMiddle() {
        LocalDay day = LocalDay.of(LocalDate.of(2024, 1, 20), UTC);
        assertThat(Moon.day(BERLIN, day).illuminatedFraction())
                .isEqualTo(Moon.illuminatedFraction(Instant.parse("2024-01-20T12:00:00Z")));
    }

    @Test
    void theFullMoonRisesAroundSunset() {
        LocalDay day = LocalDay.of(LocalDate.of(2024, 1, 25), ZoneId.of("Europe/Berlin"));
        Instant moonrise = rise(Moon.day(BERLIN, day).course()).orElseThrow();
        Instant sunset = switch (Sun.day(BERLIN, day).course()) {
            case Course.Crosses crosses -> crosses.set().orElseThrow();
            case Course.AlwaysAbove above -> throw new AssertionError(above);
            case Course.AlwaysBelow below -> throw new AssertionError(below);
        };
        assertThat(Duration.between(sunset, moonrise).abs()).isLessThan(Duration.ofMinutes(45));
    }

    private static Optional<Instant> rise(Course course) {
        return switch (course) {
            case Course.Crosses crosses -> crosses.rise();
            case Course.AlwaysAbove above -> Optional.empty();
            case Course.AlwaysBelow below -> Optional.empty();
        };
    }

    @Test
    void risesAboutFiftyMinutesLaterEachDayAndMissesOneDayAMonth() {
        List<Optional<Instant>> rises = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2026, 1, 1))
                .map(date -> rise(Moon.day(BERLIN, LocalDay.of(date, UTC)).course()))
                .toList();
        assertThat(rises.stream().filter(Optional::isEmpty).count()).isBetween(11L, 13L);
        List<Instant> times = rises.stream().flatMap(Optional::stream).toList();
        Duration mean = Duration.between(times.getFirst(), times.getLast()).dividedBy(times.size() - 1);
        assertThat(mean).isCloseTo(Duration.ofMinutes(24 * 60 + 50), Duration.ofMinutes(2));
    }

    @Test
    void staysUpOrDownForDaysInTheArctic() {
        Coordinates svalbard = new Coordinates(78.22, 15.65);
        List<Course> courses = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2025, 2, 1))
                .map(date -> Moon.day(svalbard, LocalDay.of(date, UTC)).course())
                .toList();
        assertThat(courses).contains(new Course.AlwaysAbove(), new Course.AlwaysBelow());
        assertThat(courses).anyMatch(Course.Crosses.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "90, 0, 2024-06-20, UTC",
        "-90, 0, 2024-06-20, UTC",
        "0, 180, 0001-01-01, UTC",
        "0, -180, 9999-12-31, Pacific/Kiritimati",
        "-13.8, -171.8, 2011-12-30, Pacific/Apia",
        "-31.5, 159.1, 2026-10-04, Australia/Lord_Howe"
    })
    void hasAnAnswerForStrangePlacesAndDays(double north, double east, String date, ZoneId zone) {
        LocalDay day = LocalDay.of(LocalDate.parse(date), zone);
        MoonDay moon = Moon.day(new Coordinates(north, east), day);
        assertThat(moon.date()).isEqualTo(day.date());
        assertThat(rise(moon.course()).stream()).allMatch(day::holds);
    }

    @Test
    void aDayRefusesAFractionThatIsNone() {
        Stream.of(-0.01, 1.01, Double.NaN)
                .forEach(fraction -> assertThatThrownBy(() ->
                                new MoonDay(LocalDate.EPOCH, new Course.AlwaysAbove(), MoonPhase.NEW_MOON, fraction))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("illuminated fraction is " + fraction + ", not between 0 and 1"));
    }

    @Test
    void aCourseWithoutATimeIsNoCrossing() {
        assertThatThrownBy(() -> new Course.Crosses(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void phasesHaveKeys() {
        assertThat(MoonPhase.WAXING_CRESCENT.key()).isEqualTo("waxing_crescent");
        assertThat(MoonPhase.values()).extracting(MoonPhase::key).allMatch(key -> key.matches("[a-z]+_[a-z]+"));
    }
}
