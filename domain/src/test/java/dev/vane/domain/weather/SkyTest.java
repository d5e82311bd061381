package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.weather.Sky.Intensity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkyTest {

    /**
     * Each condition's text without a degree (and moderate), light and heavy; with thunder it ends as in the last
     * column.
     */
    private static final String DESCRIPTIONS = """
            CLEAR,         Clear sky,     Clear sky,           Clear sky,           ' with thunder'
            MOSTLY_CLEAR,  Mostly clear,  Mostly clear,        Mostly clear,        ' with thunder'
            PARTLY_CLOUDY, Partly cloudy, Partly cloudy,       Partly cloudy,       ' with thunder'
            MOSTLY_CLOUDY, Mostly cloudy, Mostly cloudy,       Mostly cloudy,       ' with thunder'
            OVERCAST,      Overcast,      Overcast,            Overcast,            ' with thunder'
            FOG,           Fog,           Light fog,           Dense fog,           ' with thunder'
            HAZE,          Haze,          Light haze,          Dense haze,          ' with thunder'
            SMOKE,         Smoke,         Light smoke,         Dense smoke,         ' with thunder'
            DUST,          Dust,          Light dust,          Dense dust,          ' with thunder'
            DRIZZLE,       Drizzle,       Light drizzle,       Heavy drizzle,       ' with thunder'
            RAIN,          Rain,          Light rain,          Heavy rain,          ' with thunder'
            RAIN_SHOWERS,  Rain showers,  Light rain showers,  Heavy rain showers,  ' with thunder'
            FREEZING_RAIN, Freezing rain, Light freezing rain, Heavy freezing rain, ' with thunder'
            SLEET,         Sleet,         Light sleet,         Heavy sleet,         ' with thunder'
            SLEET_SHOWERS, Sleet showers, Light sleet showers, Heavy sleet showers, ' with thunder'
            SNOW,          Snow,          Light snow,          Heavy snow,          ' with thunder'
            SNOW_SHOWERS,  Snow showers,  Light snow showers,  Heavy snow showers,  ' with thunder'
            HAIL,          Hail,          Light hail,          Heavy hail,          ' with thunder'
            THUNDERSTORM,  Thunderstorm,  Light thunderstorm,  Heavy thunderstorm,  ''
            WINDY,         Windy,         Windy,               Very windy,          ' with thunder'
            TORNADO,       Tornado,       Tornado,             Tornado,             ' with thunder'
            HURRICANE,     Hurricane,     Hurricane,           Hurricane,           ' with thunder'
            """;

    @ParameterizedTest
    @CsvSource(textBlock = DESCRIPTIONS)
    void describesEveryCombination(Condition condition, String plain, String light, String heavy, String thunder) {
        assertThat(texts(condition, false)).containsExactly(plain, light, plain, heavy);
        assertThat(texts(condition, true))
                .containsExactly(plain + thunder, light + thunder, plain + thunder, heavy + thunder);
    }

    private static List<String> texts(Condition condition, boolean thunder) {
        return EnumSet.allOf(Intensity.class).stream()
                .map(intensity -> new Sky(condition, intensity, thunder).description())
                .toList();
    }

    @Test
    void saysOfAnUnknownSkyOnlyWhetherItThunders() {
        assertThat(Set.copyOf(texts(Condition.UNKNOWN, false))).containsExactly("Unknown");
        assertThat(Set.copyOf(texts(Condition.UNKNOWN, true))).containsExactly("Thunder");
    }

    @Test
    void noConditionIsMissingFromTheTableAbove() {
        Set<Condition> described = EnumSet.of(Condition.UNKNOWN);
        DESCRIPTIONS.lines().map(row -> Condition.valueOf(row.split(",", 2)[0])).forEach(described::add);
        assertThat(described).containsExactlyInAnyOrder(Condition.values());
    }

    @Test
    void theConditionDecidesFirst() {
        Sky hail = Sky.of(Condition.HAIL, Intensity.LIGHT);
        Sky rain = new Sky(Condition.RAIN, Intensity.HEAVY, true);
        assertThat(Sky.mostSignificant(List.of(rain, hail, Sky.of(Condition.CLEAR), Sky.UNKNOWN)))
                .isEqualTo(hail);
    }

    @Test
    void thenTheIntensityDecides() {
        Sky heavy = Sky.of(Condition.RAIN, Intensity.HEAVY);
        Sky light = new Sky(Condition.RAIN, Intensity.LIGHT, true);
        assertThat(Sky.mostSignificant(List.of(light, Sky.of(Condition.RAIN), heavy)))
                .isEqualTo(heavy);
    }

    @Test
    void thenThunderDecides() {
        Sky quiet = Sky.of(Condition.RAIN, Intensity.HEAVY);
        Sky thunder = new Sky(Condition.RAIN, Intensity.HEAVY, true);
        assertThat(Sky.mostSignificant(List.of(quiet, thunder))).isEqualTo(thunder);
    }

    @Test
    void theOrderOfTheSkiesDoesNotMatter() {
        List<Sky> skies = new ArrayList<>();
        for (Condition condition : Condition.values()) {
            for (Intensity intensity : Intensity.values()) {
                skies.add(new Sky(condition, intensity, false));
                skies.add(new Sky(condition, intensity, true));
            }
        }
        long seed = 99;
        System.out.println("SkyTest: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(skies, random);
            assertThat(Sky.mostSignificant(skies)).isEqualTo(new Sky(Condition.TORNADO, Intensity.HEAVY, true));
        }
    }

    @Test
    void theMostSignificantOfNoneIsUnknown() {
        assertThat(Sky.mostSignificant(List.of())).isEqualTo(Sky.UNKNOWN);
    }

    @Test
    void aKnownSkyComesBeforeTheUnknown() {
        assertThat(Sky.mostSignificant(List.of(Sky.UNKNOWN, Sky.of(Condition.CLEAR))))
                .isEqualTo(Sky.of(Condition.CLEAR));
    }

    @ParameterizedTest
    @CsvSource({"NONE, ''", "LIGHT, light", "MODERATE, moderate", "HEAVY, heavy"})
    void intensitiesHaveKeys(Intensity intensity, String key) {
        assertThat(intensity.key()).isEqualTo(key);
    }
}
