package dev.vane.domain.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeaufortTest {

    /** The rows of code table 1100: force and the first and last speed in m/s. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 0.2",
        "1, 0.3, 1.5",
        "2, 1.6, 3.3",
        "3, 3.4, 5.4",
        "4, 5.5, 7.9",
        "5, 8.0, 10.7",
        "6, 10.8, 13.8",
        "7, 13.9, 17.1",
        "8, 17.2, 20.7",
        "9, 20.8, 24.4",
        "10, 24.5, 28.4",
        "11, 28.5, 32.6",
        "12, 32.7, 130"
    })
    void hasTheLimitsOfTheCodeTable(int force, double first, double last) {
        assertThat(Beaufort.of(first).force()).isEqualTo(force);
        assertThat(Beaufort.of(last).force()).isEqualTo(force);
        assertThat(Beaufort.of(first).lowerLimit()).isEqualTo(first);
    }

    @Test
    void staysBelowALimitUntilItIsReached() {
        assertThat(Beaufort.of(Math.nextDown(0.3))).isEqualTo(Beaufort.CALM);
        assertThat(Beaufort.of(Math.nextDown(32.7))).isEqualTo(Beaufort.VIOLENT_STORM);
        assertThat(Beaufort.of(32.7)).isEqualTo(Beaufort.HURRICANE);
    }

    @Test
    void numbersItsForcesWithoutGap() {
        assertThat(Beaufort.values())
                .extracting(Beaufort::force)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void namesItsForces() {
        assertThat(Beaufort.of(9).description()).isEqualTo("Fresh breeze");
        assertThat(Beaufort.values()).extracting(Beaufort::description).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoSpeed(double speed) {
        assertThatThrownBy(() -> Beaufort.of(speed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("wind speed is " + speed);
    }
}
