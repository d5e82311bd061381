package dev.vane.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceIdTest {

    @Test
    void readsATown() {
        assertThat(PlaceId.parse("5128581")).contains(new PlaceId.Town(5_128_581));
        assertThat(PlaceId.parse("9999999999")).contains(new PlaceId.Town(9_999_999_999L));
    }

    @ParameterizedTest
    @CsvSource({
        "'40.713,-74.006', '40.713,-74.006'",
        "'40.71277,-74.00597', '40.713,-74.006'",
        "'40.7130,-074.0060', '40.713,-74.006'",
        "'+52.52, 13.4', '52.52,13.4'",
        "'90,180', '90,0'",
        "'-0.0001,-0.0', '0,0'",
        "'100,5', ''",
        "'10,-180', '10,180'",
        "'10,-179.9996', '10,180'",
        "'10,100', '10,100'"
    })
    void writesAPointInOneWay(String text, String written) {
        assertThat(PlaceId.parse(text).map(PlaceId::toString).orElse("")).isEqualTo(written);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                ",",
                "0",
                "00",
                "01",
                "-1",
                "+1",
                "1.0",
                "1 ",
                " 1",
                "1\n",
                "12345678901",
                "9".repeat(5000),
                "1".repeat(100_000),
                "5128581\0",
                "\0",
                "\0" + "1",
                "5128581;drop table place",
                "٥١٢٨٥٨١",
                "５１２８５８１",
                "५१२,५",
                "91,0",
                "0,181",
                "-90.001,0",
                "1e5,2",
                "1,2e1",
                "0x10,1",
                "NaN,NaN",
                "Infinity,0",
                "1,2,3",
                "1,",
                ",1",
                "1;2",
                ".5,.5",
                "1,,2",
                "1..2,3",
                "--1,2",
                "1,2\0",
                "1.0f,2d",
                "1".repeat(5000) + ",1",
                "1," + "0".repeat(5000),
                "1." + "0".repeat(5000) + ",1",
                " ".repeat(5000) + "x",
                "1" + " ".repeat(5000) + "x",
                "\ud800",
                "%00",
                "../../etc/passwd",
                "null");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void readsNothingFromATextThatIsNoId(String text) {
        assertThat(PlaceId.parse(text)).isEmpty();
    }

    @Test
    void readsWhatItWrites() {
        long seed = 4711;
        System.out.println("PlaceIdTest: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            PlaceId point =
                    new PlaceId.Point(new Coordinates(random.nextDouble(-90, 90), random.nextDouble(-180, 180)));
            assertThat(PlaceId.parse(point.toString())).contains(point);
        }
    }

    @Test
    void writesSmallCoordinatesWithoutAnExponent() {
        assertThat(new PlaceId.Point(new Coordinates(0.001, -0.001))).hasToString("0.001,-0.001");
    }

    @Test
    void pointsOfOneRoundingAreOnePlace() {
        assertThat(new PlaceId.Point(new Coordinates(10.00049, 20)))
                .isEqualTo(new PlaceId.Point(new Coordinates(9.9996, 20.0001)));
    }

    @Test
    void pointsOnBothSidesOfTheAntimeridianAreOnePlace() {
        assertThat(new PlaceId.Point(new Coordinates(-16.5, 179.9999)))
                .isEqualTo(new PlaceId.Point(new Coordinates(-16.5, -179.9999)));
    }

    @Test
    void aPoleIsOnePlace() {
        assertThat(new PlaceId.Point(new Coordinates(90, 12)))
                .isEqualTo(new PlaceId.Point(new Coordinates(89.9999, -99)));
        assertThat(new PlaceId.Point(new Coordinates(-90, 12))).hasToString("-90,0");
    }

    @Test
    void refusesATownWithoutAPositiveNumber() {
        assertThatThrownBy(() -> new PlaceId.Town(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GeoNames id is 0, not positive");
        assertThatThrownBy(() -> new PlaceId.Town(-5)).isInstanceOf(IllegalArgumentException.class);
    }
}
