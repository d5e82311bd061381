package dev.vane.adapters.rest.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SkyWordsTest {

    private static final Pattern BETWEEN = Pattern.compile("\\|");

    private static Stream<Sky> skies() {
        return Arrays.stream(Condition.values())
                .flatMap(condition -> Arrays.stream(Intensity.values())
                        .flatMap(intensity ->
                                Stream.of(false, true).map(thunder -> new Sky(condition, intensity, thunder))));
    }

    @Test
    void saysInEnglishWhatTheDomainSays() {
        assertThat(skies()).allSatisfy(sky -> {
            assertThat(SkyWords.of(sky, true, Locale.ENGLISH)).isEqualTo(sky.description());
            assertThat(SkyWords.of(sky, false, Locale.US)).isEqualTo(sky.description());
        });
    }

    @Test
    void hasTheSameKeysWithAsManyDegreesInEveryLanguage() {
        Map<String, String> english = Words.in(Locale.ENGLISH).texts();
        assertThat(Words.languages()).hasSize(18).allSatisfy(language -> {
            Map<String, String> texts = Words.in(language).texts();
            assertThat(texts.keySet()).isEqualTo(english.keySet());
            assertThat(texts).allSatisfy((key, text) -> {
                assertThat(BETWEEN.split(text, -1)).hasSameSizeAs(BETWEEN.split(english.get(key), -1));
                assertThat(text).isEqualTo(text.strip()).isNotBlank().doesNotContain("\uFFFD", "  ");
                assertThat(text.contains("{0}")).isEqualTo(key.equals("with_thunder"));
            });
        });
    }

    @Test
    void saysEverySkyInEveryLanguage() {
        assertThat(Words.languages())
                .allSatisfy(language -> assertThat(skies())
                        .allSatisfy(sky -> assertThat(SkyWords.of(sky, false, language))
                                .isNotBlank()
                                .doesNotContain("|", "{")));
    }

    @Test
    void saysDegreeAndThunderInTheLanguageAskedFor() {
        Sky sky = new Sky(Condition.RAIN_SHOWERS, Intensity.HEAVY, true);
        assertThat(SkyWords.of(sky, true, Locale.GERMAN)).isEqualTo("Starke Regenschauer mit Gewitter");
        assertThat(SkyWords.of(sky, true, Locale.forLanguageTag("pt-BR"))).isEqualTo("Aguaceiros fortes com trovoada");
        assertThat(SkyWords.of(sky, true, Locale.JAPANESE)).isEqualTo("強いにわか雨、雷を伴う");
    }

    @Test
    void callsASkyWithoutCloudsSunnyByDayAlone() {
        Sky clear = Sky.of(Condition.CLEAR);
        assertThat(SkyWords.of(clear, true, Locale.GERMAN)).isEqualTo("Sonnig");
        assertThat(SkyWords.of(clear, false, Locale.GERMAN)).isEqualTo("Klarer Himmel");
    }

    @Test
    void speaksEnglishWhereItHasNoWords() {
        assertThat(SkyWords.of(Sky.of(Condition.FOG), true, Locale.of("sw"))).isEqualTo("Fog");
        assertThat(Words.known(Locale.of("sw"))).isEmpty();
        assertThat(Words.known(Locale.ROOT)).isEmpty();
    }

    @Test
    void hasOneLanguageForAllOfNorway() {
        assertThat(Stream.of("no", "nb", "nn-NO").map(Locale::forLanguageTag).map(Words::known))
                .allSatisfy(known -> assertThat(known).contains(Locale.of("nb")));
    }

    @Test
    void namesAKeyThatThereIsNot() {
        assertThatThrownBy(() -> Words.in(Locale.ENGLISH).text("drizzles"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drizzles");
    }
}
