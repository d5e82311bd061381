package dev.vane.adapters.sources.nws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NwsIconTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://api.weather.gov/icons/land/day/sct?size=medium               | PARTLY_CLOUDY
            https://api.weather.gov/icons/land/night/rain,30/snow,20?size=small  | SNOW
            https://api.weather.gov/icons/land/night/bkn/rain,20?size=medium     | RAIN
            https://api.weather.gov/icons/land/day/rain_showers_hi,100           | RAIN_SHOWERS
            /icons/sea/day/wind_skc                                              | WINDY
            https://api.weather.gov/icons/land/day/unheard_of,20                 | UNKNOWN
            https://api.weather.gov/icons/land/day/unheard_of/fog                | FOG
            https://api.weather.gov/icons/land/dusk/skc                          | UNKNOWN
            https://api.weather.gov/icons/land/day/                              | UNKNOWN
            https://elsewhere.example/?/icons/land/day/skc                       | UNKNOWN
            ''                                                                   | UNKNOWN
            """)
    void readsTheMoreSignificantNameInAnAddress(String address, Condition condition) {
        assertThat(NwsIcon.ofAddress(address).condition()).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Light Snow      | SNOW          | LIGHT
            Heavy Rain      | RAIN          | HEAVY
            Rain            | RAIN          | NONE
            Fair            | CLEAR         | NONE
            Mostly Clear    | MOSTLY_CLEAR  | NONE
            Partly Cloudy   | PARTLY_CLOUDY | NONE
            Mostly Cloudy   | MOSTLY_CLOUDY | NONE
            Cloudy          | OVERCAST      | NONE
            Fog/Mist        | FOG           | NONE
            Light           | UNKNOWN       | NONE
            ''              | UNKNOWN       | NONE
            """)
    void readsTheTextOfAnObservation(String text, Condition condition, Sky.Intensity intensity) {
        assertThat(WeatherWord.ofText(text)).isEqualTo(Sky.of(condition, intensity));
    }

    @ParameterizedTest
    @CsvSource({
        "drizzle, DRIZZLE",
        "rain_showers, RAIN_SHOWERS",
        "freezing_drizzle, FREEZING_RAIN",
        "sleet, SLEET",
        "snow_showers, SNOW_SHOWERS",
        "hail, HAIL",
        "thunderstorms, THUNDERSTORM",
        "ice_fog, FOG",
        "haze, HAZE",
        "smoke, SMOKE",
        "volcanic_ash, DUST",
        "frost, UNKNOWN"
    })
    void readsTheWordsOfTheRawGrid(String word, Condition condition) {
        assertThat(WeatherWord.sky(word, "moderate").condition()).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource({
        "0, CLEAR",
        "5, CLEAR",
        "6, MOSTLY_CLEAR",
        "26, PARTLY_CLOUDY",
        "51, MOSTLY_CLOUDY",
        "87, MOSTLY_CLOUDY",
        "88, OVERCAST",
        "100, OVERCAST"
    })
    void namesTheSkyUnderAShareOfClouds(double percent, Condition condition) {
        assertThat(WeatherWord.ofClouds(percent).condition()).isEqualTo(condition);
    }
}
