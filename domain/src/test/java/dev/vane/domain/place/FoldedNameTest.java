package dev.vane.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource({
        "São Paulo, sao paulo",
        "Zürich, zurich",
        "ZÜRICH, zurich",
        "Łódź, lodz",
        "Tromsø, tromso",
        "Straße, strasse",
        "STRAẞE, strasse",
        "Ærø, aero",
        "Œuf, oeuf",
        "Đà Nẵng, da nang",
        "Diyarbakır, diyarbakir",
        "İstanbul, istanbul",
        "Þórshöfn, thorshofn",
        "Iğdır, igdir",
        "Ａｂｃ, abc",
        "ŉaBa, naba",
    })
    void dropsCaseAccentsAndLatinLigatures(String name, String folded) {
        assertThat(FoldedName.of(name).text()).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "ΑΘΗΝΑΣ, Αθήνας",
        "МОСКВА́, Москва",
        "أبو ظبي, ابو ظبی",
        "كابل, کابل",
        "서울특별시, 서울특별시",
        "東京, 東京",
    })
    void foldsSpellingsOfOtherScriptsToOne(String one, String other) {
        assertThat(FoldedName.of(one)).isEqualTo(FoldedName.of(other));
    }

    @Test
    void keepsTheVowelSignsOfIndianScripts() {
        assertThat(FoldedName.of("दिल्ली").words()).hasSize(1);
        assertThat(FoldedName.of("दिल्ली")).isNotEqualTo(FoldedName.of("दल"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Fallon", "O’Fallon", "OʻFallon", "ofallon", "O`FALLON"})
    void takesApostrophesOfAllKindsForNothing(String name) {
        assertThat(FoldedName.of(name).text()).isEqualTo("ofallon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Washington D.C.|washington dc",
                "washington, d.c.|washington dc",
                "U.S.A|usa",
                "St. John's|st johns",
                "St.John|st john",
                "Stratford-upon-Avon|stratford upon avon",
                "J.F. Kennedy|jf kennedy",
            })
    void readsInitialsAsOneWordAndOtherPunctuationAsSpace(String name, String folded) {
        assertThat(FoldedName.of(name).text()).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\"*()", "😀", "\u0301", "--", "\u0000", "\ud800"})
    void isEmptyWithoutAnyLetterOrDigit(String text) {
        assertThat(FoldedName.of(text).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"São Paulo", "Łódź", "Đà Nẵng", "が", "한글", "Ñuñoa"})
    void foldsComposedAndDecomposedTextAlike(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);

        assertThat(FoldedName.of(decomposed)).isEqualTo(FoldedName.of(composed));
    }

    @Test
    void changesNothingWhenFoldingTwice() {
        long seed = System.nanoTime();
        System.err.println("FoldedNameTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(6, 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            FoldedName once = FoldedName.of(text);
            assertThat(FoldedName.of(once.text())).as("text %s", text).isEqualTo(once);
        }
    }
}
