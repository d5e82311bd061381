package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"nws", "open-meteo", "met-norway", "openweather", "simulated-3", "s2", "a-1"})
    void isWordsJoinedByHyphens(String name) {
        assertThat(new SourceId(name)).hasToString(name);
    }

    static Stream<String> wrong() {
        return Stream.of(
                "",
                "-",
                "NWS",
                "open_meteo",
                "open meteo",
                "-nws",
                "nws-",
                "open--meteo",
                "1st",
                "nws\n",
                "nws\0",
                "ñws",
                "nws/..",
                "n".repeat(41),
                "a-".repeat(5000) + "!",
                "a".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesAnyOtherName(String name) {
        assertThatThrownBy(() -> new SourceId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("not lower-case words joined by hyphens");
    }

    @Test
    void takesFortyCharacters() {
        assertThat(new SourceId("n".repeat(40)).name()).hasSize(40);
    }

    @Test
    void sortsByName() {
        assertThat(new SourceId("met-norway")).isLessThan(new SourceId("nws"));
    }
}
