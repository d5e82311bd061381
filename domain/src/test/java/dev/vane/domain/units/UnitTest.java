package dev.vane.domain.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnitTest {

    private static final double[] RANDOM_VALUES = randomValues();

    @ParameterizedTest
    @CsvSource({
        "0, CELSIUS, 32, FAHRENHEIT",
        "100, CELSIUS, 212, FAHRENHEIT",
        "-40, CELSIUS, -40, FAHRENHEIT",
        "37, CELSIUS, 98.6, FAHRENHEIT",
        "37.4, CELSIUS, 99.32, FAHRENHEIT",
        "-17.5, CELSIUS, 0.5, FAHRENHEIT",
        "0, CELSIUS, 273.15, KELVIN",
        "26.85, CELSIUS, 300, KELVIN",
        "26.84, CELSIUS, 299.99, KELVIN",
        "-273.15, CELSIUS, 0, KELVIN",
        "500, FAHRENHEIT, 533.15, KELVIN",
        "-459.67, FAHRENHEIT, 0, KELVIN",
        "1, METRE_PER_SECOND, 3.6, KILOMETRE_PER_HOUR",
        "0.44704, METRE_PER_SECOND, 1, MILE_PER_HOUR",
        "463, METRE_PER_SECOND, 900, KNOT",
        "1.852, KILOMETRE_PER_HOUR, 1, KNOT",
        "1013.25, HECTOPASCAL, 101325, PASCAL",
        "33.86388640341, HECTOPASCAL, 1, INCH_OF_MERCURY",
        "25.4, MILLIMETRE, 1, INCH",
        "0.254, MILLIMETRE, 0.01, INCH",
        "2.54, CENTIMETRE, 1, INCH",
        "0.1, CENTIMETRE, 1, MILLIMETRE",
        "1609.344, METRE, 1, MILE",
        "0.3048, METRE, 1, FOOT",
        "5280, FOOT, 1, MILE",
        "16.1, KILOMETRE, 16100, METRE",
        "50, PERCENT, 0.5, ONE",
        "1.5, HOUR, 5400, SECOND",
        "90, MINUTE, 1.5, HOUR"
    })
    void convertsKnownPairsExactlyBothWays(double left, Unit leftUnit, double right, Unit rightUnit) {
        assertThat(leftUnit.convert(left, rightUnit)).isEqualTo(right);
        assertThat(rightUnit.convert(right, leftUnit)).isEqualTo(left);
    }

    /** The definitions once more, as decimals and not as reduced integers. */
    private static final Map<Unit, String> ONE_IN_REFERENCE_UNITS = Map.ofEntries(
            Map.entry(Unit.CELSIUS, "1"),
            Map.entry(Unit.KELVIN, "1"),
            Map.entry(Unit.METRE_PER_SECOND, "1"),
            Map.entry(Unit.MILE_PER_HOUR, "0.44704"),
            Map.entry(Unit.DEGREE, "1"),
            Map.entry(Unit.PASCAL, "1"),
            Map.entry(Unit.HECTOPASCAL, "100"),
            Map.entry(Unit.INCH_OF_MERCURY, "3386.388640341"),
            Map.entry(Unit.MILLIMETRE, "0.001"),
            Map.entry(Unit.CENTIMETRE, "0.01"),
            Map.entry(Unit.METRE, "1"),
            Map.entry(Unit.KILOMETRE, "1000"),
            Map.entry(Unit.INCH, "0.0254"),
            Map.entry(Unit.FOOT, "0.3048"),
            Map.entry(Unit.MILE, "1609.344"),
            Map.entry(Unit.PERCENT, "0.01"),
            Map.entry(Unit.ONE, "1"),
            Map.entry(Unit.WATT_PER_SQUARE_METRE, "1"),
            Map.entry(Unit.SECOND, "1"),
            Map.entry(Unit.MINUTE, "60"),
            Map.entry(Unit.HOUR, "3600"));

    static Stream<Arguments> scaledPairs() {
        return pairs().filter(pair -> pair[0] != pair[1])
                .filter(pair ->
                        ONE_IN_REFERENCE_UNITS.containsKey(pair[0]) && ONE_IN_REFERENCE_UNITS.containsKey(pair[1]))
                .filter(pair -> pair[0] != Unit.KELVIN && pair[1] != Unit.KELVIN)
                .map(pair -> Arguments.of(pair[0], pair[1]));
    }

    private static Stream<Unit[]> pairs() {
        return Stream.of(Unit.values())
                .flatMap(from ->
                        Stream.of(Unit.values()).filter(from::convertsTo).map(to -> new Unit[] {from, to}));
    }

    @ParameterizedTest
    @MethodSource("scaledPairs")
    void roundsTheExactDecimalResultOnce(Unit from, Unit to) {
        BigDecimal numerator = new BigDecimal(ONE_IN_REFERENCE_UNITS.get(from));
        BigDecimal denominator = new BigDecimal(ONE_IN_REFERENCE_UNITS.get(to));
        for (double value : RANDOM_VALUES) {
            BigDecimal exact = BigDecimal.valueOf(value).multiply(numerator).divide(denominator, new MathContext(50));
            assertThat(from.convert(value, to)).isEqualTo(exact.doubleValue());
        }
    }

    static Stream<Arguments> allPairs() {
        return pairs().map(pair -> Arguments.of(pair[0], pair[1]));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void returnsFromARoundTripWithinTwoUnitsInTheLastPlace(Unit from, Unit to) {
        for (double value : RANDOM_VALUES) {
            double there = from.convert(value, to);
            double slope = Math.abs(to.convert(1, from) - to.convert(0, from));
            // where the zeros differ, the value in between may be the coarser one
            double ulp = Math.max(Math.ulp(value), Math.ulp(there) * slope);
            assertThat(to.convert(there, from)).isCloseTo(value, within(2 * ulp));
        }
    }

    private static double[] randomValues() {
        long seed = 20_260_101;
        System.out.println("UnitTest: seed " + seed);
        Random random = new Random(seed);
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            double value = random.nextDouble(-2000, 2000);
            values[i] = i % 2 == 0 ? value : Math.rint(value * 10) / 10;
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void leavesNotANumberAndInfinityAsTheyAre(Unit unit) {
        for (Unit target : Unit.values()) {
            if (unit.convertsTo(target)) {
                assertThat(unit.convert(Double.NaN, target)).isNaN();
                assertThat(unit.convert(Double.NEGATIVE_INFINITY, target)).isEqualTo(Double.NEGATIVE_INFINITY);
            }
        }
    }

    @Test
    void convertsHugeAndTinyValuesWithoutFailing() {
        assertThat(Unit.CELSIUS.convert(Double.MAX_VALUE, Unit.FAHRENHEIT)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Unit.MILLIMETRE.convert(Double.MIN_VALUE, Unit.KILOMETRE)).isZero();
        assertThat(Unit.CELSIUS.convert(Double.MIN_VALUE, Unit.FAHRENHEIT)).isEqualTo(32.0);
    }

    @Test
    void refusesToConvertBetweenKinds() {
        assertThatThrownBy(() -> Unit.CELSIUS.convert(1, Unit.HECTOPASCAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot convert CELSIUS to HECTOPASCAL");
    }
}
