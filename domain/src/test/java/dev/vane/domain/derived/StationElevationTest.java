package dev.vane.domain.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationElevationTest {

    @ParameterizedTest
    @CsvSource({
        // temperature, station, place, temperature at the place
        "10, 100, 100, 10",
        "10, 200, 100, 10.65",
        "10, 100, 200, 9.35",
        "-3.5, 0, 50, -3.825"
    })
    void temperatureFallsBySixAndAHalfKelvinAKilometre(double measured, double station, double place, double there) {
        assertThat(StationElevation.temperature(measured, station, place)).isCloseTo(there, within(1e-12));
    }

    @Test
    void anAltimeterSettingAtTheSeaIsThePressureThere() {
        assertThat(StationElevation.pressureMsl(1002.3, 0, -8, 3)).isCloseTo(1002.3, within(1e-9));
    }

    @Test
    void inTheStandardAtmosphereItIsThePressureAtTheSeaAtAnyElevation() {
        for (int elevation = 0; elevation <= 750; elevation += 50) {
            double temperature = 15 - 0.0065 * elevation;
            assertThat(StationElevation.pressureMsl(1013.25, elevation, temperature, 0))
                    .isCloseTo(1013.25, within(0.1));
        }
    }

    /** By hand with the hypsometric equation, g / R = 0.0341632 K/m, over the mean temperature of the layer. */
    @ParameterizedTest
    @CsvSource({
        // altimeter, elevation, temperature, vapour pressure, at mean sea level
        "1013.25, 500, -20, 0, 1020.7",
        "1030, 300, -10, 2, 1033.2",
        "1005, 200, 25, 20, 1003.9"
    })
    void coldAirIsHeavierThanTheStandardAtmosphere(
            double altimeter, double elevation, double temperature, double vapour, double msl) {
        assertThat(StationElevation.pressureMsl(altimeter, elevation, temperature, vapour))
                .isCloseTo(msl, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "799, 0, 0, 0",
        "1121, 0, 0, 0",
        "1000, 751, 0, 0",
        "1000, -501, 0, 0",
        "1000, 0, 121, 0",
        "1000, 0, 0, -1"
    })
    void refusesWhatIsNoWeatherOnEarth(double altimeter, double elevation, double temperature, double vapour) {
        assertThatThrownBy(() -> StationElevation.pressureMsl(altimeter, elevation, temperature, vapour))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not between");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> StationElevation.pressureMsl(Double.NaN, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The standard atmosphere (ICAO Doc 7488): pressure by elevation, with its temperature there. */
    @ParameterizedTest
    @CsvSource({"-400, 17.6, 1062.2", "0, 15, 1013.25", "1000, 8.5, 898.75", "5000, -17.5, 540.2", "8000, -37, 356.0"})
    void airGetsThinnerWithElevation(double elevation, double temperature, double pressure) {
        assertThat(StationElevation.pressureAt(elevation, 1013.25, temperature)).isCloseTo(pressure, within(0.3));
    }

    @ParameterizedTest
    @CsvSource({"-501, 1000, 0", "9001, 1000, 0", "0, 499, 0", "0, 1000, 121"})
    void refusesAPressureWhereNoneIs(double elevation, double atSea, double temperature) {
        assertThatThrownBy(() -> StationElevation.pressureAt(elevation, atSea, temperature))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not between");
    }
}
