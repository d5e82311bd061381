package dev.vane.adapters.sources.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.domain.weather.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapCollectionTest {

    private static final Instant NOW = Instant.parse("2026-02-06T21:40:00Z");

    private static Warnings read(String... features) {
        String text = "{\"features\": [" + String.join(",", features) + "]}";
        return CapCollection.read(JsonTree.parse(text), NOW, CapCollectionTest::alert);
    }

    private static Optional<Alert> alert(JsonObject feature) {
        return Optional.of(new Alert(
                CapFeature.id(feature),
                CapFeature.requiredLine(feature, "event"),
                CapFeature.gravity(feature),
                new Alert.Validity(
                        CapFeature.time(feature, "sent").orElse(NOW),
                        Optional.empty(),
                        CapFeature.time(feature, "ends")),
                new Alert.Message("", "", ""),
                "",
                ""));
    }

    private static String feature(String id, String event, String more) {
        return "{\"id\": \"" + id + "\", \"event\": \"" + event + "\"" + more + "}";
    }

    private static List<String> events(Warnings warnings) {
        return warnings.all().orElseThrow().stream().map(Alert::event).toList();
    }

    @Test
    void tellsThatThereAreNone() {
        assertThat(read()).isEqualTo(new Warnings(Optional.of(List.of()), List.of()));
    }

    @Test
    void leavesOutThoseThatAreOver() {
        assertThat(events(read(
                        feature("a", "over", ", \"ends\": \"2026-02-06T22:39:59+01:00\""),
                        feature("b", "over now", ", \"ends\": \"2026-02-06T21:40:00Z\""),
                        feature("c", "for a second", ", \"ends\": \"2026-02-06T21:40:01Z\""),
                        feature("d", "for ever", ""))))
                .containsExactly("for a second", "for ever");
    }

    @Test
    void keepsOfTwoWithOneIdentifierWhatWasSentLater() {
        String early = feature("a", "early", ", \"sent\": \"2026-02-06T10:00:00Z\"");
        String late = feature("a", "late", ", \"sent\": \"2026-02-06T11:00:00Z\"");
        assertThat(events(read(early, late))).containsExactly("late");
        assertThat(events(read(late, early))).containsExactly("late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"text\"",
                "[]",
                "{}",
                "{\"id\": \"b\"}",
                "{\"id\": 7, \"event\": \"x\"}",
                "{\"id\": \"a b\", \"event\": \"x\"}",
                "{\"id\": \"\", \"event\": \"x\"}",
                "{\"id\": \"b\", \"event\": \" \\u0000\"}",
                "{\"id\": \"b\", \"event\": \"x\", \"severity\": []}",
                "{\"id\": \"b\", \"event\": \"x\", \"sent\": \"today\"}",
                "{\"id\": \"b\", \"event\": \"x\", \"ends\": \"+999999999-01-01T00:00:00Z\"}",
                "{\"id\": \"b\", \"event\": \"x\", \"ends\": \"1969-01-01T00:00:00Z\"}"
            })
    void losesABadOneAloneAndSaysWhy(String bad) {
        Warnings warnings = read(feature("a", "first", ""), bad, feature("c", "last", ""));
        assertThat(events(warnings)).containsExactly("first", "last");
        assertThat(warnings.faults()).singleElement().asString().startsWith("a warning is lost: features[1]");
    }

    @Test
    void keepsOneHundredOfFiveThousand() {
        String[] many = IntStream.range(0, 5000)
                .mapToObj(i -> feature("id-" + i, "event " + i, ""))
                .toArray(String[]::new);
        Warnings warnings = read(many);
        assertThat(events(warnings)).hasSize(100).startsWith("event 0").endsWith("event 99");
        assertThat(warnings.faults()).hasSize(6);
        assertThat(warnings.faults().getFirst())
                .isEqualTo("there are more than 100 warnings; this one is left out: id-100");
        assertThat(warnings.faults().getLast()).isEqualTo("and 4895 more faults of warnings");
    }

    @Test
    void tellsFiveFaultsAndCountsTheRest() {
        String bad = IntStream.range(0, 50).mapToObj(i -> "null").collect(Collectors.joining(","));
        Warnings warnings = read(feature("a", "good", ""), bad);
        assertThat(events(warnings)).containsExactly("good");
        assertThat(warnings.faults()).hasSize(6).endsWith("and 45 more faults of warnings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"features\": null}", "{\"features\": {}}", "{\"features\": \"none\"}"})
    void refusesWhatIsNoCollection(String text) {
        JsonObject root = JsonTree.parse(text);
        assertThatThrownBy(() -> CapCollection.read(root, NOW, CapCollectionTest::alert))
                .isInstanceOf(JsonFault.class)
                .hasMessageStartingWith("features is ");
    }
}
