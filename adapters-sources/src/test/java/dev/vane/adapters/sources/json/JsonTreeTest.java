package dev.vane.adapters.sources.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

    @Test
    void readsEveryTypeOfValue() {
        JsonObject root =
                JsonTree.parse("{\"o\":{\"a\":[1,null,-2.5e1]},\"s\":\"°C \\u00e4 \\\"\",\"b\":true,\"n\":null}");
        JsonArray array = root.requiredObject("o").requiredArray("a");
        assertThat(array.size()).isEqualTo(3);
        assertThat(array.number(0)).hasValue(1);
        assertThat(array.number(1)).isEmpty();
        assertThat(array.number(2)).hasValue(-25);
        assertThat(root.requiredText("s")).isEqualTo("°C ä \"");
        assertThat(root.flag("b")).contains(true);
        assertThat(root.has("n")).isFalse();
    }

    @Test
    void readsNumbersExactly() {
        assertThat(JsonTree.parse("{\"x\":0.1234567890123456789}").number("x")).hasValue(0.12345678901234568);
    }

    @Test
    void skipsAByteOrderMark() {
        assertThatCode(() -> JsonTree.parse("\uFEFF{}")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t"})
    void saysThatAnAnswerIsEmpty(String text) {
        assertThatThrownBy(() -> JsonTree.parse(text))
                .isInstanceOf(JsonFault.class)
                .hasMessage("the answer is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", " <!DOCTYPE html>", "<?xml version=\"1.0\"?><a/>"})
    void saysThatAnAnswerIsMarkup(String text) {
        assertThatThrownBy(() -> JsonTree.parse(text))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining("markup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":[1,",
                "{\"a\":\"x",
                "{\"a\":\"x\\",
                "{\"a\":\"\\u12",
                "{\"a\":tru}",
                "{\"a\":nul}",
                "{\"a\":nothing}",
                "{\"a\":NaN}",
                "{\"a\":-}",
                "{\"a\":1.2.3}",
                "{\"a\":01}",
                "{\"a\":[1 2]}",
                "{\"a\":[1,]}",
                "{a:1}",
                "{'a':1}",
                "nonsense",
                "{\"a\":Infinity}",
                "{]",
                "{\"a\":1]",
                "{\"a\":[1}",
                "{\0\"a\0\"}"
            })
    void saysThatATextIsNoJson(String text) {
        assertThatThrownBy(() -> JsonTree.parse(text))
                .isInstanceOf(JsonFault.class)
                .hasMessageStartingWith("the answer is not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}x", "{},"})
    void saysThatATextGoesOnAfterItsEnd(String text) {
        assertThatThrownBy(() -> JsonTree.parse(text))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining("goes on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"text\"", "true"})
    void saysThatTheOutermostValueIsNoObject(String text) {
        assertThatThrownBy(() -> JsonTree.parse(text))
                .isInstanceOf(JsonFault.class)
                .hasMessageEndingWith("not an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void refusesANestingBombWithoutOverflowingTheStack(String opening) {
        String bomb = opening.repeat(1_000_000);
        assertThatThrownBy(() -> JsonTree.parse(bomb))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining("nested more than 32");
    }

    @Test
    void readsUpToTheDeepestNestingThatIsAllowed() {
        int depth = JsonTree.MAXIMUM_DEPTH - 1;
        String text = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        assertThatCode(() -> JsonTree.parse(text)).doesNotThrowAnyException();
    }

    @Test
    void refusesMoreValuesThanAnyForecastHas() {
        String text = "{\"a\":[" + "1,".repeat(JsonTree.MAXIMUM_VALUES) + "1]}";
        assertThatThrownBy(() -> JsonTree.parse(text))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining("more than 200000 values");
    }

    @Test
    void refusesANameThatIsThereTwice() {
        assertThatThrownBy(() -> JsonTree.parse("{\"a\":1,\"a\":2}"))
                .isInstanceOf(JsonFault.class)
                .hasMessage("the answer has 'a' twice in one object");
    }
}
