package dev.vane.adapters.sources.nws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.cap.Warnings;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Alert.Certainty;
import dev.vane.domain.weather.Alert.Gravity;
import dev.vane.domain.weather.Alert.Message;
import dev.vane.domain.weather.Alert.Severity;
import dev.vane.domain.weather.Alert.Urgency;
import dev.vane.domain.weather.Alert.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NwsAlertsTest {

    private static final Instant NOW = Instant.parse("2026-02-06T21:40:00Z");

    /** A warning as the service writes it, with a second one after it. */
    private static final String TWO = """
            {"type": "FeatureCollection", "title": "Current watches, warnings, and advisories", "features": [
              {"id": "https://api.weather.gov/alerts/urn:oid:2.49.0.1.840.0.aa.001.1", "type": "Feature", "geometry": null,
               "properties": {"id": "urn:oid:2.49.0.1.840.0.aa.001.1", "areaDesc": "Northern Queens; Bronx",
                 "sent": "2026-02-06T14:12:00-05:00", "effective": "2026-02-06T14:12:00-05:00",
                 "onset": "2026-02-07T01:00:00-05:00", "expires": "2026-02-06T22:15:00-05:00",
                 "ends": "2026-02-08T06:00:00-05:00", "status": "Actual", "messageType": "Alert", "category": "Met",
                 "severity": "Severe", "certainty": "Likely", "urgency": "Expected", "event": "Winter Storm Warning",
                 "sender": "w-nws.webmaster@noaa.gov", "senderName": "NWS New York NY",
                 "headline": "Winter Storm Warning issued February 6",
                 "description": "* WHAT...Heavy snow.\\n\\n* WHERE...Queens.", "instruction": null}},
              {"type": "Feature", "geometry": null, "properties": {"id": "urn:second", "event": "Flood Watch",
                 "sent": "2026-02-06T20:00:00+00:00", "expires": "2026-02-07T00:00:00+00:00", "ends": null,
                 "status": "Actual", "messageType": "Update"}}]}""";

    private static Warnings decode(String text) {
        return NwsAlerts.decode(JsonTree.parse(text), NOW);
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
                        "urn:oid:2.49.0.1.840.0.aa.001.1",
                        "Winter Storm Warning",
                        new Gravity(Severity.SEVERE, Urgency.EXPECTED, Certainty.LIKELY),
                        new Validity(
                                Instant.parse("2026-02-06T19:12:00Z"),
                                Optional.of(Instant.parse("2026-02-07T06:00:00Z")),
                                Optional.of(Instant.parse("2026-02-08T11:00:00Z"))),
                        new Message(
                                "Winter Storm Warning issued February 6",
                                "* WHAT...Heavy snow.\n\n* WHERE...Queens.",
                                ""),
                        "Northern Queens; Bronx",
                        "NWS New York NY"));
    }

    @Test
    void readsWhatSaysLittle() {
        Alert second = decode(TWO).all().orElseThrow().getLast();
        assertThat(second.gravity()).isEqualTo(new Gravity(Severity.UNKNOWN, Urgency.UNKNOWN, Certainty.UNKNOWN));
        assertThat(second.validity().onset()).isEmpty();
        assertThat(second.validity().ends()).contains(Instant.parse("2026-02-07T00:00:00Z")); // that is its expiry
        assertThat(second.message()).isEqualTo(new Message("", "", ""));
        assertThat(second.area()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "messageType": "Alert"             | "messageType": "Cancel"
            "messageType": "Alert"             | "messageType": "Ack"
            "status": "Actual", "messageType": "Alert" | "status": "Test", "messageType": "Alert"
            "status": "Actual", "messageType": "Alert" | "status": "Exercise", "messageType": "Alert"
            "ends": "2026-02-08T06:00:00-05:00" | "ends": "2026-02-06T16:00:00-05:00"
            """)
    void leavesOutWhatIsNotInForceWithoutAFault(String what, String other) {
        Warnings warnings = decode(TWO.replace(what, other));
        assertThat(ids(warnings)).containsExactly("urn:second");
        assertThat(warnings.faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "id": "urn:oid:2.49.0.1.840.0.aa.001.1"  | "id": null          | features[0].properties.id is missing
            "id": "urn:oid:2.49.0.1.840.0.aa.001.1"  | "id": 7             | features[0].properties.id is a number, not a string
            "sent": "2026-02-06T14:12:00-05:00"      | "sent": null        | features[0].properties.sent is missing
            "sent": "2026-02-06T14:12:00-05:00"      | "sent": "yesterday" | features[0].properties.sent is a string that is no ISO 8601 time with an offset
            "onset": "2026-02-07T01:00:00-05:00"     | "onset": 1770000000 | features[0].properties.onset is a number, not a string
            "status": "Actual", "messageType": "Alert" | "status": "Actual" | features[0].properties.messageType is missing
            "event": "Winter Storm Warning"          | "event": "\\u0000"  | features[0].properties.event is a string that says nothing
            "description": "*                        | "description": 7, "x": "* | features[0].properties.description is a number, not a string
            "severity": "Severe"                     | "severity": ["Severe"] | features[0].properties.severity is an array, not a string
            """)
    void losesAWarningThatIsNotAsDocumentedAndKeepsTheOther(String what, String other, String fault) {
        Warnings warnings = decode(TWO.replace(what, other));
        assertThat(ids(warnings)).containsExactly("urn:second");
        assertThat(warnings.faults()).containsExactly("a warning is lost: " + fault);
    }

    @Test
    void losesAWarningWithoutAnyEnd() {
        Warnings warnings = decode(TWO.replace("\"expires\": \"2026-02-07T00:00:00+00:00\"", "\"expires\": null"));
        assertThat(ids(warnings)).containsExactly("urn:oid:2.49.0.1.840.0.aa.001.1");
        assertThat(warnings.faults())
                .containsExactly("a warning is lost: features[1].properties.ends is missing, and"
                        + " features[1].properties.expires too");
    }

    @Test
    void limitsWhatItKeepsOfTexts() {
        Warnings warnings =
                decode(TWO.replace("* WHAT", "x".repeat(30_000)).replace("issued February", "y".repeat(9000)));
        Message message = warnings.all().orElseThrow().getFirst().message();
        assertThat(message.description()).hasSize(20_000).endsWith("x…");
        assertThat(message.headline()).hasSize(500).endsWith("y…");
    }
}
