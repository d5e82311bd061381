package dev.vane.adapters.sources.metnorway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolCodeTest {

    @ParameterizedTest
    @CsvSource({
        "clearsky_day, CLEAR, NONE, false",
        "fair_polartwilight, MOSTLY_CLEAR, NONE, false",
        "partlycloudy_night, PARTLY_CLOUDY, NONE, false",
        "cloudy, OVERCAST, NONE, false",
        "fog, FOG, NONE, false",
        "rain, RAIN, MODERATE, false",
        "heavysleet, SLEET, HEAVY, false",
        "lightsleet, SLEET, LIGHT, false",
        "lightsnowshowers_night, SNOW_SHOWERS, LIGHT, false",
        "heavyrainshowersandthunder_day, RAIN_SHOWERS, HEAVY, true"
    })
    void readsASymbolOfEachKind(String code, Condition condition, Intensity intensity, boolean thunder) {
        assertThat(SymbolCode.sky(code)).isEqualTo(new Sky(condition, intensity, thunder));
    }

    @ParameterizedTest
    @CsvSource({
        "lightssleetshowersandthunder_day, SLEET_SHOWERS",
        "lightsleetshowersandthunder_day, SLEET_SHOWERS",
        "lightssnowshowersandthunder_polartwilight, SNOW_SHOWERS",
        "lightsnowshowersandthunder_polartwilight, SNOW_SHOWERS"
    })
    void readsTheProvidersMisspellingsAndWhatTheyShouldBe(String code, Condition condition) {
        assertThat(SymbolCode.sky(code)).isEqualTo(new Sky(condition, Intensity.LIGHT, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_day", "rain_dawn", "lightclearsky", "lightsrain", "Rain", "rain ", "showers", "hail"})
    void takesOtherSymbolsForUnknown(String code) {
        assertThat(SymbolCode.sky(code)).isEqualTo(Sky.UNKNOWN);
    }
}
