package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetsTest {

    private static final String PLACE = "?place=5746545";
    private static final String GLANCE = "/integrations/glance" + PLACE;
    private static final String HOMEPAGE = "/integrations/homepage" + PLACE;
    private static final String EMBED = "/embed" + PLACE;
    private static final String MARKUP = "<script>alert(1)</script>\"'&";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private void serve(PlaceWeather weather) {
        vane.weather = RunningVane.served(new WeatherOutcome.Served(weather));
    }

    private static PlaceWeather named(String name) {
        PlaceWeather weather = Samples.weather(Samples.NOW);
        Place place = new Place(
                Samples.PORTLAND.id(),
                name,
                Samples.PORTLAND.region(),
                Samples.PORTLAND.coordinates(),
                Samples.PORTLAND.elevation(),
                Samples.PORTLAND.zone(),
                0);
        return new PlaceWeather(
                place, weather.lastModified(), weather.current(), weather.forecast(), weather.sources());
    }

    private static PlaceWeather warned(String event) {
        Alert alert = Samples.alert(Optional.empty());
        return named("Portland")
                .withAlerts(List.of(new IssuedAlert(
                        Samples.SOURCE.id(),
                        new Alert(
                                alert.id(),
                                event,
                                alert.gravity(),
                                alert.validity(),
                                alert.message(),
                                alert.area(),
                                alert.sender()))));
    }

    private static Optional<String> header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name);
    }

    @Test
    void tellsGlanceWhatItIsByHeaders() {
        HttpResponse<String> response = vane.get(GLANCE);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Widget-Title")).contains("Portland");
        assertThat(header(response, "Widget-Content-Type")).contains("html");
        assertThat(header(response, "Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.body())
                .contains("<p class=\"size-h1 color-highlight\">7 °C</p>")
                .contains("<p class=\"size-h4\">Heavy rain showers with thunder</p>", "<li>6 m/s NNW</li>")
                .contains("<span>Tue Light rain</span>", "Weather data by Open-Meteo.com (CC BY 4.0)")
                .doesNotContain("<html", "<script", "style=");
    }

    @Test
    void tellsGlanceTheTitleAsUtf8() {
        serve(named("Zürich 雪\r\nX-Evil: 1"));
        HttpResponse<String> response = vane.get(GLANCE);
        byte[] bytes = header(response, "Widget-Title").orElseThrow().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("Zürich 雪  X-Evil: 1");
        assertThat(header(response, "X-Evil")).isEmpty();
    }

    @Test
    void tellsGlanceARefusalInPlainWords() {
        HttpResponse<String> response = vane.get("/integrations/glance?place=99");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(header(response, "Widget-Content-Type")).isEmpty();
        assertThat(response.body()).doesNotContain("{", "<").isNotBlank();
    }

    @Test
    void givesHomepageNumbersAndTextsInOneFlatObject() {
        HttpResponse<String> response = vane.get(HOMEPAGE);
        assertThat(header(response, "Content-Type")).contains("application/json");
        assertThat(response.body())
                .startsWith("{\"place\":\"Portland\",\"time\":\"2026-03-10T14:20:00Z\",")
                .contains("\"sky\":\"Heavy rain showers with thunder\",\"condition\":\"rain_showers\"")
                .contains("\"temperature\":7.2,\"temperatureText\":\"7 °C\"")
                .contains("\"windSpeed\":6,\"windText\":\"6 m/s NNW\"", "\"high\":11.4,\"highText\":\"11 °C\"")
                .contains("\"pressure\":1040,", "\"warnings\":0,\"warningsText\":null,\"simulated\":false")
                .doesNotContain("[", ":{");
        assertThat(vane.get(HOMEPAGE + "&units=imperial&lang=de").body())
                .contains("\"temperature\":44.96,\"temperatureText\":\"45 °F\"", "\"windText\":\"13 mph NNW\"")
                .contains("\"sky\":\"Starke Regenschauer mit Gewitter\"");
    }

    @Test
    void keepsEachMemberWhereNothingIsKnown() {
        PlaceWeather weather = named("Portland");
        serve(new PlaceWeather(
                weather.place(), weather.lastModified(), weather.current(), Optional.empty(), weather.sources()));
        assertThat(vane.get(HOMEPAGE).body())
                .contains("\"high\":null,\"highText\":null", "\"chance\":null", "\"temperature\":7.2");
    }

    @Test
    void showsTheHourInProgressWhereNobodySaysWhatItIsLikeNow() {
        PlaceWeather weather = named("Portland");
        serve(new PlaceWeather(
                weather.place(), weather.lastModified(), Optional.empty(), weather.forecast(), weather.sources()));
        assertThat(vane.get(HOMEPAGE).body()).contains("\"time\":\"2026-03-10T14:00:00Z\"", "\"temperature\":5.2,");
    }

    @Test
    void refusesHomepageByAProblem() {
        HttpResponse<String> response = vane.get("/integrations/homepage");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).contains("application/problem+json");
    }

    @Test
    void showsAPageThatFitsAFrame() {
        serve(warned("Gale warning"));
        HttpResponse<String> response = vane.get(EMBED + "&lang=fr&theme=dark");
        assertThat(response.body())
                .startsWith("<!doctype html>\n<html lang=\"fr\" data-theme=\"dark\">")
                .contains("<h1>Portland</h1>", "<p class=\"temperature\">7 °C</p>", "Ressenti ", "<ol>")
                .contains("<p class=\"alarm\">Gale warning</p>")
                .contains("<time datetime=\"2026-03-10T14:20:00Z\">07:20</time>")
                .contains("Weather data by Open-Meteo.com (CC BY 4.0)");
    }

    @Test
    void loadsNothingRunsNothingAndLinksNowhere() {
        assertThat(vane.get(EMBED).body())
                .doesNotContain(
                        "<script", "<link", "<img", "<a ", "src=", "href=", "url(", "@import", "style=", "http");
    }

    @ParameterizedTest
    @ValueSource(strings = {EMBED, "/embed", "/embed?place=99"})
    void letsAnyPageFrameThisOneAlone(String target) {
        HttpResponse<String> embed = vane.get(target);
        assertThat(header(embed, "Content-Type")).contains("text/html; charset=utf-8");
        assertThat(header(embed, "Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .endsWith("frame-ancestors *")
                .doesNotContain("unsafe", "script-src", "self");
        assertThat(header(embed, "X-Frame-Options")).isEmpty();
        assertThat(header(embed, "Cross-Origin-Resource-Policy")).contains("cross-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {GLANCE, HOMEPAGE, "/api/v1/weather" + PLACE, "/embed/", "/nowhere"})
    void letsNobodyFrameAnythingElse(String target) {
        HttpResponse<String> other = vane.get(target);
        assertThat(header(other, "X-Frame-Options")).contains("DENY");
        assertThat(header(other, "Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {GLANCE, EMBED})
    void escapesWhateverIsATextOfOthers(String target) {
        for (PlaceWeather weather : List.of(named(MARKUP), warned(MARKUP))) {
            serve(weather);
            String body = vane.get(target).body();
            boolean titled = target.equals(EMBED) || !weather.alerts().isEmpty();
            assertThat(body).doesNotContain("<script", "alert(1)</");
            assertThat(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
                    .isEqualTo(titled);
        }
    }

    @Test
    void escapesWhatARefusalRepeats() {
        assertThat(vane.get("/embed?place=%3Cscript%3E").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {GLANCE, HOMEPAGE, EMBED})
    void standsAsLongAsTheWeatherAndTheHour(String target) {
        HttpResponse<String> before = vane.get(target);
        vane.now = Samples.NOW.plus(Duration.ofMinutes(5));
        HttpResponse<String> after =
                vane.get(target, "If-None-Match", header(before, "ETag").orElseThrow());
        assertThat(after.statusCode()).isEqualTo(304);
        assertThat(header(after, "Content-Security-Policy")).isEqualTo(header(before, "Content-Security-Policy"));
        assertThat(header(before, "Vary")).contains("Accept, Accept-Language, Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /integrations/glance?place=5746545&theme=dark | 400
        /integrations/homepage?place=5746545&lang=    | 400
        /integrations/homepage?q=%00                  | 400
        /embed?place=5746545&theme=blue               | 400
        /embed?place=5746545&units=x                  | 400
        /embed?lat=1                                  | 400
        /embed?lat=91&lon=0                           | 400
        /embed?q=%ED%A0%80                            | 400
        """)
    void refusesWhatItDoesNotUnderstand(String target, int status) {
        assertThat(vane.get(target).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesOtherMethodsInTheirOwnWords() {
        assertThat(vane.send("POST", EMBED).statusCode()).isEqualTo(405);
        assertThat(header(vane.send("POST", EMBED), "Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(vane.send("HEAD", GLANCE).statusCode()).isEqualTo(200);
    }
}
