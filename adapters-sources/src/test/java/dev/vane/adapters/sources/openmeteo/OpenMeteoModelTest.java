package dev.vane.adapters.sources.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.WeatherSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the models are, and how they may be asked for. */
class OpenMeteoModelTest {

    private static final BaseUrl URL = BaseUrl.of("https://weather.example");
    private static final Duration REFRESH = Duration.ofHours(3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ecmwf_ifs025         | ecmwf-ifs025         | ECMWF IFS     | ECMWF (CC BY 4.0)                     | 6
            gfs_seamless         | gfs-seamless         | NOAA GFS      | NOAA                                  | 6
            icon_seamless        | icon-seamless        | DWD ICON      | Deutscher Wetterdienst (CC BY 4.0)    | 6
            gem_seamless         | gem-seamless         | Canadian GEM  | Environment and Climate Change Canada | 12
            meteofrance_seamless | meteofrance-seamless | Météo-France  | Météo-France                          | 6
            ukmo_seamless        | ukmo-seamless        | UK Met Office | Met Office (CC BY-SA 4.0)             | 6
            jma_seamless         | jma-seamless         | JMA           | Japan Meteorological Agency           | 6
            """)
    void eachIsASourceOfItsOwn(String key, String id, String name, String credit, int hours) {
        OpenMeteoModel model = OpenMeteoModel.of(key);
        SourceInfo info = model.describe(REFRESH);
        assertThat(model.key()).isEqualTo(key);
        assertThat(info.id()).isEqualTo(model.id()).hasToString(id);
        assertThat(info.name()).isEqualTo(name + " (via Open-Meteo)");
        assertThat(info.attribution()).isEqualTo("Weather data by Open-Meteo.com (CC BY 4.0), source: " + credit);
        assertThat(info.link()).hasToString("https://open-meteo.com/");
        assertThat(info.rhythm()).isEqualTo(new Rhythm(REFRESH, Duration.ofHours(hours)));
        assertThat(info.simulated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(OpenMeteoModel.class)
    void eachIsFoundByItsName(OpenMeteoModel model) {
        assertThat(OpenMeteoModel.of(model.key())).isSameAs(model);
        assertThat(model.key()).matches("[a-z0-9_]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gfs", "GFS_SEAMLESS", "gfs-seamless", "gfs_seamless ", "gfs_seamless,icon_seamless"})
    void refusesAnUnknownName(String name) {
        assertThatThrownBy(() -> OpenMeteoModel.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is '" + name + "', not one of ecmwf_ifs025, gfs_seamless, ");
    }

    @Test
    void theSourceSpeaksForThemAndIsAskedForTheRecordOnly() {
        try (ProviderSources sources = new ProviderSources(Replies.HTTP, Replies.CLOCK)) {
            List<OpenMeteoModel> two = List.of(OpenMeteoModel.JMA_SEAMLESS, OpenMeteoModel.GEM_SEAMLESS);
            WeatherSource source = sources.openMeteoModels(new OpenMeteoModelsSettings(URL, two, 10, REFRESH));
            assertThat(source.members())
                    .containsExactly(
                            two.getFirst().describe(REFRESH), two.getLast().describe(REFRESH));
            assertThat(source.watchedOnly()).isTrue();
            assertThat(source.info()).isEqualTo(OpenMeteoModelsSource.describe(REFRESH));
            assertThat(source.info().id()).hasToString("open-meteo-models");
            assertThat(source.info().attribution()).isEqualTo("Weather data by Open-Meteo.com (CC BY 4.0)");
            assertThat(source.info().rhythm()).isEqualTo(new Rhythm(REFRESH, Duration.ofHours(12)));
        }
    }

    @Test
    void pinsTheDefaultSettings() {
        OpenMeteoModelsSettings settings = OpenMeteoModelsSettings.standard();
        assertThat(settings.baseUrl()).isEqualTo(BaseUrl.of("https://api.open-meteo.com"));
        assertThat(settings.models())
                .extracting(OpenMeteoModel::key)
                .containsExactly(
                        "ecmwf_ifs025",
                        "gfs_seamless",
                        "icon_seamless",
                        "gem_seamless",
                        "meteofrance_seamless",
                        "ukmo_seamless",
                        "jma_seamless");
        assertThat(settings.forecastDays()).isEqualTo(10);
        assertThat(settings.refreshInterval()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        List<OpenMeteoModel> one = List.of(OpenMeteoModel.GFS_SEAMLESS);
        List<OpenMeteoModel> twice = List.of(OpenMeteoModel.GFS_SEAMLESS, OpenMeteoModel.GFS_SEAMLESS);
        assertRefused(List.of(), 10, REFRESH, "models of Open-Meteo are none");
        assertRefused(twice, 10, REFRESH, "models of Open-Meteo are gfs_seamless, gfs_seamless, one of them twice");
        assertRefused(one, 0, REFRESH, "0, not 1 to 16");
        assertRefused(one, 17, REFRESH, "17, not 1 to 16");
        assertRefused(one, 10, Duration.ZERO, "refresh interval of Open-Meteo is PT0S");
    }

    private static void assertRefused(List<OpenMeteoModel> models, int days, Duration refresh, String why) {
        assertThatThrownBy(() -> new OpenMeteoModelsSettings(URL, models, days, refresh))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
