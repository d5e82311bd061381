package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.rest.ServerSettings.Address;
import dev.vane.adapters.rest.ServerSettings.Limits;
import dev.vane.adapters.rest.ServerSettings.Shutdown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(ServerSettings.defaults())
                .isEqualTo(new ServerSettings(
                        new Address("0.0.0.0", 8080),
                        new Address("0.0.0.0", 8081),
                        new Limits(65_536, 8192, 16_384),
                        new Shutdown(Duration.ofSeconds(5), Duration.ofSeconds(10)),
                        Duration.ofMillis(500)));
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThatThrownBy(() -> new Address("localhost", 65_536)).hasMessageContaining("port is 65536");
        assertThatThrownBy(() -> new Address("localhost", -1)).hasMessageContaining("port is -1");
        assertThatThrownBy(() -> new Address(" ", 1)).hasMessageContaining("host");
    }

    @Test
    void refusesLimitsThatNothingFitsInto() {
        assertThatThrownBy(() -> new Limits(-1, 8192, 16_384)).hasMessageContaining("max body is -1");
        assertThatThrownBy(() -> new Limits(0, 100, 16_384)).hasMessageContaining("max target is 100");
        assertThatThrownBy(() -> new Limits(0, 8192, 100)).hasMessageContaining("max headers is 100");
    }

    @Test
    void refusesNegativeTimes() {
        assertThatThrownBy(() -> new Shutdown(Duration.ofSeconds(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        ServerSettings defaults = ServerSettings.defaults();
        assertThatThrownBy(() -> new ServerSettings(
                        defaults.api(), defaults.operations(), defaults.limits(), defaults.shutdown(), Duration.ZERO))
                .hasMessageContaining("slow request is PT0S");
    }
}
