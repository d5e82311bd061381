package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Condition;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeatherMetricsTest {

    private static final String PATH = "/weather/metrics";
    private static final String PORTLAND = "{place=\"5746545\",name=\"Portland\",source=\"open-meteo\"";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
        vane.watches.watch(Samples.PORTLAND.id());
        remember(Samples.weather(Samples.NOW));
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private void remember(PlaceWeather weather) {
        vane.watches.remembered.put(Samples.PORTLAND.id(), weather);
    }

    private String body() {
        return vane.get(PATH).body();
    }

    @Test
    void saysTheConditionsNowInBaseUnits() {
        assertThat(body())
                .contains(
                        "# TYPE vane_weather_temperature_celsius gauge\n# UNIT vane_weather_temperature_celsius celsius\n")
                .contains("\nvane_weather_temperature_celsius" + PORTLAND + "} 7.2\n")
                .contains("\nvane_weather_precipitation_meters" + PORTLAND + "} 0.0001\n")
                .contains("\nvane_weather_pressure_msl_pascals" + PORTLAND + "} 104000\n")
                .contains("\nvane_weather_relative_humidity_ratio" + PORTLAND + "} 0.7875\n")
                .contains("\nvane_weather_wind_speed_meters_per_second" + PORTLAND + "} 6\n")
                .contains("\nvane_weather_wind_direction_degrees" + PORTLAND + "} 340\n")
                .contains("\nvane_weather_uv_index" + PORTLAND + "} 37.5\n")
                .contains("\nvane_weather_sunshine_seconds" + PORTLAND + "} 64800\n")
                .contains("\nvane_weather_interval_seconds" + PORTLAND + "} 900\n");
    }

    @Test
    void saysWhenItWasObservedFetchedAndIssuedAndNeverHowOldItIs() {
        long now = Samples.NOW.getEpochSecond();
        assertThat(body())
                .contains("\nvane_weather_observed_timestamp_seconds" + PORTLAND + "} " + now + "\n")
                .contains("\nvane_weather_fetched_timestamp_seconds" + PORTLAND + "} " + now + "\n")
                .contains("\nvane_weather_issued_timestamp_seconds" + PORTLAND + "} " + (now - 3600) + "\n");
    }

    @Test
    void saysTheSkyAsASetOfStatesOfWhichOneHolds() {
        List<String> states = body().lines()
                .filter(line -> line.startsWith("vane_weather_sky{"))
                .toList();
        assertThat(states)
                .hasSize(Condition.values().length)
                .filteredOn(line -> line.endsWith(" 1"))
                .containsExactly("vane_weather_sky" + PORTLAND + ",vane_weather_sky=\"rain_showers\"} 1");
        assertThat(body())
                .contains("# TYPE vane_weather_sky stateset\n")
                .contains("\nvane_weather_thunder" + PORTLAND + "} 1\n");
    }

    @Test
    void saysWhatIsForecastForAFewLeads() {
        assertThat(body().lines().filter(line -> line.startsWith("vane_weather_forecast_temperature_celsius{")))
                .containsExactly(
                        "vane_weather_forecast_temperature_celsius" + PORTLAND + ",lead=\"1h\"} 5.3",
                        "vane_weather_forecast_temperature_celsius" + PORTLAND + ",lead=\"3h\"} 5.5",
                        "vane_weather_forecast_temperature_celsius" + PORTLAND + ",lead=\"6h\"} 5.8",
                        "vane_weather_forecast_temperature_celsius" + PORTLAND + ",lead=\"12h\"} 6.4",
                        "vane_weather_forecast_temperature_celsius" + PORTLAND + ",lead=\"24h\"} 7.6");
    }

    @Test
    void namesTheSourceThatAValueIsReallyFrom() {
        remember(Samples.fused());
        assertThat(body())
                .contains("\nvane_weather_visibility_meters" + PORTLAND.replace("open-meteo", "met-norway") + "} ")
                .contains("\nvane_weather_temperature_celsius" + PORTLAND + "} ");
    }

    @Test
    void countsTheWarningsInForceBySeverity() {
        remember(Samples.weather(Samples.NOW)
                .withAlerts(List.of(
                        new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.empty())),
                        new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.of(Samples.NOW))))));
        assertThat(body())
                .contains("\nvane_weather_alerts{place=\"5746545\",name=\"Portland\",severity=\"severe\"} 1\n")
                .contains("\nvane_weather_alerts{place=\"5746545\",name=\"Portland\",severity=\"extreme\"} 0\n");
    }

    @Test
    void neitherWaitsForWeatherNorAsksForIt() {
        vane.watches.remembered.clear();
        HttpResponse<String> response = vane.get(PATH);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("# TYPE vane_weather_known gauge\n# HELP vane_weather_known Whether anything is known of the"
                        + " weather of a watched place (1) or nothing yet (0).\n"
                        + "vane_weather_known{place=\"5746545\",name=\"Portland\"} 0\n# EOF\n");
        assertThat(vane.reads).hasValue(0);
    }

    @Test
    void isEmptyButWholeWhereNothingIsWatched() {
        vane.watches.unwatch(Samples.PORTLAND.id());
        assertThat(body()).isEqualTo("# EOF\n");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        PlaceWeather weather = Samples.weather(Samples.NOW);
        remember(new PlaceWeather(
                weather.place(), weather.lastModified(), Optional.empty(), weather.forecast(), weather.sources()));
        assertThat(body())
                .doesNotContain("vane_weather_temperature", "vane_weather_sky", "vane_weather_observed", "NaN")
                .contains("vane_weather_forecast_temperature_celsius");
    }

    @Test
    void comparesNoAmountsOfIntervalsThatAreNotAnHour() {
        vane.now = Samples.NOW.plus(Duration.ofDays(30)); // no step is left
        assertThat(body()).doesNotContain("vane_weather_forecast");
    }

    @Test
    void escapesWhateverANameHolds() {
        Place odd = new Place(
                Samples.PORTLAND.id(),
                "a\"b\\c\nd\re",
                Samples.PORTLAND.region(),
                Samples.PORTLAND.coordinates(),
                Samples.PORTLAND.elevation(),
                Samples.PORTLAND.zone(),
                0);
        vane.watches.replace(odd);
        String name = "name=\"a\\\"b\\\\c\\nd e\"";
        assertThat(body().lines().filter(line -> !line.startsWith("#")))
                .hasSizeGreaterThan(50)
                .allSatisfy(line -> assertThat(line).contains(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        */*                                                     | application/openmetrics-text; version=1.0.0; charset=utf-8
        application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | application/openmetrics-text; version=1.0.0; charset=utf-8
        text/plain;version=0.0.4;q=1,*/*;q=0.1                  | text/plain; version=0.0.4; charset=utf-8
        text/plain                                              | text/plain; version=0.0.4; charset=utf-8
        """)
    void speaksTheFormatThatTheScraperLikesBest(String accept, String contentType) {
        HttpResponse<String> response = vane.get(PATH, "Accept", accept);
        assertThat(response.headers().firstValue("Content-Type")).contains(contentType);
        assertThat(response.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    }

    @Test
    void leavesOutOfThePrometheusFormatWhatItDoesNotKnow() {
        assertThat(vane.get(PATH, "Accept", "text/plain").body())
                .contains("# TYPE vane_weather_sky gauge\n")
                .doesNotContain("# UNIT", "# EOF", "stateset");
    }

    @Test
    void keepsFamiliesTogetherAndSaysNothingTwice() {
        vane.watches.watch(Samples.OTHER_PORTLAND.id());
        vane.watches.remembered.put(Samples.OTHER_PORTLAND.id(), Samples.weather(Samples.NOW));
        Set<String> series = new HashSet<>();
        Set<String> families = new HashSet<>();
        String last = "";
        for (String line : body().lines().filter(line -> !line.startsWith("#")).toList()) {
            String family = line.substring(0, line.indexOf('{'));
            assertThat(series.add(line.substring(0, line.lastIndexOf(' '))))
                    .as(line)
                    .isTrue();
            assertThat(family.equals(last) || families.add(family)).as(line).isTrue();
            last = family;
        }
        assertThat(families).hasSizeGreaterThan(25);
    }

    @Test
    void refusesWhatItCannotSayAndWhatItDoesNotKnow() {
        assertThat(vane.get(PATH, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(vane.get(PATH + "?place=5746545").statusCode()).isEqualTo(400);
        assertThat(vane.send("POST", PATH).statusCode()).isEqualTo(405);
        vane.weather = target -> new WeatherOutcome.UnknownPlace();
        assertThat(vane.get(PATH).statusCode()).isEqualTo(200);
    }
}
