package dev.vane.adapters.sources.metnorway;

import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.CapturedLog;
import dev.vane.adapters.sources.CountingMeter;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.cap.Warnings;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Alert.Certainty;
import dev.vane.domain.weather.Alert.Gravity;
import dev.vane.domain.weather.Alert.Message;
import dev.vane.domain.weather.Alert.Severity;
import dev.vane.domain.weather.Alert.Urgency;
import dev.vane.domain.weather.Alert.Validity;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * There is no recording of MetAlerts: its answers here were written by hand after MET Norway's description of the format
 * (docs.api.met.no, "MetAlerts GeoJSON format" and "CAP profile").
 */
class MetAlertsTest {

    private static final String FORECAST = "/weatherapi/locationforecast/2.0/complete";
    private static final String ALERTS = "/weatherapi/metalerts/2.0/current.json";

    private static final String TWO = """
            {"type": "FeatureCollection", "lang": "en", "lastChange": "2026-02-06T21:00:00+00:00", "features": [
              {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[10, 59], [11, 59], [11, 60], [10, 59]]]},
               "properties": {"id": "2.49.0.1.578.0.20260206131500.042", "area": "Oslo, Akershus",
                 "awareness_level": "3; orange; Severe", "awareness_type": "2; snow-ice", "awarenessResponse": "Act",
                 "certainty": "Likely", "severity": "Severe", "status": "Actual", "type": "Update", "event": "snow",
                 "eventAwarenessName": "Heavy snow", "geographicDomain": "land", "county": ["03", "32"],
                 "title": "Heavy snow, orange level, Oslo, 2026-02-06T22:00:00+00:00, 2026-02-07T18:00:00+00:00",
                 "description": " 30-50 cm of snow. ", "consequences": "Roads may be closed. ",
                 "instruction": "Do not travel. ", "riskMatrixColor": "Orange", "altitude_above_sea_level": "0"},
               "when": {"interval": ["2026-02-06T22:00:00+00:00", "2026-02-07T18:00:00+00:00"]}},
              {"type": "Feature", "geometry": {}, "properties": {"id": "second", "status": "Actual", "type": "Alert",
                 "event": "gale"}, "when": {"interval": ["2026-02-06T12:00:00+00:00", "2026-02-06T22:00:00+00:00"]}}]}""";

    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK);
    private final MetNorwaySource source = new MetNorwaySource(
            new MetNorwaySettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30)), http, Replies.CLOCK);
    private final StubAnswer forecast = StubAnswer.json(ForecastText.updated("2026-02-06T20:27:06Z")
                    .entry("2026-02-06T21:00:00Z", -5, ForecastText.hour("snow", 0.5))
                    .entry("2026-02-06T22:00:00Z", -6)
                    .json())
            .withHeader("Last-Modified", "Fri, 06 Feb 2026 20:27:06 GMT")
            .withHeader("Expires", "Fri, 06 Feb 2026 22:09:31 GMT");

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private SourceReply ask(Place place, CallMeter meter) {
        return source.ask(place, meter);
    }

    private SourceReport askOslo(StubAnswer alerts) {
        stub.answer(FORECAST, forecast).answer(ALERTS, alerts);
        return report(ask(TestPlaces.OSLO, CallMeter.UNLIMITED));
    }

    private static Warnings decode(String text) {
        return MetAlerts.decode(text, NOW);
    }

    private static List<String> ids(Warnings warnings) {
        return warnings.all().orElseThrow().stream().map(Alert::id).toList();
    }

    @Test
    void readsAWarning() {
        Warnings warnings = decode(TWO);
        assertThat(warnings.faults()).isEmpty();
        assertThat(warnings.all().orElseThrow().getFirst())
                .isEqualTo(new Alert(
                        "2.49.0.1.578.0.20260206131500.042",
                        "Heavy snow",
                        new Gravity(Severity.SEVERE, Urgency.UNKNOWN, Certainty.LIKELY),
                        new Validity(
                                Instant.parse("2026-02-06T13:15:00Z"),
                                Optional.of(Instant.parse("2026-02-06T22:00:00Z")),
                                Optional.of(Instant.parse("2026-02-07T18:00:00Z"))),
                        new Message(
                                "Heavy snow, orange level, Oslo, 2026-02-06T22:00:00+00:00, 2026-02-07T18:00:00+00:00",
                                "30-50 cm of snow.\n\nRoads may be closed.",
                                "Do not travel."),
                        "Oslo, Akershus",
                        "MET Norway"));
    }

    @Test
    void readsWhatSaysLittle() {
        Alert second = decode(TWO).all().orElseThrow().getLast();
        assertThat(second.event()).isEqualTo("gale");
        assertThat(second.validity().sent()).isEqualTo(NOW);
        assertThat(second.message()).isEqualTo(new Message("", "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2.49.0.1.578.0.20260206131500.042, 2026-02-06T13:15:00Z",
        "2.49.0.1.578.0.20260206214001.042, 2026-02-06T21:40:00Z", // ahead of our clock, so we have only heard of it
        "2.49.0.1.578.0.20261399999999.042, 2026-02-06T21:40:00Z",
        "2.49.0.1.578.0.20260206131500, 2026-02-06T21:40:00Z"
    })
    void takesTheTimeOfIssueFromTheIdentifierOrElseItsOwn(String id, Instant sent) {
        Warnings warnings = decode(TWO.replace("2.49.0.1.578.0.20260206131500.042", id));
        assertThat(warnings.all().orElseThrow().getFirst().validity().sent()).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "Update"             | "type": "Cancel"
            "status": "Actual", "type": "Update" | "status": "Test", "type": "Update"
            "2026-02-07T18:00:00+00:00"]  | "2026-02-06T21:40:00+00:00"]
            """)
    void leavesOutWhatIsNotInForceWithoutAFault(String what, String other) {
        Warnings warnings = decode(TWO.replace(what, other));
        assertThat(ids(warnings)).containsExactly("second");
        assertThat(warnings.faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id": "2.49.0.1.578.0.20260206131500.042" | "id": null    | features[0].properties.id is missing
            "eventAwarenessName": "Heavy snow" | "eventAwarenessName": {} | features[0].properties.eventAwarenessName is an object, not a string
            "status": "Actual", "type": "Update" | "type": "Update"   | features[0].properties.status is missing
            , "2026-02-07T18:00:00+00:00"]    | ]                     | features[0].when.interval has 1 elements, not 2
            "2026-02-07T18:00:00+00:00"]      | null]                 | features[0].when.interval[1] is null, not a string
            "when": {"interval": ["2026-02-06T22: | "x": {"interval": ["2026-02-06T22: | features[0].when is missing
            "certainty": "Likely"             | "certainty": 1        | features[0].properties.certainty is a number, not a string
            """)
    void losesAWarningThatIsNotAsDocumentedAndKeepsTheOther(String what, String other, String fault) {
        Warnings warnings = decode(TWO.replace(what, other));
        assertThat(ids(warnings)).containsExactly("second");
        assertThat(warnings.faults()).containsExactly("a warning is lost: " + fault);
    }

    @Test
    void asksOnceWithEachForecastInNorway() {
        SourceReport report = askOslo(StubAnswer.json(TWO));
        assertThat(report.alerts().orElseThrow()).hasSize(2);
        assertThat(report.run()).isPresent();
        assertThat(stub.requests().getLast().uri()).hasToString(ALERTS + "?lat=59.9127&lon=10.7461&lang=en");
        stub.answer(FORECAST, StubAnswer.status(304));
        assertThat(report(ask(TestPlaces.OSLO, CallMeter.UNLIMITED)).alerts().orElseThrow())
                .hasSize(2);
        assertThat(stub.calls(ALERTS)).isEqualTo(2);
        assertThat(stub.calls(FORECAST)).isEqualTo(2);
    }

    @Test
    void asksInSvalbardTooAndNowhereElse() {
        stub.answer(FORECAST, forecast).answer(ALERTS, StubAnswer.json("{\"features\": []}"));
        Place longyearbyen = TestPlaces.place(78.22334, 15.64689, OptionalInt.empty(), "Arctic/Longyearbyen");
        assertThat(report(ask(TestPlaces.in("SJ", longyearbyen), CallMeter.UNLIMITED))
                        .alerts())
                .contains(List.of());
        assertThat(stub.calls(ALERTS)).isEqualTo(1);
        for (Place elsewhere : List.of(longyearbyen, TestPlaces.in("SE", TestPlaces.BERLIN), TestPlaces.NEW_YORK)) {
            assertThat(report(ask(elsewhere, CallMeter.UNLIMITED)).alerts()).isEmpty();
        }
        assertThat(stub.calls(ALERTS)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 403, 404, 422, 429, 500})
    void keepsTheForecastWhenOnlyTheWarningsFail(int status) {
        try (CapturedLog log = CapturedLog.start()) {
            SourceReport report = askOslo(StubAnswer.status(status));
            assertThat(report.alerts()).isEmpty();
            assertThat(report.run()).isPresent();
            assertThat(report.current()).isPresent();
            assertThat(log.text()).contains("part of the answer of met-norway is lost: [no warnings: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html></html>",
                "{\"features\": 7}",
                "{\"features\": [",
                "{\"features\":[]}}"
            })
    void doesNotTakeAnUnreadableAnswerForNoWarnings(String body) {
        SourceReport report = askOslo(StubAnswer.json(body));
        assertThat(report.alerts()).isEmpty();
        assertThat(report.run()).isPresent();
    }

    @Test
    void leavesTheTimeOfTheNextAskToTheForecast() {
        stub.answer(FORECAST, forecast)
                .answer(ALERTS, StubAnswer.json(TWO).withHeader("Expires", "Fri, 06 Feb 2026 21:41:00 GMT"));
        SourceReply reply = ask(TestPlaces.OSLO, CallMeter.UNLIMITED);
        assertThat(((Answered) reply).dueAt()).contains(Instant.parse("2026-02-06T22:09:31Z"));
    }

    @Test
    void doesWithoutWarningsWhereTheBudgetSufficesForTheForecastOnly() {
        stub.answer(FORECAST, forecast).answer(ALERTS, StubAnswer.json(TWO));
        SourceReport report = report(ask(TestPlaces.OSLO, CountingMeter.granting(1)));
        assertThat(report.run()).isPresent();
        assertThat(report.alerts()).isEmpty();
        assertThat(stub.calls(ALERTS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429, 500})
    void asksForNoWarningsWithoutAForecast(int status) {
        stub.answer(FORECAST, StubAnswer.json("{}").withStatus(status)).answer(ALERTS, StubAnswer.json(TWO));
        ask(TestPlaces.OSLO, CallMeter.UNLIMITED);
        assertThat(stub.calls(ALERTS)).isZero();
    }
}
