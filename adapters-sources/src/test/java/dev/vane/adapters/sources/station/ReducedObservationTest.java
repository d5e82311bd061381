package dev.vane.adapters.sources.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReducedObservationTest {

    private static final Sky RAIN = Sky.of(Condition.RAIN);

    private static Observation observed(Values.Builder<Variable> values) {
        return new Observation(Replies.NOW, Duration.ofHours(1), new Conditions(RAIN, values.build()));
    }

    private static Observation reduced(Observation observation, double station, OptionalInt place) {
        return ReducedObservation.of(
                observation,
                new Station("A", new Coordinates(46, 9), station),
                TestPlaces.place(46, 9, place, "Europe/Zurich"));
    }

    private static Values.Builder<Variable> values() {
        return Values.of(Variable.class);
    }

    @Test
    void movesTemperatureAndDewPointByTheSameAmount() {
        Observation observation = observed(values().set(Variable.TEMPERATURE, 10)
                .set(Variable.DEW_POINT, 7)
                .set(Variable.RELATIVE_HUMIDITY, 81)
                .set(Variable.APPARENT_TEMPERATURE, 9)
                .set(Variable.WIND_SPEED, 4)
                .set(Variable.PRESSURE_MSL, 1013)
                .set(Variable.PRECIPITATION, 2));
        Observation there = reduced(observation, 100, OptionalInt.of(300));
        assertThat(Replies.value(there.conditions(), Variable.TEMPERATURE)).isCloseTo(8.7, within(1e-9));
        assertThat(Replies.value(there.conditions(), Variable.DEW_POINT)).isCloseTo(5.7, within(1e-9));
        assertThat(Replies.value(there.conditions(), Variable.WIND_SPEED)).isEqualTo(4);
        assertThat(Replies.value(there.conditions(), Variable.PRESSURE_MSL)).isEqualTo(1013);
        assertThat(Replies.value(there.conditions(), Variable.PRECIPITATION)).isEqualTo(2);
        assertThat(there.conditions().values().known()).hasSize(5);
        assertThat(there.conditions().sky()).isEqualTo(RAIN);
        assertThat(there.validTime()).isEqualTo(Replies.NOW);
        assertThat(there.period()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void cutsADewPointOffAtTheTemperature() {
        Observation observation =
                observed(values().set(Variable.TEMPERATURE, 10).set(Variable.DEW_POINT, 10.4));
        Observation there = reduced(observation, 300, OptionalInt.of(100));
        assertThat(Replies.value(there.conditions(), Variable.DEW_POINT)).isCloseTo(11.3, within(1e-9));
        Observation dewOnly = reduced(observed(values().set(Variable.DEW_POINT, 3)), 300, OptionalInt.of(100));
        assertThat(Replies.value(dewOnly.conditions(), Variable.DEW_POINT)).isCloseTo(4.3, within(1e-9));
    }

    @Test
    void leavesAnObservationAloneWhereThereIsNothingToMoveOrNoWhereTo() {
        Observation observation =
                observed(values().set(Variable.TEMPERATURE, 10).set(Variable.RELATIVE_HUMIDITY, 50));
        assertThat(reduced(observation, 300, OptionalInt.empty())).isEqualTo(observation);
        assertThat(reduced(observation, 300, OptionalInt.of(300))).isEqualTo(observation);
    }

    @Test
    void leavesOutWhatWouldBeNoTemperatureOnEarth() {
        Observation there = reduced(observed(values().set(Variable.TEMPERATURE, 64.9)), 300, OptionalInt.of(100));
        assertThat(there.conditions().values().isEmpty()).isTrue();
    }
}
