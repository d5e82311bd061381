package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static Values.Builder<Variable> builder() {
        return Values.of(Variable.class);
    }

    @Test
    void knowsWhatWasSetAndNothingElse() {
        Values<Variable> values = builder()
                .set(Variable.UV_INDEX, 3)
                .set(Variable.TEMPERATURE, -4.5)
                .build();
        assertThat(values.get(Variable.TEMPERATURE)).hasValue(-4.5);
        assertThat(values.get(Variable.RAIN)).isEmpty();
        assertThat(values.has(Variable.RAIN)).isFalse();
        assertThat(values.known()).containsExactly(Variable.TEMPERATURE, Variable.UV_INDEX);
        assertThat(values.isEmpty()).isFalse();
    }

    @Test
    void ofNothingIsEmpty() {
        assertThat(Values.none(DailyVariable.class).isEmpty()).isTrue();
        assertThat(Values.none(DailyVariable.class).known()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void admitsTheLimitsOfEachVariableAndNothingBeyond(Variable variable) {
        Values<Variable> least = builder().set(variable, variable.minimum()).build();
        assertThat(least.get(variable)).hasValue(variable.minimum());
        assertThat(builder().set(variable, variable.maximum()).build().has(variable))
                .isTrue();
        assertRefused(variable, Math.nextDown(variable.minimum()));
        assertRefused(variable, Math.nextUp(variable.maximum()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e308})
    void refusesWhatIsNoMeasurement(double value) {
        for (Variable variable : Variable.values()) {
            assertRefused(variable, value);
        }
    }

    private static void assertRefused(Variable variable, double value) {
        assertThatThrownBy(() -> builder().set(variable, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(variable.key() + " is " + value + ", not between ");
    }

    @Test
    void namesTheUnitOfTheLimits() {
        assertThatThrownBy(() -> builder().set(Variable.PRESSURE_MSL, 101_325))
                .hasMessage("pressureMsl is 101325.0, not between 800.0 and 1120.0 hPa");
    }

    @Test
    void hasNoMinusZero() {
        assertThat(builder().set(Variable.TEMPERATURE, -0.0).build())
                .isEqualTo(builder().set(Variable.TEMPERATURE, 0.0).build());
    }

    @Test
    void anAbsentOptionalSetsNothing() {
        Values<Variable> values = builder()
                .set(Variable.RAIN, OptionalDouble.empty())
                .set(Variable.SNOWFALL, OptionalDouble.of(2))
                .build();
        assertThat(values.known()).containsExactly(Variable.SNOWFALL);
    }

    @Test
    void fillingKeepsWhatIsThere() {
        Values<Variable> other =
                builder().set(Variable.RAIN, 9).set(Variable.UV_INDEX, 5).build();
        Values<Variable> filled =
                builder().set(Variable.RAIN, 1).fillFrom(other).build();
        assertThat(filled.get(Variable.RAIN)).hasValue(1);
        assertThat(filled.get(Variable.UV_INDEX)).hasValue(5);
    }

    @Test
    void doesNotChangeWhenItsBuilderGoesOn() {
        Values.Builder<Variable> builder = builder().set(Variable.RAIN, 1);
        Values<Variable> values = builder.build();
        builder.set(Variable.RAIN, 2).set(Variable.UV_INDEX, 1);
        assertThat(values.get(Variable.RAIN)).hasValue(1);
        assertThat(values.known()).containsExactly(Variable.RAIN);
    }

    @Test
    void cannotBeChangedThroughWhatItKnows() {
        Set<Variable> known = builder().set(Variable.RAIN, 1).build().known();
        assertThatThrownBy(() -> known.remove(Variable.RAIN)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void equalValuesAreEqualWhateverTheOrderOfSetting() {
        Values<Variable> one =
                builder().set(Variable.RAIN, 1).set(Variable.UV_INDEX, 2).build();
        Values<Variable> other =
                builder().set(Variable.UV_INDEX, 2).set(Variable.RAIN, 1).build();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(Values.none(Variable.class));
    }

    @ParameterizedTest
    @EnumSource(DailyVariable.class)
    void dailyVariablesMeasureWhatTheirBaseMeasures(DailyVariable variable) {
        assertThat(variable.dimension()).isEqualTo(variable.base().dimension());
        assertThat(variable.key()).startsWith(variable.base().key());
        assertThat(variable.minimum()).isEqualTo(variable.base().minimum());
        assertThat(variable.maximum()).isEqualTo(variable.base().maximum());
    }
}
