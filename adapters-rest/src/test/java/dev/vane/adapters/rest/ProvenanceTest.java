package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.WeatherOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Where each value is from, of weather that is put together from two sources. */
class ProvenanceTest {

    private static final String TARGET = "/api/v1/weather?place=5746545&hours=6";

    /** What is no value but says when, how long and by whom. */
    private static final Set<String> NO_VALUES = Set.of("time", "date", "period", "source", "provenance");

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
        vane.weather = RunningVane.served(new WeatherOutcome.Served(Samples.fused()));
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private JsonNode full() {
        return new ObjectMapper().readTree(vane.get(TARGET + "&provenance=full").body());
    }

    private static List<JsonNode> everyConditions(JsonNode weather) {
        List<JsonNode> all = new ArrayList<>();
        all.add(weather.at("/current"));
        weather.at("/hourly/steps").forEach(all::add);
        weather.at("/daily/days").forEach(all::add);
        return all;
    }

    @Test
    void tellsHowTheBlendWasMade() {
        JsonNode part = full().at("/blend/parts/0");
        assertThat(part.get("variable").asString()).isEqualTo("temperature");
        assertThat(part.get("afterHours").asInt()).isEqualTo(24);
        assertThat(part.get("served").asString()).isEqualTo("blend-last");
        assertThat(part.at("/weights/met-norway").asDouble()).isEqualTo(0.75);
        assertThat(part.get("lastObservationWeight").asDouble()).isEqualTo(0.125);
        JsonNode imperial = new ObjectMapper()
                .readTree(vane.get(TARGET + "&provenance=full&units=imperial").body())
                .at("/blend/parts/0");
        assertThat(imperial.get("mae").asDouble()).isEqualTo(2.7); // 1.5 K are 2.7 degrees Fahrenheit
        assertThat(imperial.at("/corrections/open-meteo").asDouble()).isEqualTo(-1.8);
        assertThat(vane.get(TARGET).body()).doesNotContain("blend-last");
    }

    @Test
    void tellsOfEachValueWhichSourceItIsFrom() {
        JsonNode weather = full();
        JsonNode current = weather.at("/current/provenance");
        assertThat(current.get("temperature").asString()).isEqualTo("open-meteo");
        assertThat(current.get("visibility").asString()).isEqualTo("met-norway");
        assertThat(current.get("sky").asString()).isEqualTo("met-norway");
        JsonNode day = weather.at("/daily/days/0/provenance");
        assertThat(day.get("uvIndexMax").asString()).isEqualTo("met-norway");
        assertThat(day.get("sky").asString()).isEqualTo("open-meteo");
    }

    @Test
    void tellsWhatIsComputed() {
        JsonNode current = full().at("/current/provenance");
        for (String member : List.of("apparentTemperature", "windCompass", "beaufort", "daylight")) {
            assertThat(current.get(member).asString()).as(member).isEqualTo("derived");
        }
        assertThat(full().at("/daily/days/0/provenance/windCompass").asString()).isEqualTo("derived");
    }

    @Test
    void tellsOfStepsBeyondTheMainSourcesForecastWhoGoesOn() {
        JsonNode hourly = full().at("/hourly");
        assertThat(hourly.get("source").asString()).isEqualTo("open-meteo");
        assertThat(hourly.at("/steps/0/provenance/temperature").asString()).isEqualTo("open-meteo");
        assertThat(hourly.at("/steps/5/provenance/temperature").asString()).isEqualTo("met-norway");
        assertThat(hourly.at("/steps/5/provenance/sky").asString()).isEqualTo("met-norway");
    }

    @Test
    void namesEveryValueOnceAndNothingElse() {
        List<JsonNode> all = everyConditions(full());
        assertThat(all).hasSizeGreaterThan(12);
        for (JsonNode conditions : all) {
            Set<String> values = new TreeSet<>(conditions.propertyNames());
            values.removeAll(NO_VALUES);
            assertThat(conditions.get("provenance").propertyNames()).containsExactlyInAnyOrderElementsOf(values);
        }
    }

    @Test
    void everySourceThatIsNamedStandsInTheSameDocumentWithItsTimes() {
        JsonNode weather = full();
        Set<String> named = new TreeSet<>();
        everyConditions(weather)
                .forEach(conditions -> conditions.get("provenance").forEach(source -> named.add(source.asString())));
        named.remove("derived");
        assertThat(named).containsExactly("met-norway", "open-meteo");
        for (String source : named) {
            assertThat(weather.get("sources"))
                    .filteredOn(entry -> entry.get("source").asString().equals(source))
                    .singleElement()
                    .satisfies(
                            entry -> assertThat(entry.propertyNames()).contains("issuedAt", "fetchedAt", "staleAfter"));
        }
    }

    @Test
    void tellsItOnlyToWhoAsks() {
        String plain = vane.get(TARGET).body();
        assertThat(plain).doesNotContain("provenance", "derived");
        vane.get(TARGET + "&provenance=full");
        assertThat(vane.get(TARGET + "&provenance=sources").body()).isEqualTo(plain);
    }

    @Test
    void hasAnEntityTagOfItsOwn() {
        assertThat(vane.get(TARGET + "&provenance=full").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(vane.get(TARGET).headers().firstValue("ETag"));
    }
}
