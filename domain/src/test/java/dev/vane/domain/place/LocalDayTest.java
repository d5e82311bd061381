package dev.vane.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, Europe/Berlin, PT24H",
        "2026-03-29, Europe/Berlin, PT23H",
        "2026-10-25, Europe/Berlin, PT25H",
        "2026-10-04, Australia/Lord_Howe, PT23H30M",
        "2026-04-05, Australia/Lord_Howe, PT24H30M",
        "2018-11-04, America/Sao_Paulo, PT23H",
        "2011-12-30, Pacific/Apia, PT0S"
    })
    void isAsLongAsTheClockSays(LocalDate date, ZoneId zone, Duration length) {
        assertThat(LocalDay.of(date, zone).length()).isEqualTo(length);
    }

    @Test
    void holdsItsFirstInstantAndNotTheNextDays() {
        LocalDay day = LocalDay.of(LocalDate.of(2026, 6, 1), BERLIN);
        assertThat(day.start()).isEqualTo("2026-05-31T22:00:00Z");
        assertThat(day.holds(day.start())).isTrue();
        assertThat(day.holds(day.end())).isFalse();
        assertThat(day.holds(day.end().minusNanos(1))).isTrue();
        assertThat(day.next().start()).isEqualTo(day.end());
    }

    @Test
    void isFoundByAnInstantInIt() {
        assertThat(LocalDay.holding(Instant.parse("2026-05-31T22:00:00Z"), BERLIN)
                        .date())
                .isEqualTo("2026-06-01");
        assertThat(LocalDay.holding(Instant.parse("2026-05-31T21:59:59Z"), BERLIN)
                        .date())
                .isEqualTo("2026-05-31");
    }

    @Test
    void measuresHowMuchOfASpanItHolds() {
        LocalDay day = LocalDay.of(LocalDate.of(2026, 6, 1), ZoneId.of("UTC"));
        Instant start = day.start();
        assertThat(day.overlap(start.minusSeconds(60), start.plusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(day.overlap(start.minusSeconds(60), start)).isZero();
        assertThat(day.overlap(start.plusSeconds(60), start)).isZero();
        assertThat(day.overlap(Instant.MIN, Instant.MAX)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void refusesDatesBeyondTheCalendarOfPeople() {
        assertThatThrownBy(() -> LocalDay.of(LocalDate.MAX, BERLIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("date is +999999999-12-31, its year not between 1 and 9999");
        assertThatThrownBy(() -> LocalDay.of(LocalDate.of(0, 12, 31), BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "+12000-01-01T00:00:00Z"})
    void refusesInstantsBeyondIt(Instant instant) {
        assertThatThrownBy(() -> LocalDay.holding(instant, BERLIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(instant.toString());
    }

    @Test
    void refusesToEndBeforeItStarts() {
        assertThatThrownBy(() -> new LocalDay(LocalDate.EPOCH, BERLIN, Instant.EPOCH, Instant.EPOCH.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
