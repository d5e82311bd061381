package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.rest.OpenApi.Operation;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.api.WeatherOutcome;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The API does what openapi.yaml says, and openapi.yaml says what the API does. */
class ContractTest {

    private final OpenApi contract = OpenApi.read();
    private RunningVane vane;

    static List<Operation> operations() {
        return OpenApi.read().operations();
    }

    @BeforeEach
    void start() {
        vane = RunningVane.start();
        vane.watches.watch(Samples.PORTLAND.id());
        PlaceWeather weather = Samples.weather(Samples.NOW);
        SourceStatus status = Samples.fresh(Samples.NOW);
        vane.weather = RunningVane.served(new WeatherOutcome.Served(new PlaceWeather(
                weather.place(),
                weather.lastModified(),
                weather.current(),
                weather.forecast(),
                List.of(),
                List.of(
                        status,
                        new SourceStatus(
                                status.source(),
                                status.reading(),
                                Optional.of("no answer within 5 s"),
                                Optional.of("it repeats a run that is too old"))),
                Samples.fused().blend())));
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answersItsOwnExamplesAsDeclared(Operation operation) {
        HttpResponse<String> response = answer(operation);
        assertThat(response.headers().firstValue("ETag").isPresent())
                .isEqualTo(contract.declaresHeader(operation, response.statusCode(), "ETag"));
    }

    /** Sends the example of a body with what takes one. */
    private HttpResponse<String> send(Operation operation, String target) {
        Optional<String> body = contract.bodyExample(operation);
        body.ifPresent(
                example -> assertThat(contract.faults("Reading", example)).isEmpty());
        return body.map(example -> vane.post(target, "application/json", example.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> vane.send(operation.method(), target));
    }

    private HttpResponse<String> answer(Operation operation) {
        HttpResponse<String> response = send(operation, example(operation));
        assertThat(response.statusCode()).isBetween(200, 299);
        assertThat(contract.declares(operation, response.statusCode())).isTrue();
        contract.answer(operation, response.statusCode())
                .ifPresentOrElse(
                        schema -> assertThat(contract.faults(schema, response.body()))
                                .isEmpty(),
                        () -> assertThat(response.body()).isEmpty());
        return response;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesWhatIsInvalidAsDeclared(Operation operation) {
        HttpResponse<String> response = send(operation, example(operation) + "&undeclared=1");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(contract.faults(contract.answer(operation, 400).orElseThrow(), response.body()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void declaresTheParametersThatItKnows(Operation operation) {
        Set<String> declared = contract.parameters(operation, "query").stream()
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        String names = declared.isEmpty() ? "none" : String.join(", ", declared);
        assertThat(send(operation, example(operation) + "&undeclared=1").body()).contains("there are " + names + ".");
    }

    @Test
    void everyDeclaredMemberIsInSomeAnswerAndTheOtherWayRound() {
        for (Operation operation : operations()) {
            answer(operation);
        }
        problem("/api/v1/places", 400);
        seeEvents();
        vane.weather = RunningVane.served(WeatherOutcomes.ambiguous());
        problem("/api/v1/weather?q=portland", 422);
        vane.weather = RunningVane.served(WeatherOutcomes.none());
        problem("/api/v1/weather?q=portland", 503);
        assertThat(contract.unseen()).isEmpty();
    }

    private void seeEvents() {
        Optional<Instant> end = Optional.of(Samples.NOW.plus(Duration.ofDays(1)));
        vane.weather = RunningVane.served(new WeatherOutcome.Served(Samples.weather(Samples.NOW)
                .withAlerts(List.of(new IssuedAlert(Samples.SOURCE.id(), Samples.alert(end))))));
        try (EventStream stream = EventStream.open(vane, "/api/v1/stream?place=5746545")) {
            assertThat(contract.faults("Weather", stream.next("weather").data()))
                    .isEmpty();
            assertThat(contract.faults("AlertsInForce", stream.next("alert").data()))
                    .isEmpty();
        }
    }

    @Test
    void streamsOfEventsAreDeclaredAsTheyAre() {
        Operation stream = contract.streams().getFirst();
        assertThat(contract.streams()).hasSize(1);
        declaresTheParametersThatItKnows(stream);
        refusesWhatIsInvalidAsDeclared(stream);
        assertThat(List.of(404, 406, 429, 503)).allMatch(status -> contract.declares(stream, status));
    }

    @Test
    void everyRefusalIsAProblemAsDeclared() {
        problem("/api/v1/places/1", 404);
        problem("/api/v1/nothing", 404);
        problem("/api/v1/watches/4975802", 404);
        assertThat(contract.faults(
                        "Problem", vane.send("POST", "/api/v1/sources").body()))
                .isEmpty();
        assertThat(contract.faults(
                        "Problem",
                        vane.get("/api/v1/sources", "Accept", "image/png").body()))
                .isEmpty();
    }

    @Test
    void servesTheDocumentThatItIsTestedBy() {
        HttpResponse<String> response = vane.get("/openapi.yaml");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(response.body()).startsWith("openapi: 3.1.0").contains("readWeather");
    }

    @Test
    void theStrictReadingOfTheDocumentBites() {
        assertThat(contract.faults("PlaceList", "{\"places\":[{\"id\":\"1\"}]}"))
                .isNotEmpty();
        assertThat(contract.faults("PlaceList", "{\"places\":[],\"more\":1}")).isNotEmpty();
        assertThat(contract.faults("Sky", "{\"condition\":\"odd\",\"thunder\":false,\"text\":\"\"}"))
                .isNotEmpty();
        assertThat(OpenApi.read().unseen()).contains("Weather.sources", "Astronomy.sun.sunrise", "Current.temperature");
    }

    private void problem(String target, int status) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(contract.faults("Problem", response.body())).isEmpty();
    }

    private String example(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : contract.parameters(operation, "path")) {
            path = path.replace(
                    "{" + parameter.get("name").asString() + "}",
                    parameter.get("example").asString());
        }
        return path + "?"
                + contract.parameters(operation, "query").stream()
                        .filter(parameter -> parameter.has("example"))
                        // the parts of the weather are all wanted here, not the two of the example
                        .filter(parameter -> !parameter.get("name").asString().equals("include"))
                        .map(parameter -> parameter.get("name").asString() + "="
                                + URLEncoder.encode(parameter.get("example").asString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
