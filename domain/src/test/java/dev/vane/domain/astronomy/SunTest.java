package dev.vane.domain.astronomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SunTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Coordinates TROMSO = new Coordinates(69.6492, 18.9553);
    private static final Coordinates BERLIN = new Coordinates(52.52, 13.405);
    private static final Coordinates NORTH_POLE = new Coordinates(90, 0);

    private static SunDay day(Coordinates place, String date, ZoneId zone) {
        return Sun.day(place, LocalDay.of(LocalDate.parse(date), zone));
    }

    private static Course.Crosses crossing(Course course) {
        assertThat(course).isInstanceOf(Course.Crosses.class);
        return (Course.Crosses) course;
    }

    /** Almanac times in local time, which are given to the minute. */
    @ParameterizedTest
    @CsvSource({
        "London,   51.5074,  -0.1278, Europe/London,      2024-06-20, 04:43, 21:21",
        "London,   51.5074,  -0.1278, Europe/London,      2024-12-21, 08:04, 15:53",
        "New York, 40.7128, -74.0060, America/New_York,   2024-06-20, 05:25, 20:31",
        "New York, 40.7128, -74.0060, America/New_York,   2024-12-21, 07:17, 16:32",
        "Sydney,  -33.8688, 151.2093, Australia/Sydney,   2024-12-21, 05:41, 20:05",
        "Berlin,   52.5200,  13.4050, Europe/Berlin,      2024-06-21, 04:43, 21:33",
        "Tokyo,    35.6762, 139.6503, Asia/Tokyo,         2024-01-01, 06:51, 16:38"
    })
    void risesAndSetsWhenTheAlmanacSays(
            String name, double north, double east, ZoneId zone, String date, LocalTime rise, LocalTime set) {
        Course.Crosses course =
                crossing(day(new Coordinates(north, east), date, zone).course());
        Instant sunrise = LocalDate.parse(date).atTime(rise).atZone(zone).toInstant();
        Instant sunset = LocalDate.parse(date).atTime(set).atZone(zone).toInstant();
        assertThat(course.rise().orElseThrow()).as(name).isCloseTo(sunrise, within(2, ChronoUnit.MINUTES));
        assertThat(course.set().orElseThrow()).as(name).isCloseTo(sunset, within(2, ChronoUnit.MINUTES));
    }

    /** At the equator an equinox day is twelve hours and the 2 · 0.833° · 4 min/° that refraction and the disc add. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-03-20", "2024-09-22", "2026-03-20"})
    void theEquinoxDayAtTheEquatorHasTwelveHoursAndSevenMinutes(String date) {
        Duration length = day(new Coordinates(0, 0), date, UTC).dayLength();
        assertThat(length).isCloseTo(Duration.ofMinutes(12 * 60 + 7).minusSeconds(20), Duration.ofSeconds(40));
    }

    /** The equation of time: extremes of +16 min 26 s in early November and -14 min 14 s in mid-February. */
    @ParameterizedTest
    @CsvSource({"2024-11-03, 11:43:34", "2024-02-11, 12:14:14", "2024-04-15, 12:00:00"})
    void solarNoonFollowsTheEquationOfTime(String date, LocalTime noon) {
        Instant expected = LocalDate.parse(date).atTime(noon).atZone(UTC).toInstant();
        assertThat(day(new Coordinates(51.4779, 0), date, UTC).solarNoon().orElseThrow())
                .isCloseTo(expected, within(1, ChronoUnit.MINUTES));
    }

    /** At the pole the sun's elevation is its declination: J. Meeus, Astronomical Algorithms, example 25.a. */
    @Test
    void elevationAtThePoleIsTheDeclination() {
        assertThat(Sun.elevation(NORTH_POLE, Instant.parse("1992-10-13T00:00:00Z")))
                .isCloseTo(-7.785, within(0.01));
        assertThat(Sun.elevation(NORTH_POLE, Instant.parse("2024-06-20T20:51:00Z")))
                .isCloseTo(23.44, within(0.01));
    }

    @Test
    void elevationAtSolarNoonFollowsFromTheLatitude() {
        Instant noon = day(BERLIN, "2024-06-20", UTC).solarNoon().orElseThrow();
        assertThat(Sun.elevation(BERLIN, noon)).isCloseTo(90 - 52.52 + 23.44, within(0.02));
    }

    @Test
    void polarNightHasNoTimesAndNoLength() {
        SunDay solstice = day(TROMSO, "2024-12-21", OSLO);
        assertThat(solstice.course()).isEqualTo(new Course.AlwaysBelow());
        assertThat(solstice.dayLength()).isZero();
        assertThat(solstice.solarNoon()).isPresent();
    }

    @Test
    void polarNightHasTwilight() {
        Course.Crosses civil =
                crossing(day(TROMSO, "2024-12-21", OSLO).twilights().civil());
        assertThat(civil.rise().orElseThrow()).isBefore(civil.set().orElseThrow());
    }

    @Test
    void polarDayHasNoTimesAndAllHours() {
        SunDay solstice = day(TROMSO, "2024-06-21", OSLO);
        assertThat(solstice.course()).isEqualTo(new Course.AlwaysAbove());
        assertThat(solstice.dayLength()).isEqualTo(Duration.ofHours(24));
        assertThat(solstice.twilights())
                .isEqualTo(new SunDay.Twilights(
                        new Course.AlwaysAbove(), new Course.AlwaysAbove(), new Course.AlwaysAbove()));
    }

    /** In Tromsø the sun stays up from about 18 May to 26 July and down from about 27 November to 15 January. */
    @Test
    void polarDayAndNightLastAsLongAsTheyDo() {
        List<SunDay> year = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2026, 1, 1))
                .map(date -> Sun.day(TROMSO, LocalDay.of(date, OSLO)))
                .toList();
        List<LocalDate> up = year.stream()
                .filter(day -> day.course() instanceof Course.AlwaysAbove)
                .map(SunDay::date)
                .toList();
        assertThat(up.getFirst()).isCloseTo(LocalDate.of(2025, 5, 18), within(2, ChronoUnit.DAYS));
        assertThat(up.getLast()).isCloseTo(LocalDate.of(2025, 7, 26), within(2, ChronoUnit.DAYS));
        assertThat(up.getLast()).isEqualTo(up.getFirst().plusDays(up.size() - 1));
        List<LocalDate> down = year.stream()
                .filter(day -> day.course() instanceof Course.AlwaysBelow)
                .map(SunDay::date)
                .toList();
        assertThat(down).contains(LocalDate.of(2025, 1, 10), LocalDate.of(2025, 12, 1));
        assertThat(down).doesNotContain(LocalDate.of(2025, 1, 20), LocalDate.of(2025, 11, 22));
    }

    @Test
    void aDayWithTwoSunsetsNamesTheLaterAndCountsTheLightBeforeBoth() {
        SunDay day = day(TROMSO, "2025-07-27", OSLO); // the sun sets at ten past midnight and at four to
        Course.Crosses course = crossing(day.course());
        assertThat(course.set().orElseThrow()).isAfter("2025-07-27T21:50:00Z");
        Duration afterSunrise =
                Duration.between(course.rise().orElseThrow(), course.set().orElseThrow());
        assertThat(day.dayLength().minus(afterSunrise)).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(13));
    }

    @Test
    void theSunMayRiseWithoutSettingThatDay() {
        Course.Crosses course = crossing(day(TROMSO, "2025-05-16", OSLO).course());
        assertThat(course.rise()).isPresent();
        assertThat(course.set()).isEmpty();
    }

    @Test
    void lengthsAddUpAndAgreeWithDaylightEverywhere() {
        for (double latitude : new double[] {-89, -67, -66, -50, 0, 35, 60, 65.7, 66.5, 67.5, 69.65, 78}) {
            for (int dayOfYear = 1; dayOfYear <= 365; dayOfYear += 3) {
                Coordinates place = new Coordinates(latitude, 18.95);
                LocalDay day = LocalDay.of(LocalDate.ofYearDay(2025, dayOfYear), OSLO);
                long minutesUp = IntStream.range(0, (int) day.length().toMinutes() / 5)
                        .filter(i -> Sun.isDaylight(place, day.start().plus(Duration.ofMinutes(5L * i))))
                        .count();
                assertThat(Sun.day(place, day).dayLength())
                        .as("day length at %s on %s", latitude, day.date())
                        .isCloseTo(Duration.ofMinutes(5 * minutesUp), Duration.ofMinutes(15));
            }
        }
    }

    @Test
    void isDaylightBetweenSunriseAndSunset() {
        for (int dayOfYear = 1; dayOfYear <= 365; dayOfYear += 7) {
            LocalDay day = LocalDay.of(LocalDate.ofYearDay(2025, dayOfYear), ZoneId.of("Europe/Berlin"));
            Course.Crosses course = crossing(Sun.day(BERLIN, day).course());
            Instant rise = course.rise().orElseThrow();
            Instant set = course.set().orElseThrow();
            assertThat(Sun.isDaylight(BERLIN, rise.minusSeconds(60))).isFalse();
            assertThat(Sun.isDaylight(BERLIN, rise.plusSeconds(60))).isTrue();
            assertThat(Sun.isDaylight(BERLIN, set.minusSeconds(60))).isTrue();
            assertThat(Sun.isDaylight(BERLIN, set.plusSeconds(60))).isFalse();
        }
    }

    @Test
    void twilightsComeInTheirOrder() {
        SunDay day = day(BERLIN, "2024-03-20", UTC);
        assertThat(List.of(
                        crossing(day.twilights().astronomical()).rise().orElseThrow(),
                        crossing(day.twilights().nautical()).rise().orElseThrow(),
                        crossing(day.twilights().civil()).rise().orElseThrow(),
                        crossing(day.course()).rise().orElseThrow(),
                        day.solarNoon().orElseThrow(),
                        crossing(day.course()).set().orElseThrow(),
                        crossing(day.twilights().civil()).set().orElseThrow(),
                        crossing(day.twilights().nautical()).set().orElseThrow(),
                        crossing(day.twilights().astronomical()).set().orElseThrow()))
                .isSorted();
    }

    /** From mid-May to late July it does not get astronomically dark in Berlin. */
    @Test
    void whiteNightsHaveNoAstronomicalDusk() {
        SunDay day = day(BERLIN, "2024-06-21", ZoneId.of("Europe/Berlin"));
        assertThat(day.twilights().astronomical()).isEqualTo(new Course.AlwaysAbove());
        assertThat(day.course()).isInstanceOf(Course.Crosses.class);
    }

    @Test
    void civilTwilightLastsAboutHalfAnHourInLondonAtTheEquinox() {
        SunDay day = day(new Coordinates(51.5074, -0.1278), "2024-03-20", UTC);
        Duration dawn = Duration.between(
                crossing(day.twilights().civil()).rise().orElseThrow(),
                crossing(day.course()).rise().orElseThrow());
        assertThat(dawn).isCloseTo(Duration.ofMinutes(33), Duration.ofMinutes(2));
    }

    @Test
    void timesAreOfTheLocalDay() {
        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu")) {
            for (int dayOfYear = 1; dayOfYear <= 365; dayOfYear += 5) {
                LocalDay day = LocalDay.of(LocalDate.ofYearDay(2025, dayOfYear), ZoneId.of(zone));
                for (double longitude = -180; longitude <= 180; longitude += 45) {
                    SunDay sun = Sun.day(new Coordinates(40, longitude), day);
                    assertThat(sun.solarNoon().stream()).allMatch(day::holds);
                    assertThat(crossing(sun.course()).rise().stream()).allMatch(day::holds);
                    assertThat(crossing(sun.course()).set().stream()).allMatch(day::holds);
                }
            }
        }
    }

    @Test
    void aDayOfTwentyThreeHoursHasItsSunriseAnHourLaterByTheClock() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        SunDay before = day(BERLIN, "2026-03-28", berlin);
        SunDay after = day(BERLIN, "2026-03-29", berlin);
        Duration between = Duration.between(
                crossing(before.course()).rise().orElseThrow(),
                crossing(after.course()).rise().orElseThrow());
        assertThat(between).isBetween(Duration.ofMinutes(24 * 60 - 4), Duration.ofMinutes(24 * 60 - 1));
    }

    @ParameterizedTest
    @CsvSource({
        "90, 0, 2024-06-20, UTC",
        "-90, 0, 2024-06-20, UTC",
        "90, 0, 2024-03-20, UTC",
        "0, 180, 2024-03-20, UTC",
        "0, -180, 0001-01-01, UTC",
        "89.999, 180, 9999-12-31, Pacific/Kiritimati",
        "-13.8, -171.8, 2011-12-30, Pacific/Apia",
        "-31.5, 159.1, 2026-10-04, Australia/Lord_Howe"
    })
    void hasAnAnswerForStrangePlacesAndDays(double north, double east, String date, ZoneId zone) {
        LocalDay day = LocalDay.of(LocalDate.parse(date), zone);
        SunDay sun = Sun.day(new Coordinates(north, east), day);
        assertThat(sun.date()).isEqualTo(day.date());
        assertThat(sun.dayLength()).isBetween(Duration.ZERO, day.length());
    }

    @Test
    void isDaylightIsTheSameFromManyThreads() {
        List<Instant> hours = IntStream.range(0, 2000)
                .mapToObj(hour -> Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(hour)))
                .toList();
        List<Boolean> alone =
                hours.stream().map(hour -> Sun.isDaylight(BERLIN, hour)).toList();
        List<Boolean> together =
                hours.parallelStream().map(hour -> Sun.isDaylight(BERLIN, hour)).toList();
        assertThat(together).isEqualTo(alone).contains(true, false);
    }
}
