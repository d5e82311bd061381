package dev.vane.domain.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WindVectorTest {

    @Test
    void aWestWindBlowsTowardsTheEast() {
        WindVector wind = WindVector.of(270, 5);
        assertThat(wind.east()).isCloseTo(5, within(1e-12));
        assertThat(wind.north()).isCloseTo(0, within(1e-12));
    }

    @Test
    void givesBackDirectionAndSpeed() {
        for (double direction = 0; direction < 360; direction += 1) {
            WindVector wind = WindVector.of(direction, 7);
            assertThat(wind.speed()).isCloseTo(7, within(1e-12));
            double difference = Math.abs(wind.direction().orElseThrow() - direction);
            assertThat(Math.min(difference, 360 - difference)).isLessThan(1e-9);
        }
    }

    @Test
    void directionIsNeverThreeHundredAndSixtyNorMinusZero() {
        assertThat(WindVector.of(360, 3).direction().orElseThrow()).isBetween(0.0, 359.9999999999999);
        assertThat(new WindVector(1e-300, -3).direction().orElseThrow()).isEqualTo(0.0);
        assertThat(new WindVector(-0.0, -3).direction().orElseThrow()).isEqualTo(0.0);
    }

    @Test
    void theMeanOfDirectionsAroundNorthIsNorth() {
        WindVector sum = WindVector.of(350, 4).plus(WindVector.of(10, 4));
        double direction = sum.direction().orElseThrow();
        assertThat(Math.min(direction, 360 - direction)).isCloseTo(0, within(1e-9));
    }

    @Test
    void theStrongerWindPrevails() {
        WindVector sum = WindVector.of(180, 10).plus(WindVector.of(0, 4));
        assertThat(sum.direction().orElseThrow()).isCloseTo(180, within(1e-9));
        assertThat(sum.speed()).isCloseTo(6, within(1e-9));
    }

    @Test
    void windsThatCancelOutHaveNoDirection() {
        assertThat(WindVector.of(30, 8).plus(WindVector.of(210, 8)).direction()).isEmpty();
        assertThat(WindVector.ZERO.direction()).isEmpty();
        assertThat(WindVector.of(77, 0).direction()).isEmpty();
    }

    @Test
    void weighs() {
        assertThat(new WindVector(1, -2).times(3)).isEqualTo(new WindVector(3, -6));
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatThrownBy(() -> new WindVector(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WindVector.of(Double.POSITIVE_INFINITY, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
