package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.ReadHistory.Aggregate;
import dev.vane.application.api.ReadHistory.Query;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.net.http.HttpResponse;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a history says, in which format, and what is asked for it. */
class HistoryTest {

    private static final String OBSERVATIONS = "/api/v1/history/observations?place=5746545";
    private static final String RUNS = "/api/v1/history/runs?place=5746545";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private String csv(String target) {
        return vane.get(target, "Accept", "text/csv").body();
    }

    @Test
    void saysEachValueByItself() {
        String body = vane.get(OBSERVATIONS).body();
        assertThat(body)
                .startsWith("{\"place\":{\"id\":\"5746545\",\"name\":\"Portland\"")
                .contains("\"units\":{\"system\":\"metric\"")
                .endsWith(
                        "\"from\":\"2026-03-03T14:20:00Z\",\"to\":\"2026-03-10T14:20:00Z\",\"step\":\"none\","
                                + "\"columns\":[{\"name\":\"temperature\",\"variable\":\"temperature\",\"unit\":\"°C\"}],\"rows\":["
                                + "{\"source\":\"open-meteo\",\"time\":\"2026-03-10T07:00:00Z\",\"values\":{\"temperature\":7.25}},"
                                + "{\"source\":\"open-meteo\",\"time\":\"2026-03-10T08:00:00Z\",\"values\":{}},"
                                + "{\"source\":\"met-norway\",\"time\":\"2026-03-10T07:00:00Z\",\"values\":{\"temperature\":0}}]}");
    }

    @Test
    void saysOfDaysWhichTheyAre() {
        String body = vane.get(
                        OBSERVATIONS + "&step=day&agg=max,count&variable=temperature,windDirection&units=imperial")
                .body();
        assertThat(body)
                .contains("\"step\":\"day\",\"columns\":["
                        + "{\"name\":\"temperatureMax\",\"variable\":\"temperature\",\"aggregate\":\"max\",\"unit\":\"°F\"},"
                        + "{\"name\":\"temperatureCount\",\"variable\":\"temperature\",\"aggregate\":\"count\"},"
                        + "{\"name\":\"windDirectionCount\",\"variable\":\"windDirection\",\"aggregate\":\"count\"}]")
                .contains(
                        "{\"source\":\"open-meteo\",\"from\":\"2026-03-10T07:00:00Z\",\"to\":\"2026-03-11T07:00:00Z\","
                                + "\"date\":\"2026-03-10\",\"values\":{\"temperatureMax\":45.05,\"temperatureCount\":3,"
                                + "\"windDirectionCount\":4}}");
    }

    @Test
    void saysOfRunsWhichTheyAre() {
        assertThat(vane.get(RUNS).body())
                .contains("{\"source\":\"open-meteo\",\"issuedAt\":\"2026-03-10T07:00:00Z\","
                        + "\"availableAt\":\"2026-03-10T07:10:00Z\",\"time\":\"2026-03-10T07:00:00Z\",\"values\":")
                .contains("{\"source\":\"met-norway\",\"availableAt\":\"2026-03-10T07:10:00Z\",");
    }

    @Test
    void isATableForWhoWantsOne() {
        assertThat(csv(OBSERVATIONS + "&step=day&variable=temperature,precipitation&units=si"))
                .isEqualTo("""
                        source,from,to,date,temperatureMean,precipitationSum
                        open-meteo,2026-03-10T07:00:00Z,2026-03-11T07:00:00Z,2026-03-10,280.4,4
                        open-meteo,2026-03-11T07:00:00Z,2026-03-12T07:00:00Z,2026-03-11,,4
                        met-norway,2026-03-10T07:00:00Z,2026-03-11T07:00:00Z,2026-03-10,273.15,4
                        """.replace("\n", "\r\n"));
        assertThat(csv(RUNS + "&step=hour"))
                .startsWith("source,issuedAt,availableAt,from,to,temperatureMean\r\n")
                .contains("met-norway,,2026-03-10T07:10:00Z,2026-03-10T07:00:00Z,2026-03-11T07:00:00Z,0\r\n");
    }

    @Test
    void isLinesForWhoWantsThose() {
        assertThat(vane.get(OBSERVATIONS, "Accept", "application/x-ndjson").body())
                .isEqualTo("""
                        {"source":"open-meteo","time":"2026-03-10T07:00:00Z","values":{"temperature":7.25}}
                        {"source":"open-meteo","time":"2026-03-10T08:00:00Z","values":{}}
                        {"source":"met-norway","time":"2026-03-10T07:00:00Z","values":{"temperature":0}}
                        """);
    }

    @Test
    void saysNothingOfAnEmptyRecordInEachFormat() {
        vane.history.rows = Optional.of(visitor -> {});
        assertThat(vane.get(OBSERVATIONS).body()).endsWith("\"rows\":[]}");
        assertThat(csv(OBSERVATIONS)).isEqualTo("source,time,temperature\r\n");
        HttpResponse<String> lines = vane.get(OBSERVATIONS, "Accept", "application/x-ndjson");
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        */*                                              | application/json
        text/html, */*;q=0.1                             | application/json
        application/*                                    | application/json
        application/*, application/json;q=0              | application/x-ndjson
        text/*                                           | text/csv; charset=utf-8; header=present
        text/csv, application/json                       | application/json
        text/csv, application/json;q=0.9                 | text/csv; charset=utf-8; header=present
        TEXT/CSV; header=present                         | text/csv; charset=utf-8; header=present
        text/csv;q=0.2, application/x-ndjson;q=0.3       | application/x-ndjson
        application/x-ndjson, */*;q=0.5                  | application/x-ndjson
        text/html                                        | application/problem+json
        application/json;q=0, text/csv;q=0               | application/problem+json
        """)
    void comesInTheFormatThatTheClientLikesBest(String accepted, String contentType) {
        HttpResponse<String> response = vane.get(OBSERVATIONS, "Accept", accepted);
        assertThat(response.headers().firstValue("Content-Type")).contains(contentType);
        assertThat(response.statusCode()).isEqualTo(contentType.contains("problem") ? 406 : 200);
        if (response.statusCode() == 406) {
            assertThat(response.body()).contains("application/json, text/csv, application/x-ndjson");
        }
    }

    /** The samples' Portland is 8 hours behind UTC before 8 March 2026 and 7 from then on; it is 14:20 there, UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                                | 2026-03-03T14:20:00Z | 2026-03-10T14:20:00Z
        &step=hour                                              | 2026-03-03T14:20:00Z | 2026-03-10T14:20:00Z
        &step=day                                               | 2026-02-09T08:00:00Z | 2026-03-10T14:20:00Z
        &step=month                                             | 2025-04-01T07:00:00Z | 2026-03-10T14:20:00Z
        &step=year                                              | 2017-01-01T08:00:00Z | 2026-03-10T14:20:00Z
        &step=day&to=2026-03-08                                 | 2026-02-07T08:00:00Z | 2026-03-09T07:00:00Z
        &to=2026-03-01T00:00:00Z                                | 2026-02-22T00:00:00Z | 2026-03-01T00:00:00Z
        &to=1970-01-02                                          | 1970-01-01T00:00:00Z | 1970-01-03T08:00:00Z
        &from=2026-03-08&to=2026-03-08                          | 2026-03-08T08:00:00Z | 2026-03-09T07:00:00Z
        &from=2026-03-08                                        | 2026-03-08T08:00:00Z | 2026-03-10T14:20:00Z
        &from=2026-03-01T00:00:00.5%2B01:00&to=2026-03-02T00:00:00-01:00 | 2026-02-28T23:00:00.500Z | 2026-03-02T01:00:00Z
        &from=2026-03-01T00:00:00+01:00                         | 2026-02-28T23:00:00Z | 2026-03-10T14:20:00Z
        &from=2026-03-01t00:00:00z                              | 2026-03-01T00:00:00Z | 2026-03-10T14:20:00Z
        &from=1970-01-01&to=9999-12-31                          | 1970-01-01T08:00:00Z | 9999-12-31T23:59:59Z
        """)
    void asksFromTheStartToTheEnd(String span, String from, String to) {
        assertThat(vane.get(OBSERVATIONS + (span == null ? "" : span)).statusCode())
                .isEqualTo(200);
        assertThat(vane.history.lastAsked().from()).isEqualTo(from);
        // the clock of the server goes on by a nanosecond at each look
        assertThat(vane.history.lastAsked().to().truncatedTo(ChronoUnit.MILLIS)).isEqualTo(to);
    }

    @Test
    void asksForWhatIsWanted() {
        vane.get(RUNS + "&step=month&agg=count,min&variable=windGust,%20uvIndex&source=met-norway&from=2026-01-01");
        Query query = vane.history.lastAsked();
        assertThat(query.place()).isEqualTo(Samples.PORTLAND.id());
        assertThat(query.step()).isEqualTo(Step.MONTH);
        assertThat(query.aggregates()).containsExactly(Aggregate.COUNT, Aggregate.MIN);
        assertThat(query.variables()).containsExactly(Variable.WIND_GUST, Variable.UV_INDEX);
        assertThat(query.source()).contains(new SourceId("met-norway"));
    }

    @Test
    void sumsAmountsAndMeansAllElseUnlessAskedOtherwise() {
        assertThat(csv(OBSERVATIONS
                        + "&step=day&variable=precipitation,windDirection,precipitationProbability,sunshineDuration"))
                .startsWith("source,from,to,date,precipitationSum,windDirectionMean,precipitationProbabilityMean,"
                        + "sunshineDurationSum\r\n");
        assertThat(vane.history.lastAsked().aggregates()).containsExactly(Aggregate.MEAN, Aggregate.SUM);
        assertThat(csv(OBSERVATIONS + "&step=day&agg=sum,min,mean&variable=windDirection,rain"))
                .startsWith("source,from,to,date,windDirectionMean,rainSum,rainMin,rainMean\r\n");
    }

    @Test
    void servesNoPlaceForAnUnknownId() {
        HttpResponse<String> response = vane.get("/api/v1/history/runs?place=1");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/unknown-place", "\"parameter\":\"place\"");
        vane.history.known = false;
        assertThat(vane.get(OBSERVATIONS).statusCode()).isEqualTo(404);
    }

    @Test
    void namesThePlaceInTheLanguageAskedFor() {
        assertThat(vane.get(OBSERVATIONS + "&lang=de").body()).contains("Vereinigte Staaten");
    }

    @Test
    void conformsInEachStep() {
        OpenApi contract = OpenApi.read();
        for (Step step : List.of(Step.values())) {
            String target = "&variable=temperature,uvIndex&step=" + step.name().toLowerCase(Locale.ROOT);
            assertThat(contract.faults(
                            "History", vane.get(OBSERVATIONS + target).body()))
                    .isEmpty();
            for (String line : vane.get(RUNS + target, "Accept", "application/x-ndjson")
                    .body()
                    .split("\n", -1)) {
                assertThat(line.isEmpty() ? List.of() : contract.faults("HistoryRow", line))
                        .isEmpty();
            }
        }
    }
}
