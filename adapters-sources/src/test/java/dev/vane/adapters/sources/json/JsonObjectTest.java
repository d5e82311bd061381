package dev.vane.adapters.sources.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    private final JsonObject root = JsonTree.parse("""
            {"text": "abc", "number": 1.5, "whole": 7, "digits": "404", "empty": null, "time": 1700000000,
             "far": 1e18, "vast": 1e999, "list": [1, "x", null, {}], "part": {"flag": true, "list": [[]]}}
            """);

    private static void fault(Runnable reading, String message) {
        assertThatThrownBy(reading::run).isInstanceOf(JsonFault.class).hasMessage(message);
    }

    @Test
    void namesThePathOfAValueOfTheWrongType() {
        fault(() -> root.number("text"), "text is a string, not a number");
        fault(() -> root.text("number"), "number is a number, not a string");
        fault(() -> root.object("list"), "list is an array, not an object");
        fault(() -> root.array("part"), "part is an object, not an array");
        fault(() -> root.flag("whole"), "whole is a number, not a boolean");
        fault(() -> root.requiredArray("list").number(1), "list[1] is a string, not a number");
        fault(() -> root.requiredArray("list").text(2), "list[2] is null, not a string");
        fault(() -> root.requiredArray("list").object(0), "list[0] is a number, not an object");
        fault(() -> root.requiredObject("part").number("flag"), "part.flag is a boolean, not a number");
        fault(
                () -> root.requiredObject("part").requiredArray("list").number(0),
                "part.list[0] is an array, not a number");
    }

    @Test
    void takesMissingAndNullForAbsent() {
        assertThat(root.number("empty")).isEmpty();
        assertThat(root.number("missing")).isEmpty();
        assertThat(root.object("empty")).isEmpty();
        assertThat(root.array("missing")).isEmpty();
        assertThat(root.integer("empty")).isEmpty();
        assertThat(root.requiredArray("list").integer(2)).isEmpty();
    }

    @Test
    void namesThePathOfAValueThatHasToBeThere() {
        fault(() -> root.requiredObject("missing"), "missing is missing");
        fault(() -> root.requiredText("empty"), "empty is missing");
        fault(() -> root.requiredObject("part").requiredInstant("dt"), "part.dt is missing");
    }

    @Test
    void refusesNumbersThatAreNotWhatTheyShouldBe() {
        fault(() -> root.number("vast"), "vast is a number beyond all bounds");
        fault(() -> root.integer("number"), "number is 1.5, not an integer");
        fault(() -> root.integer("far"), "far is 1.0E18, not an integer");
        fault(() -> root.requiredInstant("number"), "number is 1.5, not an integer");
    }

    @Test
    void readsTimesInSeconds() {
        assertThat(root.requiredInstant("time")).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
        JsonObject late = JsonTree.parse("{\"t\":1700000000000}");
        fault(() -> late.requiredInstant("t"), "t is 1700000000000, not a time in seconds since 1970");
    }

    @Test
    void readsACodeThatIsANumberOrAString() {
        assertThat(root.integerOrText("whole")).hasValue(7);
        assertThat(root.integerOrText("digits")).hasValue(404);
        assertThat(root.integerOrText("missing")).isEmpty();
        fault(() -> root.integerOrText("text"), "text is a string that holds no number");
    }

    @Test
    void holdsValuesAgainstTheirPhysicalRangeAndUnit() {
        CheckedValues<Variable> values = new CheckedValues<>(Variable.class);
        values.set(Variable.TEMPERATURE, OptionalDouble.of(32), Unit.FAHRENHEIT, "t");
        values.set(Variable.WIND_SPEED, OptionalDouble.empty(), Unit.METRE_PER_SECOND, "w");
        assertThat(values.build().get(Variable.TEMPERATURE).orElseThrow()).isZero();
        assertThat(values.build().has(Variable.WIND_SPEED)).isFalse();
        fault(
                () -> values.set(Variable.TEMPERATURE, OptionalDouble.of(300), Unit.CELSIUS, "now.t"),
                "now.t is 300.0 °C; temperature lies between -100.0 and 65.0 °C");
        fault(
                () -> values.set(Variable.TEMPERATURE, OptionalDouble.of(3), Unit.PERCENT, "now.t"),
                "now.t is in %, which does not measure temperature");
    }
}
