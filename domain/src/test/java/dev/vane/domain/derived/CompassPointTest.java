package dev.vane.domain.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompassPointTest {

    @ParameterizedTest
    @CsvSource({
        "0, N", "360, N", "11.24, N", "11.25, NNE", "348.74, NNW", "348.75, N", "359.999, N",
        "45, NE", "90, E", "135, SE", "180, S", "225, SW", "270, W", "315, NW"
    })
    void namesDirections(double direction, CompassPoint point) {
        assertThat(CompassPoint.of(direction)).isEqualTo(point);
    }

    @ParameterizedTest
    @EnumSource(CompassPoint.class)
    void reachesHalfwayToItsNeighbours(CompassPoint point) {
        double clockwise = point.direction() + 11.25;
        double anticlockwise = (point.direction() + 360 - 11.25) % 360;
        assertThat(CompassPoint.of(point.direction())).isEqualTo(point);
        assertThat(CompassPoint.of(Math.nextDown(clockwise))).isEqualTo(point);
        assertThat(CompassPoint.of(anticlockwise)).isEqualTo(point);
        assertThat(CompassPoint.of(clockwise)).isNotEqualTo(point);
    }

    @Test
    void hasSixteenPointsOfTheSameWidth() {
        assertThat(CompassPoint.values())
                .extracting(CompassPoint::direction)
                .containsExactly(IntStream.range(0, 16).mapToObj(i -> i * 22.5).toArray(Double[]::new));
    }

    @Test
    void aCalmBlowsFromNowhere() {
        assertThat(CompassPoint.ofWind(90, 0.29)).isEmpty();
        assertThat(CompassPoint.ofWind(90, 0.3)).contains(CompassPoint.E);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 360.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoDirection(double direction) {
        assertThatThrownBy(() -> CompassPoint.of(direction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("direction is " + direction + "°, not between 0 and 360");
        assertThatThrownBy(() -> CompassPoint.ofWind(direction, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
