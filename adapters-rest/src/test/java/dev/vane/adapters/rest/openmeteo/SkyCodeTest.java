package dev.vane.adapters.rest.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SkyCodeTest {

    private static final Set<Integer> DOCUMENTED = Set.of(
            0, 1, 2, 3, 45, 48, 51, 53, 55, 56, 57, 61, 63, 65, 66, 67, 71, 73, 75, 77, 80, 81, 82, 85, 86, 95, 96, 99);

    /** The skies that Vane reads codes as, so that what Open-Meteo said comes back as it was said. */
    @ParameterizedTest
    @CsvSource({
        "0, CLEAR, NONE, false",
        "1, MOSTLY_CLEAR, NONE, false",
        "2, PARTLY_CLOUDY, NONE, false",
        "3, OVERCAST, NONE, false",
        "45, FOG, NONE, false",
        "51, DRIZZLE, LIGHT, false",
        "53, DRIZZLE, MODERATE, false",
        "55, DRIZZLE, HEAVY, false",
        "61, RAIN, LIGHT, false",
        "63, RAIN, MODERATE, false",
        "65, RAIN, HEAVY, false",
        "66, FREEZING_RAIN, LIGHT, false",
        "67, FREEZING_RAIN, HEAVY, false",
        "71, SNOW, LIGHT, false",
        "73, SNOW, MODERATE, false",
        "75, SNOW, HEAVY, false",
        "80, RAIN_SHOWERS, LIGHT, false",
        "81, RAIN_SHOWERS, MODERATE, false",
        "82, RAIN_SHOWERS, HEAVY, false",
        "85, SNOW_SHOWERS, LIGHT, false",
        "86, SNOW_SHOWERS, HEAVY, false",
        "95, THUNDERSTORM, MODERATE, true",
        "96, HAIL, LIGHT, true",
        "99, HAIL, HEAVY, true",
        "95, RAIN_SHOWERS, HEAVY, true"
    })
    void saysASkyByTheCodeItIsReadFrom(int code, Condition condition, Sky.Intensity intensity, boolean thunder) {
        assertThat(SkyCode.of(new Sky(condition, intensity, thunder), OptionalDouble.empty()))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void usesNoCodeThatIsNotDocumented(Condition condition) {
        Stream.of(Sky.Intensity.values())
                .flatMap(intensity -> Stream.of(true, false).map(thunder -> new Sky(condition, intensity, thunder)))
                .map(sky -> SkyCode.of(sky, OptionalDouble.of(60)))
                .filter(code -> !Double.isNaN(code))
                .forEach(code -> assertThat(DOCUMENTED).contains(code.intValue()));
    }

    @Test
    void doesNotGuessASkyThatIsNotKnown() {
        assertThat(SkyCode.of(Sky.UNKNOWN, OptionalDouble.of(100))).isNaN();
        assertThat(SkyCode.of(Sky.of(Condition.WINDY), OptionalDouble.empty())).isNaN();
    }

    @Test
    void seesTheCloudsOfAWindySky() {
        assertThat(List.of(10.0, 30.0, 60.0, 90.0))
                .extracting(percent -> SkyCode.of(Sky.of(Condition.WINDY), OptionalDouble.of(percent)))
                .containsExactly(0.0, 1.0, 2.0, 3.0);
    }
}
