package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.domain.weather.Alert.Certainty;
import dev.vane.domain.weather.Alert.Gravity;
import dev.vane.domain.weather.Alert.Message;
import dev.vane.domain.weather.Alert.Severity;
import dev.vane.domain.weather.Alert.Urgency;
import dev.vane.domain.weather.Alert.Validity;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");

    @Test
    void isInForceFromItsIssueToItsEnd() {
        Alert alert =
                alert("1", new Validity(NOON, Optional.of(NOON.plusSeconds(600)), Optional.of(NOON.plusSeconds(900))));

        assertThat(alert.inForce(NOON.minusSeconds(1))).isFalse();
        assertThat(alert.inForce(NOON)).as("before the event begins").isTrue();
        assertThat(alert.inForce(NOON.plusSeconds(899))).isTrue();
        assertThat(alert.inForce(NOON.plusSeconds(900))).isFalse();
    }

    @Test
    void isInForceForGoodIfItsEndIsNotSaid() {
        assertThat(alert("1", new Validity(NOON, Optional.empty(), Optional.empty()))
                        .inForce(Instant.MAX))
                .isTrue();
    }

    @Test
    void cannotDoWithoutAnIdentifier() {
        Validity validity = new Validity(NOON, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> alert(" ", validity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alert ' ' has no identifier or no event");
    }

    private static Alert alert(String id, Validity validity) {
        Gravity gravity = new Gravity(Severity.SEVERE, Urgency.EXPECTED, Certainty.LIKELY);
        return new Alert(id, "Gale Warning", gravity, validity, new Message("", "", ""), "", "");
    }
}
