package dev.vane.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatYamlTest {

    @Test
    void nestedMapsBecomeKeysWithDots() {
        assertThat(FlatYaml.read("a:\n  b-c: 1\n  d: {e: x y}\nf: ''\n"))
                .isEqualTo(Map.of("a.b-c", "1", "a.d.e", "x y", "f", ""));
    }

    @Test
    void valuesStayAsTheyAreWritten() {
        assertThat(FlatYaml.read("a: yes\nb: 007\nc: 1e3\nd: 10s # a comment\n"))
                .isEqualTo(Map.of("a", "yes", "b", "007", "c", "1e3", "d", "10s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing but a comment\n", "---\n"})
    void anEmptyDocumentHasNoSettings(String document) {
        assertThat(FlatYaml.read(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server: [",
                "a: 1\na: 2\n",
                "- 1\n- 2\n",
                "just text",
                "a: [1, 2]\n",
                "\tx: 1",
                "a: &a [*a]\n",
                "a: 1\n---\nb: 2\n"
            })
    void whatIsNotNestedMapsIsRefused(String document) {
        assertThatThrownBy(() -> FlatYaml.read(document)).isInstanceOf(IllegalArgumentException.class);
    }
}
