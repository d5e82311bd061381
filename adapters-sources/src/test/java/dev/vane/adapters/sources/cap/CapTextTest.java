package dev.vane.adapters.sources.cap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapTextTest {

    @Test
    void keepsLinesAndTakesOutWhatCannotBeSeen() {
        assertThat(CapText.lines(
                        "  * What:\tsnow.\r\n\r\n\r\n\r\n* Where: here.  \rNow\u0000\u001b[31m\u202e!\u200b ", 100))
                .isEqualTo("* What: snow.\n\n* Where: here.\nNow[31m!");
    }

    @Test
    void takesNothingForMarkup() {
        assertThat(CapText.lines("Visibility <1 mile & wind > 60 mph. <script>", 100))
                .isEqualTo("Visibility <1 mile & wind > 60 mph. <script>");
    }

    @Test
    void foldsALine() {
        assertThat(CapText.line(" Flood\r\n Watch\u2028\u0007 until\tnoon ", 100))
                .isEqualTo("Flood Watch until noon");
    }

    @ParameterizedTest
    @CsvSource({
        "abcde, 5, abcde",
        "abcdef, 5, abcd…",
        "abc\uD83C\uDF00ef, 5, abc…",
        "abc\uD83C\uDF00, 5, abc\uD83C\uDF00"
    })
    void cutsWhatIsTooLongButNoCharacterInTwo(String text, int most, String cut) {
        assertThat(CapText.line(text, most)).isEqualTo(cut);
        assertThat(CapText.lines(text, most)).isEqualTo(cut);
    }
}
