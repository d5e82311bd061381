package dev.vane.domain.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumidityTest {

    /**
     * Saturation vapour pressure over water by the Goff-Gratch equation: Smithsonian Meteorological Tables, 6th ed.,
     * table 94.
     */
    @ParameterizedTest
    @CsvSource({"-40, 0.1891", "-20, 1.2540", "0, 6.1078", "10, 12.272", "20, 23.373", "30, 42.430", "40, 73.777"})
    void givesTheSaturationVapourPressureOfTheTables(double temperature, double pressure) {
        assertThat(Humidity.saturationVapourPressure(temperature)).isCloseTo(pressure, within(0.004 * pressure));
    }

    @ParameterizedTest
    @CsvSource({
        // temperature, relative humidity, dew point as psychrometric tables give it
        "20, 50, 9.3",
        "25, 60, 16.7",
        "30, 80, 26.2",
        "0, 90, -1.4",
        "-10, 70, -14.4",
        "35, 20, 8.7"
    })
    void givesTheDewPointOfTheTables(double temperature, double relativeHumidity, double dewPoint) {
        assertThat(Humidity.dewPoint(temperature, relativeHumidity).orElseThrow())
                .isCloseTo(dewPoint, within(0.1));
    }

    @Test
    void dewPointAndRelativeHumidityAreInverses() {
        for (double temperature = -60; temperature <= 60; temperature += 2.5) {
            for (double humidity = 1; humidity <= 100; humidity += 1) {
                double dewPoint = Humidity.dewPoint(temperature, humidity).orElseThrow();
                assertThat(dewPoint).isLessThanOrEqualTo(temperature);
                assertThat(Humidity.relativeHumidity(temperature, dewPoint)).isCloseTo(humidity, within(1e-9));
            }
        }
    }

    @Test
    void saturatedAirHasTheDewPointOfItsTemperatureExactly() {
        assertThat(Humidity.dewPoint(12.3, 100)).hasValue(12.3);
        assertThat(Humidity.relativeHumidity(12.3, 12.3)).isEqualTo(100);
    }

    @Test
    void supersaturationCountsAsSaturation() {
        assertThat(Humidity.dewPoint(12.3, 104)).hasValue(12.3);
        assertThat(Humidity.relativeHumidity(12.3, 12.9)).isEqualTo(100);
    }

    @Test
    void airWithoutVapourHasNoDewPoint() {
        assertThat(Humidity.dewPoint(20, 0)).isEmpty();
        assertThat(Humidity.dewPoint(20, Double.MIN_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NaN, 50", "-243.04, 50", "1000, 50", "20, NaN", "20, -1"})
    void namesTheValueThatIsOutOfRange(double temperature, double relativeHumidity) {
        assertThatThrownBy(() -> Humidity.dewPoint(temperature, relativeHumidity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(temperature|relative humidity) is .*");
    }

    @Test
    void namesADewPointThatIsOutOfRange() {
        assertThatThrownBy(() -> Humidity.relativeHumidity(20, -300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dew point is -300.0 °C, not between -120 and 120");
    }
}
