package dev.vane.application.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationSettingsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private static Optional<String> text(String text) {
        return Optional.ofNullable(text);
    }

    @Test
    void printsNoSecret() {
        StationSettings settings = StationSettings.of("roof", text("correct horse"), text(KEY), 120);
        assertThat(settings.toString()).contains("roof").doesNotContain("correct", "horse", "0123");
    }

    @Test
    void knowsItsSecrets() {
        StationSettings settings = StationSettings.of("roof", text("correct horse"), text(KEY), 120);
        assertThat(settings.password().orElseThrow().matches("correct horse")).isTrue();
        assertThat(settings.password().orElseThrow().matches("correct horsE")).isFalse();
        assertThat(settings.passKey().orElseThrow().matches(StationSettings.canonicalKey(KEY)))
                .isTrue();
    }

    @Test
    void pinsItsDefaults() {
        assertThat(StationSettings.DEFAULT_UPLOADS_PER_MINUTE).isEqualTo(120);
        assertThat(StationSettings.SOURCE.name()).isEqualTo("station");
    }

    @ParameterizedTest
    @CsvSource({
        "'',        correct horse, , 120, the station's name is ''",
        "my roof,   correct horse, , 120, the station's name is 'my roof'",
        "roof,      , , 120, neither a password nor a key",
        "roof,      hunter2, , 120, 'has 7 characters, not 8 to 200'",
        "roof,      , hunter2hunter2, 120, not of 32 hexadecimal digits",
        "roof,      correct horse, , 0, uploads per minute are 0",
        "roof,      correct horse, , 6001, uploads per minute are 6001"
    })
    void saysWhatIsWrongWithoutTheSecret(String name, String password, String key, int rate, String message) {
        assertThatThrownBy(() -> StationSettings.of(name, text(password), text(key), rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny("hunter2", "correct horse");
    }
}
