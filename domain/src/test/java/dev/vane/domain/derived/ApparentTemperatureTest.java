package dev.vane.domain.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApparentTemperatureTest {

    /** Worked by hand: e is 20/100 · 6.105 · exp(17.27 · 40 / 277.7) = 14.69 hPa, and so on. */
    @ParameterizedTest
    @CsvSource({
        "40, 20, 0, 40.85",
        "40, 20, 10, 33.85",
        "30, 70, 2, 34.37",
        "20, 50, 3, 17.76",
        "0, 80, 10, -9.39",
        "-20, 70, 5, -27.21"
    })
    void followsTheFormula(double temperature, double relativeHumidity, double windSpeed, double apparent) {
        assertThat(ApparentTemperature.shade(temperature, relativeHumidity, windSpeed))
                .isCloseTo(apparent, within(0.05));
    }

    @Test
    void isAirTemperatureLessFourInDryCalmAir() {
        assertThat(ApparentTemperature.shade(25, 0, 0)).isEqualTo(21);
    }

    @Test
    void risesWithHumidityAndFallsWithWind() {
        double base = ApparentTemperature.shade(28, 50, 4);
        assertThat(ApparentTemperature.shade(28, 60, 4)).isGreaterThan(base);
        assertThat(ApparentTemperature.shade(28, 50, 5)).isCloseTo(base - 0.7, within(1e-9));
    }

    @Test
    void hasNoJumpAnywhere() {
        for (double temperature = -60; temperature < 50; temperature += 0.1) {
            double step =
                    ApparentTemperature.shade(temperature + 0.1, 60, 5) - ApparentTemperature.shade(temperature, 60, 5);
            assertThat(step).isBetween(0.1, 0.25);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 50, 1",
        "-237.7, 50, 1",
        "20, NaN, 1",
        "20, -1, 1",
        "20, 50, NaN",
        "20, 50, -1",
        "20, 50, Infinity"
    })
    void refusesWhatIsOutOfRange(double temperature, double relativeHumidity, double windSpeed) {
        assertThatThrownBy(() -> ApparentTemperature.shade(temperature, relativeHumidity, windSpeed))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
