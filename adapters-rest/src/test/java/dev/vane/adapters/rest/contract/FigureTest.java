package dev.vane.adapters.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.units.Unit;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "7.199999999999999, CELSIUS, 7.2",
        "-0.001, CELSIUS, 0",
        "-7.125, CELSIUS, -7.13",
        "1013.25, HECTOPASCAL, 1013.25",
        "101325.4, PASCAL, 101325",
        "29.9212555, INCH_OF_MERCURY, 29.921",
        "0.003937, INCH, 0.004",
        "339.6, DEGREE, 340",
        "24.140, KILOMETRE, 24.14"
    })
    void keepsTheDecimalsThatCanBeUsed(double value, Unit unit, String written) {
        assertThat(new String(Json.bytes(Figure.of(value, unit)), StandardCharsets.UTF_8))
                .isEqualTo(written);
    }
}
