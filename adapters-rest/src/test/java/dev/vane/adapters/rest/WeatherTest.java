package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.WeatherOutcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeatherTest {

    private static final String TARGET = "/api/v1/weather?place=5746545";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    @Test
    void servesTheConditionsNow() {
        assertThat(vane.get(TARGET + "&include=current").body())
                .contains(
                        "\"current\":{\"time\":\"2026-03-10T14:20:00Z\",\"source\":\"open-meteo\",\"period\":\"PT15M\","
                                + "\"sky\":{\"condition\":\"rain_showers\",\"intensity\":\"heavy\",\"thunder\":true,")
                .contains("\"temperature\":7.2,", "\"windCompass\":\"NNW\",\"beaufort\":4")
                .doesNotContain("\"hourly\"", "\"daily\"", "\"astronomy\"");
    }

    @Test
    void servesTheHourlyForecastFromTheHourInProgressOn() {
        String body = vane.get(TARGET + "&include=hourly&hours=3").body();
        assertThat(body.substring(body.indexOf("\"hourly\"")))
                .contains("T14:00:00Z", "T15:00:00Z", "T16:00:00Z")
                .doesNotContain("T13:00:00Z", "T17:00:00Z");
    }

    @Test
    void servesTheDailyForecastFromThePlacesTodayOn() {
        vane.now = Instant.parse("2026-03-10T06:30:00Z"); // it is still the 9th in Portland, 23:30
        String body = vane.get(TARGET + "&include=daily&days=2").body();
        assertThat(body)
                .contains("\"date\":\"2026-03-09\"", "\"date\":\"2026-03-10\"")
                .doesNotContain("\"date\":\"2026-03-11\"");
    }

    @Test
    void servesTheSunOfThePlacesToday() {
        assertThat(vane.get(TARGET + "&include=astronomy").body())
                .contains("\"astronomy\":{\"date\":\"2026-03-10\",\"sun\":{\"state\":\"rises_and_sets\"")
                .contains("\"sunrise\":\"2026-03-10T14:")
                .contains("\"sunset\":\"2026-03-11T02:");
    }

    /** upstreams.md, mistake 7: sunset as a bare time in the server's zone, JSON inside a JSON string. */
    @Test
    void mistake7WritesTimesInUtcWithThePlacesZoneBeside() {
        assertThat(vane.get(TARGET).body())
                .contains("\"timeZone\":\"America/Los_Angeles\"")
                .containsPattern("\"sunset\":\"[0-9-]{10}T[0-9:]{8}Z\"")
                .startsWith("{\"place\":{")
                .doesNotContain("\\\"");
    }

    @Test
    void convertsToTheUnitsAskedFor() {
        assertThat(vane.get(TARGET + "&units=imperial&include=current").body())
                .contains("\"system\":\"imperial\"", "\"temperature\":\"°F\"", "\"elevation\":\"ft\"")
                .contains("\"temperature\":44.96,", "\"precipitation\":0.004,", "\"windSpeed\":13.42,")
                .contains("\"elevation\":49,");
    }

    @Test
    void writesNoNoiseOfBinaryFractions() {
        assertThat(vane.get(TARGET + "&units=imperial").body()).doesNotContainPattern("[0-9]\\.[0-9]{6}");
    }

    @Test
    void tellsWhatEachSourceSaidAndWhen() {
        assertThat(vane.get(TARGET).body())
                .contains("\"sources\":[{\"source\":\"open-meteo\",\"name\":\"Open-Meteo\",\"simulated\":false,")
                .contains("\"fetchedAt\":\"2026-03-10T14:20:00Z\",\"staleAfter\":\"2026-03-10T14:35:00Z\"");
    }

    @Test
    void tellsWhyASourceIsLeftOut() {
        vane.weather = RunningVane.served(new WeatherOutcome.Served(Samples.weatherWithout("its run is 14 h old")));
        assertThat(vane.get(TARGET).body())
                .contains("\"source\":\"met-norway\"", "\"leftOut\":\"its run is 14 h old\"")
                .doesNotContain("\"problem\"");
    }

    @Test
    void standsUnchangedWhileTheDataAndTheHourDo() {
        HttpResponse<String> before = vane.get(TARGET);
        vane.now = Instant.parse("2026-03-10T14:59:59Z");
        HttpResponse<String> after = vane.get(TARGET);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"));
    }

    @Test
    void changesWithTheHour() {
        HttpResponse<String> before = vane.get(TARGET);
        vane.now = Instant.parse("2026-03-10T15:00:00Z");
        HttpResponse<String> after = vane.get(TARGET);
        assertThat(after.headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));
        assertThat(after.headers().firstValue("Last-Modified")).contains("Tue, 10 Mar 2026 15:00:00 GMT");
    }

    @Test
    void changesWithTheData() {
        HttpResponse<String> before = vane.get(TARGET);
        vane.weather = RunningVane.served(WeatherOutcomes.served(Samples.NOW.plus(Duration.ofMinutes(16))));
        vane.now = Samples.NOW.plus(Duration.ofMinutes(16));
        HttpResponse<String> after = vane.get(TARGET);
        assertThat(after.headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));
    }

    /** The next refresh is half a minute after the data are due: sources are not all asked at the same moment. */
    @Test
    void mayBeKeptUntilTheNextRefresh() {
        vane.now = Samples.NOW.plus(Duration.ofMinutes(10));
        assertThat(vane.get(TARGET).headers().firstValue("Cache-Control")).contains("max-age=330");
    }

    @Test
    void mayBeKeptNoLongerThanTheHour() {
        Instant fetched = Instant.parse("2026-03-10T14:58:00Z");
        vane.weather = RunningVane.served(WeatherOutcomes.served(fetched));
        vane.now = fetched;
        assertThat(vane.get(TARGET).headers().firstValue("Cache-Control")).contains("max-age=120");
    }

    @Test
    void mayBeKeptForOneSecondWhenTheDataAreStale() {
        vane.now = Samples.NOW.plus(Duration.ofMinutes(30));
        assertThat(vane.get(TARGET).headers().firstValue("Cache-Control")).contains("max-age=1");
    }

    @Test
    void refusesAnUnknownPlace() {
        HttpResponse<String> response = vane.get("/api/v1/weather?place=1");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/unknown-place", "\"parameter\":\"place\"");
    }

    @Test
    void offersTheCandidatesOfAnAmbiguousPlace() {
        vane.weather = RunningVane.served(WeatherOutcomes.ambiguous());
        HttpResponse<String> response = vane.get("/api/v1/weather?q=portland");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("/problems/ambiguous-place", "\"parameter\":\"q\"")
                .contains("\"candidates\":[{\"id\":\"5746545\"", "{\"id\":\"4975802\"");
    }

    @Test
    void isUnavailableOnlyIfNothingIsKnown() {
        vane.weather = RunningVane.served(WeatherOutcomes.none());
        HttpResponse<String> response = vane.get(TARGET);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("30");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body()).contains("/problems/no-weather", "no answer within 5 s");
    }

    @Test
    void answersAFaultOfItsOwnWithoutSayingWhatItWas() {
        vane.weather = target -> {
            throw new IllegalStateException("the secret is xyzzy");
        };
        HttpResponse<String> response = vane.get(TARGET, "X-Request-Id", "abc-123");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .contains("/problems/internal-fault", "abc-123")
                .doesNotContain("xyzzy", "Exception", "dev.vane");
    }

    @Test
    void asksForTheWeatherOnceARequest() {
        vane.get(TARGET);
        vane.get("/api/v1/weather?lat=45&lon=-122");
        assertThat(vane.reads).hasValue(2);
    }

    @Test
    void servesAPlaceWithAForecastButNoObservation() {
        var weather = Samples.weather(Samples.NOW);
        vane.weather = RunningVane.served(new WeatherOutcome.Served(new dev.vane.application.api.PlaceWeather(
                weather.place(),
                weather.lastModified(),
                java.util.Optional.empty(),
                weather.forecast(),
                weather.sources())));
        assertThat(vane.get(TARGET).body()).contains("\"hourly\"").doesNotContain("\"current\"");
    }
}
