package dev.vane.adapters.sources.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.domain.place.PlaceId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardUntilTest {

    private static final PlaceId BERLIN = TestPlaces.BERLIN.id();
    private static final Instant NOW = Replies.NOW;

    private final HeardUntil heard = new HeardUntil();

    @Test
    void looksADayBackAtFirst() {
        assertThat(heard.since(BERLIN, NOW)).isEqualTo(NOW.minus(Duration.ofDays(1)));
        heard.heard(TestPlaces.OSLO.id(), NOW);
        assertThat(heard.since(BERLIN, NOW)).isEqualTo(NOW.minus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, 180", "60, 180", "179, 180", "180, 180", "300, 300", "1440, 1440", "5000, 1440", "-10, 180"})
    void looksBackToWhatWasHeardButThreeHoursAtLeast(long minutesAgo, long back) {
        heard.heard(BERLIN, NOW.minus(Duration.ofMinutes(minutesAgo)));
        assertThat(heard.since(BERLIN, NOW)).isEqualTo(NOW.minus(Duration.ofMinutes(back)));
    }

    @Test
    void doesNotGoBackInTime() {
        heard.heard(BERLIN, NOW.minus(Duration.ofHours(5)));
        heard.heard(BERLIN, NOW.minus(Duration.ofHours(9)));
        assertThat(heard.since(BERLIN, NOW)).isEqualTo(NOW.minus(Duration.ofHours(5)));
    }
}
