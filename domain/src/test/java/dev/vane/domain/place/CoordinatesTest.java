package dev.vane.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {

    private static final Coordinates BERLIN = new Coordinates(52.52, 13.405);

    @ParameterizedTest
    @CsvSource({
        "90.0001, 0, latitude is 90.0001",
        "-91, 0, latitude is -91.0",
        "NaN, 0, latitude is NaN",
        "Infinity, 0, latitude is Infinity",
        "0, 180.0001, longitude is 180.0001",
        "0, -181, longitude is -181.0",
        "0, NaN, longitude is NaN",
        "0, -Infinity, longitude is -Infinity"
    })
    void namesTheValueThatIsOutOfRange(double latitude, double longitude, String message) {
        assertThatThrownBy(() -> new Coordinates(latitude, longitude))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message + ", not between -");
    }

    @Test
    void admitsTheLimits() {
        assertThat(new Coordinates(90, 180).longitude()).isEqualTo(180);
        assertThat(new Coordinates(-90, -180).latitude()).isEqualTo(-90);
    }

    @Test
    void hasNoMinusZero() {
        assertThat(new Coordinates(-0.0, -0.0)).isEqualTo(new Coordinates(0, 0));
    }

    @Test
    void measuresKnownDistances() {
        Coordinates paris = new Coordinates(48.8566, 2.3522);
        Coordinates london = new Coordinates(51.5074, -0.1278);
        assertThat(paris.distanceTo(london)).isCloseTo(343_556, within(100.0));
        assertThat(london.distanceTo(paris)).isEqualTo(paris.distanceTo(london));
    }

    @Test
    void measuresAcrossTheAntimeridianTheShortWay() {
        double degreeAtTheEquator = 111_195;
        assertThat(new Coordinates(0, 179.5).distanceTo(new Coordinates(0, -179.5)))
                .isCloseTo(degreeAtTheEquator, within(1.0));
        assertThat(new Coordinates(0, 180).distanceTo(new Coordinates(0, -180))).isCloseTo(0, within(1e-6));
    }

    @Test
    void measuresOverThePole() {
        assertThat(new Coordinates(89.5, 0).distanceTo(new Coordinates(89.5, 180)))
                .isCloseTo(111_195, within(1.0));
    }

    @Test
    void antipodesAreHalfTheCircumferenceApart() {
        assertThat(new Coordinates(12.3, 45.6).distanceTo(new Coordinates(-12.3, -134.4)))
                .isCloseTo(Math.PI * 6_371_008.8, within(1.0));
        assertThat(BERLIN.distanceTo(BERLIN)).isZero();
    }

    @Test
    void measuresAFewMetres() {
        assertThat(new Coordinates(52.52, 13.405).distanceTo(new Coordinates(52.52001, 13.405)))
                .isCloseTo(1.112, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "40.7125, -74.0065, 3, 40.713, -74.007",
        "1.0005, -1.0005, 3, 1.001, -1.001",
        "52.52, 13.405, 6, 52.52, 13.405",
        "-0.0004, 0.0004, 3, 0, 0",
        "89.9999, 179.9999, 3, 90, 180",
        "12.5, -12.5, 0, 13, -13"
    })
    void roundsHalvesAwayFromZero(double latitude, double longitude, int decimals, double north, double east) {
        assertThat(new Coordinates(latitude, longitude).rounded(decimals)).isEqualTo(new Coordinates(north, east));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 7, Integer.MIN_VALUE})
    void refusesToRoundToFewerOrMoreDecimalsThanMakeSense(int decimals) {
        assertThatThrownBy(() -> BERLIN.rounded(decimals))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decimals are " + decimals + ", not between 0 and 6");
    }
}
