package dev.vane.adapters.sources.metnorway;

import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.CapturedLog;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetNorwaySourceTest {

    private static final String PATH = "/weatherapi/locationforecast/2.0/complete";
    private static final String FIRST = "Fri, 06 Feb 2026 20:27:06 GMT";
    private static final String SECOND = "Fri, 06 Feb 2026 22:31:44 GMT";
    private static final String SOON = "Fri, 06 Feb 2026 22:09:31 GMT";

    private final AdjustableClock clock = new AdjustableClock(NOW); // 2026-02-06T21:40:00Z
    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, clock);
    private final AnswerMemory memory = new AnswerMemory(2, 1_000_000);
    private final MetNorwaySource source = new MetNorwaySource(
            new MetNorwaySettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30)), http, clock, memory);

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private static String forecast(double temperature) {
        return ForecastText.updated("2026-02-06T20:27:06Z")
                .entry("2026-02-06T21:00:00Z", temperature, ForecastText.hour("snow", 0.5))
                .entry("2026-02-06T22:00:00Z", temperature - 1, ForecastText.hour("cloudy", 0))
                .entry("2026-02-06T23:00:00Z", temperature - 2)
                .json();
    }

    private static StubAnswer good(String lastModified) {
        return StubAnswer.json(forecast(-5)).withHeader("Last-Modified", lastModified);
    }

    private SourceReply ask(StubAnswer answer) {
        return ask(answer, TestPlaces.BERLIN);
    }

    private SourceReply ask(StubAnswer answer, Place place) {
        stub.answer(PATH, answer);
        return source.ask(place, CallMeter.UNLIMITED);
    }

    /** What the last call said that it has. */
    private Optional<String> ifModifiedSince() {
        return Optional.ofNullable(stub.requests().getLast().headers().get("if-modified-since"));
    }

    private static Optional<Instant> dueAt(SourceReply reply) {
        assertThat(reply).isInstanceOf(Answered.class);
        return ((Answered) reply).dueAt();
    }

    private static double temperatureNow(SourceReply reply) {
        return value(report(reply).current().orElseThrow().conditions(), Variable.TEMPERATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "40.71427, -74.00597, 10, lat=40.7143&lon=-74.006&altitude=10",
        "78.22334, 15.64689, , lat=78.2233&lon=15.6469",
        "-0.00004, 180, -3, lat=0&lon=180&altitude=-3",
        "27.98785, 86.92502, 8848, lat=27.9879&lon=86.925&altitude=8848",
        "10, 20, -9999, lat=10&lon=20",
        "10, 20, 9001, lat=10&lon=20"
    })
    void asksWithFourDecimalsAndTheElevationIfItIsKnown(
            double latitude, double longitude, Integer metres, String query) {
        OptionalInt elevation = metres == null ? OptionalInt.empty() : OptionalInt.of(metres);
        ask(good(FIRST), TestPlaces.place(latitude, longitude, elevation, "UTC"));
        assertThat(stub.requests()).hasSize(1);
        assertThat(stub.requests().getFirst().uri()).hasToString(PATH + "?" + query);
    }

    @Test
    void saysWhomToWriteToAndAcceptsGzip() {
        report(ask(StubAnswer.json(forecast(-5)).gzipped()));
        assertThat(stub.requests().getFirst().headers())
                .containsEntry("user-agent", "vane/test (+https://vane.example)")
                .containsEntry("accept-encoding", "gzip")
                .doesNotContainKey("if-modified-since");
    }

    @Test
    void isDueAgainWhenTheAnswerExpires() {
        assertThat(dueAt(ask(good(FIRST).withHeader("Expires", SOON)))).contains(Instant.parse("2026-02-06T22:09:31Z"));
        assertThat(dueAt(ask(good(FIRST).withHeader("Expires", "Sat, 07 Feb 2026 21:40:00 GMT"))))
                .contains(Instant.parse("2026-02-07T21:40:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 06 Feb 2026 21:40:00 GMT",
                "Fri, 06 Feb 2026 21:39:59 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Sat, 07 Feb 2026 21:40:01 GMT",
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "0",
                "-1",
                "soon",
                "2026-02-06T22:09:31Z"
            })
    void isDueAfterTheUsualIntervalIfTheExpiryCannotBeMeant(String expires) {
        assertThat(dueAt(ask(good(FIRST).withHeader("Expires", expires)))).isEmpty();
    }

    @Test
    void asksOnlyForWhatHasChangedSince() {
        SourceReply first = ask(good(FIRST).withHeader("Expires", SOON));
        Run run = report(first).run().orElseThrow();
        assertThat(run.availableAt()).isEqualTo(NOW);
        assertThat(temperatureNow(first)).isEqualTo(-5);

        clock.set("2026-02-06T22:10:00Z");
        SourceReply same = ask(StubAnswer.status(304).withHeader("Expires", "Fri, 06 Feb 2026 22:41:00 GMT"));
        assertThat(ifModifiedSince()).contains(FIRST);
        assertThat(report(same).run()).contains(run);
        assertThat(report(same).fetchedAt()).isEqualTo(Instant.parse("2026-02-06T22:10:00Z"));
        assertThat(dueAt(same)).contains(Instant.parse("2026-02-06T22:41:00Z"));
        assertThat(temperatureNow(same)).isEqualTo(-6); // that of 22:00, not of the first answer's 21:00

        clock.set("2026-02-06T22:42:00Z");
        SourceReply changed = ask(StubAnswer.json(forecast(-7))
                .withHeader("Last-Modified", SECOND)
                .withHeader("Expires", "soon"));
        assertThat(ifModifiedSince()).contains(FIRST);
        assertThat(report(changed).run().orElseThrow().availableAt()).isEqualTo(Instant.parse("2026-02-06T22:42:00Z"));
        assertThat(temperatureNow(changed)).isEqualTo(-8);
        assertThat(dueAt(changed)).isEmpty();

        assertThat(temperatureNow(ask(StubAnswer.status(304)))).isEqualTo(-8);
        assertThat(ifModifiedSince()).contains(SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fri, 6 Feb 2026 20:27:06 GMT", "fri, 06 feb 2026 20:27:06 gmt", "Friday; \"quite\" late"})
    void sendsTheLastModifiedBackByteForByte(String odd) {
        ask(good(odd));
        ask(StubAnswer.status(304));
        assertThat(ifModifiedSince()).contains(odd);
    }

    @Test
    void takesTheLastModifiedOfAConfirmationForTheLastOne() {
        ask(good(FIRST));
        ask(StubAnswer.status(304).withHeader("Last-Modified", SECOND));
        assertThat(temperatureNow(ask(StubAnswer.status(304)))).isEqualTo(-5);
        assertThat(ifModifiedSince()).contains(SECOND);
    }

    @Test
    void callsItMalformedIfNothingChangedSinceNothing() {
        Failed failed = failure(ask(StubAnswer.status(304)));
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail())
                .isEqualTo(
                        "MET Norway answered 304, that nothing has changed, to a call that did not ask for changes.");
    }

    @Test
    void asksForEverythingAfterAnAnswerWithoutLastModified() {
        ask(good(FIRST));
        ask(StubAnswer.json(forecast(-7)));
        ask(good(FIRST));
        assertThat(ifModifiedSince()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429, 503})
    void stillHoldsTheLastGoodAnswerAfterAFailure(int status) {
        ask(good(FIRST));
        assertThat(ask(StubAnswer.json("{\"properties\":").withStatus(status).withHeader("Last-Modified", SECOND)))
                .isInstanceOf(Failed.class);
        assertThat(temperatureNow(ask(StubAnswer.status(304)))).isEqualTo(-5);
        assertThat(ifModifiedSince()).contains(FIRST);
    }

    @Test
    void remembersEachPlaceForItself() {
        ask(good(FIRST), TestPlaces.BERLIN);
        ask(good(SECOND), TestPlaces.NEW_YORK);
        assertThat(ifModifiedSince()).isEmpty();
        ask(good(FIRST), TestPlaces.BERLIN);
        assertThat(ifModifiedSince()).contains(FIRST);
    }

    @Test
    void forgetsThePlaceUnusedForLongest() {
        Place third = TestPlaces.place(1, 1, OptionalInt.empty(), "UTC");
        ask(good(FIRST), TestPlaces.BERLIN);
        ask(good(FIRST), TestPlaces.NEW_YORK);
        ask(StubAnswer.status(304), TestPlaces.BERLIN);
        ask(good(FIRST), third);
        assertThat(memory.size()).isEqualTo(2);
        ask(good(FIRST), TestPlaces.BERLIN);
        assertThat(ifModifiedSince()).contains(FIRST);
        ask(good(FIRST), TestPlaces.NEW_YORK);
        assertThat(ifModifiedSince()).isEmpty();
    }

    @Test
    void remembersNoAnswerOfExcessiveSize() {
        long seed = new Random().nextLong();
        System.out.println("MetNorwaySourceTest seed " + seed);
        Random random = new Random(seed);
        String noise = IntStream.range(0, AnswerMemory.LARGEST / 8)
                .mapToObj(i -> "\"" + Long.toHexString(random.nextLong()) + "\"")
                .collect(Collectors.joining(","));
        String large = forecast(-5).replace("\"Feature\"", "[" + noise + "]");
        ask(good(FIRST));
        assertThat(temperatureNow(ask(StubAnswer.json(large).withHeader("Last-Modified", SECOND))))
                .isEqualTo(-5);
        assertThat(memory.size()).isZero();
    }

    @Test
    void usesADeprecatedAnswerAndWarnsOnce() {
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(temperatureNow(ask(good(FIRST).withStatus(203)))).isEqualTo(-5);
            assertThat(temperatureNow(ask(good(FIRST).withStatus(203)))).isEqualTo(-5);
            assertThat(log.text()).containsOnlyOnce("met-norway answers 203").contains("WARNING");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED, MET Norway answered 400.",
        "401, UNAUTHORIZED, MET Norway answered 401.",
        "403, UNAUTHORIZED, MET Norway answered 403: it wants a contact in the User-Agent. Set http-client.contact to an"
                + " address that reaches you.",
        "404, REJECTED, MET Norway answered 404.",
        "422, NOT_COVERED, MET Norway answered 422: the place is outside of its area.",
        "429, RATE_LIMITED, MET Norway answered 429.",
        "500, PROVIDER_ERROR, MET Norway answered 500.",
        "503, PROVIDER_ERROR, MET Norway answered 503.",
        "302, MALFORMED, MET Norway answered 302."
    })
    void saysNoInItsOwnWordsWhateverPageCame(int status, Reason reason, String detail) {
        Failed failed = failure(ask(StubAnswer.html(status).withHeader("Retry-After", "90")));
        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.detail()).isEqualTo(detail);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(90));
    }

    @Test
    void quotesNothingOfAPageThatCameWithSuccess() {
        Failed failed = failure(ask(StubAnswer.html(200)));
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail())
                .isEqualTo("The answer of MET Norway cannot be used: the answer is markup (HTML or XML), not JSON.");
    }

    @Test
    void handsOnThatTheProviderCannotBeReached() {
        Failed failed = failure(ask(good(FIRST).cut()));
        assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void saysWhenItHadTheAnswerByItsOwnClock() {
        SourceReport report = report(ask(good(FIRST)));
        assertThat(report.fetchedAt()).isEqualTo(NOW);
        assertThat(report.run().orElseThrow().issuedAt()).contains(Instant.parse("2026-02-06T20:27:06Z"));
    }

    @Test
    void tellsWhoItIs() {
        SourceInfo info = source.info();
        assertThat(info.id()).hasToString("met-norway");
        assertThat(info.name()).isEqualTo("MET Norway");
        assertThat(info.attribution()).isEqualTo("Data from MET Norway (CC BY 4.0)");
        assertThat(info.link()).hasToString("https://www.met.no/");
        assertThat(info.refreshInterval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(info.simulated()).isFalse();
    }

    @Test
    void pinsTheDefaultSettings() {
        MetNorwaySettings settings = MetNorwaySettings.standard();
        assertThat(settings.baseUrl()).isEqualTo(BaseUrl.of("https://api.met.no"));
        assertThat(settings.refreshInterval()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void refusesAnIntervalThatIsNotPositive() {
        BaseUrl url = BaseUrl.of(stub.baseUrl());
        assertThatThrownBy(() -> new MetNorwaySettings(url, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }
}
