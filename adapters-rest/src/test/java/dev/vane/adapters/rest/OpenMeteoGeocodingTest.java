package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/search} and {@code /v1/get} as Open-Meteo's geocoding has them. */
class OpenMeteoGeocodingTest {

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
    void findsPlaces() {
        JsonNode body = read("/v1/search?name=portland&count=10&language=de&format=json");
        assertThat(body.get("results")).hasSize(2);
        assertThat(body.has("generationtime_ms")).isTrue();
        assertThat(body.at("/results/0").toString())
                .isEqualTo("{\"id\":5746545,\"name\":\"Portland\",\"latitude\":45.52345,\"longitude\":-122.67621,"
                        + "\"elevation\":15.0,\"feature_code\":\"PPL\",\"country_code\":\"US\","
                        + "\"timezone\":\"America/Los_Angeles\",\"population\":652503,"
                        + "\"country\":\"Vereinigte Staaten\",\"admin1\":\"Oregon\"}");
    }

    @ParameterizedTest
    @CsvSource({"count=1, 1", "countryCode=us, 2", "countryCode=DE, 0", "count=100, 2"})
    void narrowsASearch(String parameter, int found) {
        JsonNode body = read("/v1/search?name=portland&" + parameter);
        assertThat(body.path("results").size()).isEqualTo(found);
        assertThat(body.has("results")).isEqualTo(found > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "p", "", "%20"})
    void hasNoResultsIfThereAreNone(String name) {
        assertThat(vane.get("/v1/search?name=" + name).body()).isEqualTo("{\"generationtime_ms\":0.0}");
    }

    @Test
    void knowsAPlaceByItsId() {
        assertThat(read("/v1/get?id=4975802").get("admin1").stringValue()).isEqualTo("Maine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/search | 400 | Value required for key 'name'.",
                "/v1/search?name=portland&count=0 | 400 | Parameter count must be between 1 and 100.",
                "/v1/search?name=portland&count=101 | 400 | Parameter count must be between 1 and 100.",
                "/v1/search?name=portland&format=protobuf | 400 | Data corrupted at path 'format'. Cannot initialize GeocodingFormat from invalid String value protobuf.",
                "/v1/search?name=portland&language=@ | 400 | Parameter 'language' is '@', not a language such as de.",
                "/v1/search?name=portland&countryCode=USA | 400 | Parameter 'countryCode' is 'USA', not two letters of ISO 3166-1.",
                "/v1/get | 400 | Value required for key 'id'.",
                "/v1/get?id=1 | 404 | No place matches.",
                "/v1/get?id=45.5,-122.6 | 404 | No place matches."
            })
    void refuses(String target, int status, String reason) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(response.body()).get("reason").stringValue())
                .isEqualTo(reason);
    }

    private JsonNode read(String target) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }
}
