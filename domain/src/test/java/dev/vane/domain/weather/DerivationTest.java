package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivationTest {

    private static Conditions conditions(Map<Variable, Double> given) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        given.forEach(values::set);
        return new Conditions(Sky.of(Condition.RAIN), values.build());
    }

    private static Values<Variable> complete(Map<Variable, Double> given) {
        return Derivation.complete(conditions(given)).values();
    }

    @Test
    void derivesTheDewPoint() {
        assertThat(complete(Map.of(Variable.TEMPERATURE, 20.0, Variable.RELATIVE_HUMIDITY, 50.0))
                        .get(Variable.DEW_POINT)
                        .orElseThrow())
                .isCloseTo(9.26, within(0.01));
    }

    @Test
    void derivesTheRelativeHumidity() {
        assertThat(complete(Map.of(Variable.TEMPERATURE, 20.0, Variable.DEW_POINT, 9.26))
                        .get(Variable.RELATIVE_HUMIDITY)
                        .orElseThrow())
                .isCloseTo(50, within(0.05));
    }

    @Test
    void derivesTheApparentTemperatureFromADerivedHumidityToo() {
        Values<Variable> fromHumidity = complete(
                Map.of(Variable.TEMPERATURE, 20.0, Variable.RELATIVE_HUMIDITY, 50.0, Variable.WIND_SPEED, 3.0));
        Values<Variable> fromDewPoint =
                complete(Map.of(Variable.TEMPERATURE, 20.0, Variable.DEW_POINT, 9.26, Variable.WIND_SPEED, 3.0));
        assertThat(fromHumidity.get(Variable.APPARENT_TEMPERATURE).orElseThrow())
                .isCloseTo(17.76, within(0.05));
        assertThat(fromDewPoint.get(Variable.APPARENT_TEMPERATURE).orElseThrow())
                .isCloseTo(17.76, within(0.05));
    }

    @Test
    void neverReplacesWhatTheSourceGave() {
        Conditions given = conditions(Map.of(
                Variable.TEMPERATURE, 20.0,
                Variable.RELATIVE_HUMIDITY, 50.0,
                Variable.DEW_POINT, 1.0,
                Variable.WIND_SPEED, 3.0,
                Variable.APPARENT_TEMPERATURE, -5.0));
        assertThat(Derivation.complete(given)).isSameAs(given);
    }

    @Test
    void keepsTheSkyAndEverythingElse() {
        Conditions given = conditions(
                Map.of(Variable.TEMPERATURE, 20.0, Variable.RELATIVE_HUMIDITY, 50.0, Variable.CLOUD_COVER, 30.0));
        Conditions complete = Derivation.complete(given);
        assertThat(complete.sky()).isEqualTo(given.sky());
        assertThat(complete.values().known()).containsAll(given.values().known());
        assertThat(complete.values().get(Variable.CLOUD_COVER)).hasValue(30.0);
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void derivesNothingFromOneValue(Variable variable) {
        Conditions given = conditions(Map.of(variable, variable.maximum()));
        assertThat(Derivation.complete(given)).isSameAs(given);
    }

    @Test
    void leavesOutWhatCannotBeTrue() {
        Values<Variable> dry = complete(Map.of(Variable.TEMPERATURE, 30.0, Variable.RELATIVE_HUMIDITY, 0.0));
        assertThat(dry.has(Variable.DEW_POINT)).isFalse();
        Values<Variable> icyStorm = complete(
                Map.of(Variable.TEMPERATURE, -100.0, Variable.RELATIVE_HUMIDITY, 50.0, Variable.WIND_SPEED, 130.0));
        assertThat(icyStorm.has(Variable.APPARENT_TEMPERATURE)).isFalse();
    }

    @Test
    void neverFailsForValuesInTheirRanges() {
        double[] shares = {0, 1e-9, 0.5, 1};
        for (double temperature : shares) {
            for (double humid : shares) {
                for (double windy : shares) {
                    assertThat(complete(Map.of(
                                            Variable.TEMPERATURE, at(Variable.TEMPERATURE, temperature),
                                            Variable.RELATIVE_HUMIDITY, at(Variable.RELATIVE_HUMIDITY, humid),
                                            Variable.WIND_SPEED, at(Variable.WIND_SPEED, windy)))
                                    .known())
                            .hasSizeGreaterThanOrEqualTo(3);
                    assertThat(complete(Map.of(
                                            Variable.TEMPERATURE, at(Variable.TEMPERATURE, temperature),
                                            Variable.DEW_POINT, at(Variable.DEW_POINT, humid),
                                            Variable.WIND_SPEED, at(Variable.WIND_SPEED, windy)))
                                    .has(Variable.RELATIVE_HUMIDITY))
                            .isTrue();
                }
            }
        }
    }

    private static double at(Variable variable, double share) {
        return variable.minimum() + share * (variable.maximum() - variable.minimum());
    }
}
