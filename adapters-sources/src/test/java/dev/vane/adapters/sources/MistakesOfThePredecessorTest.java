package dev.vane.adapters.sources;

import static dev.vane.adapters.sources.Replies.CLOCK;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.weather.Variable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the app that Vane replaces got wrong with its sources, by the numbers of that list. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MistakesOfThePredecessorTest {

    private static final String TOKEN = "0123456789abcdef-Token+/=";

    private final StubProvider stub = StubProvider.start();

    @AfterEach
    void stop() {
        stub.close();
    }

    private SourceReply askOpenWeather(HttpSettings settings, StubAnswer current, StubAnswer forecast) {
        stub.answer("/data/2.5/weather", current).answer("/data/2.5/forecast", forecast);
        try (ProviderSources sources = new ProviderSources(settings, CLOCK)) {
            return openWeather(sources).ask(TestPlaces.BERLIN, CallMeter.UNLIMITED);
        }
    }

    private WeatherSource openWeather(ProviderSources sources) {
        return sources.openWeather(
                new OpenWeatherSettings(BaseUrl.of(stub.baseUrl()), Secret.of(TOKEN), false, Duration.ofMinutes(10)));
    }

    private SourceReply askOpenMeteo(HttpSettings settings, StubAnswer answer) {
        stub.answer("/v1/forecast", answer);
        OpenMeteoSettings openMeteo = new OpenMeteoSettings(BaseUrl.of(stub.baseUrl()), 10, Duration.ofMinutes(15));
        try (ProviderSources sources = new ProviderSources(settings, CLOCK)) {
            return sources.openMeteo(openMeteo).ask(TestPlaces.BERLIN, CallMeter.UNLIMITED);
        }
    }

    private static StubAnswer current(String falling) {
        return StubAnswer.json(
                "{\"dt\":1700000000,\"main\":{\"temp\":1},\"weather\":[{\"id\":500}]," + falling + "\"cod\":200}");
    }

    @Test
    void mistake1RainAndSnowAreObjectsNotNumbers() {
        StubAnswer wet = current("\"rain\":{\"1h\":1.5},\"snow\":{\"1h\":0.5},");
        SourceReply reply = askOpenWeather(Replies.HTTP, wet, StubAnswer.status(500));
        var conditions = report(reply).current().orElseThrow().conditions();
        assertThat(value(conditions, Variable.RAIN)).isEqualTo(1.5);
        assertThat(value(conditions, Variable.PRECIPITATION)).isEqualTo(2.0);
    }

    @Test
    void mistake1AFailureOnTheFirstCallDoesNotLast() {
        try (ProviderSources sources = new ProviderSources(Replies.HTTP, CLOCK)) {
            WeatherSource source = openWeather(sources);
            assertThat(source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED)).isInstanceOf(Failed.class);
            stub.answer("/data/2.5/weather", current(""));
            assertThat(report(source.ask(TestPlaces.BERLIN, CallMeter.UNLIMITED))
                            .current())
                    .isPresent();
        }
    }

    static Stream<Arguments> mistake2EveryWayInWhichAProviderFailsIsAValue() {
        return Stream.of(
                Arguments.of(StubAnswer.status(401), Reason.UNAUTHORIZED),
                Arguments.of(StubAnswer.status(429), Reason.RATE_LIMITED),
                Arguments.of(StubAnswer.status(500), Reason.PROVIDER_ERROR),
                Arguments.of(StubAnswer.html(503), Reason.PROVIDER_ERROR),
                Arguments.of(StubAnswer.html(200), Reason.MALFORMED),
                Arguments.of(StubAnswer.status(200), Reason.MALFORMED),
                Arguments.of(StubAnswer.status(204), Reason.MALFORMED),
                Arguments.of(StubAnswer.json("{\"hourly\":"), Reason.MALFORMED),
                Arguments.of(StubAnswer.json("[".repeat(1_000_000)), Reason.MALFORMED),
                Arguments.of(StubAnswer.json("null"), Reason.MALFORMED),
                Arguments.of(StubAnswer.bytes("{\"a\":1}".getBytes(StandardCharsets.UTF_16)), Reason.MALFORMED),
                Arguments.of(StubAnswer.gzipBomb(100), Reason.MALFORMED),
                Arguments.of(StubAnswer.json("{\"hourly\":{}}").cut(), Reason.UNREACHABLE));
    }

    @ParameterizedTest
    @MethodSource
    void mistake2EveryWayInWhichAProviderFailsIsAValue(StubAnswer answer, Reason reason) {
        for (SourceReply reply :
                List.of(askOpenMeteo(Replies.HTTP, answer), askOpenWeather(Replies.HTTP, answer, answer))) {
            assertThat(failure(reply).reason()).isEqualTo(reason);
            assertThat(failure(reply).detail()).isNotBlank().doesNotContain("<", "DOCTYPE", "Exception");
        }
    }

    @Test
    void mistake2AProviderThatIsDownIsAValue() {
        String gone = stub.baseUrl();
        stub.close();
        OpenMeteoSettings settings = new OpenMeteoSettings(BaseUrl.of(gone), 10, Duration.ofMinutes(15));
        try (ProviderSources sources = new ProviderSources(Replies.HTTP, CLOCK)) {
            assertThat(failure(sources.openMeteo(settings).ask(TestPlaces.BERLIN, CallMeter.UNLIMITED))
                            .reason())
                    .isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void mistake3FreshnessIsJudgedByOurClockNotByTheProvidersTime() {
        SourceReply reply = askOpenWeather(Replies.HTTP, current(""), StubAnswer.status(500));
        assertThat(report(reply).fetchedAt()).isEqualTo(Replies.NOW); // while its dt lies years before
    }

    @Test
    void mistake3ACallEndsWithinItsTimeLimit() {
        StubAnswer late = StubAnswer.json("{}").after(Duration.ofMinutes(10));
        StubAnswer dripping = StubAnswer.json(" ".repeat(100_000)).dripping();
        HttpSettings impatient = Replies.impatient(300);
        assertThat(failure(askOpenMeteo(impatient, late)).reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(failure(askOpenMeteo(impatient, dripping)).reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(failure(askOpenWeather(impatient, late, dripping)).reason()).isEqualTo(Reason.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "401",
                "404",
                "429",
                "500",
                "200",
                "malformed",
                "fault",
                "html",
                "late",
                "cut",
                "redirect",
                "half"
            })
    void mistake3TheTokenIsInNoLogAndNoFailure(String way) {
        String told = "{\"cod\":%s,\"message\":\"bad key " + TOKEN + " at ?appid=0123456789abcdef-Token%%2B%%2F%%3D\"}";
        StubAnswer answer = switch (way) {
            case "malformed" -> StubAnswer.json("{\"" + TOKEN + "\":1,\"" + TOKEN + "\":2}");
            case "fault" -> StubAnswer.json("{\"dt\":\"" + TOKEN + "\"}");
            case "html" -> StubAnswer.json("<p>" + TOKEN + "</p>").withStatus(500);
            case "late" -> StubAnswer.json("{}").after(Duration.ofMinutes(10));
            case "cut" -> StubAnswer.json(told.formatted("401")).cut();
            case "redirect" -> StubAnswer.status(302).withHeader("Location", "/?appid=" + TOKEN);
            case "half" -> current("");
            default ->
                StubAnswer.json(told.formatted(way.equals("200") ? "401" : way)).withStatus(Integer.parseInt(way));
        };
        StubAnswer other = StubAnswer.json(told.formatted("\"404\"")).withStatus(404);
        try (CapturedLog log = CapturedLog.start()) {
            SourceReply reply = askOpenWeather(Replies.impatient(2000), answer, way.equals("half") ? other : answer);
            assertThat(Secret.of(TOKEN).redact(reply.toString())).isEqualTo(reply.toString());
            assertThat(log.text()).contains("a canary, so that silence proves something");
            assertThat(Secret.of(TOKEN).redact(log.text())).isEqualTo(log.text());
            if (way.equals("half")) {
                assertThat(log.text()).contains("part of the answer of openweather is lost", "***");
            }
        }
    }
}
