package dev.vane.adapters.sources.nws;

import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.CountingMeter;
import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.InMemorySourceNotes;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceNotes.Note;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Tariff;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NwsStationsSourceTest {

    private static final String POINT = "/points/40.7143,-74.006";
    private static final String STATIONS = "/gridpoints/OKX/33,35/stations";
    private static final String PARK = "/stations/KNYC/observations";
    private static final String AIRPORT = "/stations/KLGA/observations";
    private static final SourceId NWS = new SourceId("nws");
    private static final String NOTE = "official 40.7143,-74.006 10";

    /** The park at 60 m is 8 km away, the airport 13 km, the hill is too high, and the last one too far away. */
    private static final String LIST = features(
            station("KHIL", 40.72, -74.0, 211),
            station("KLGA", 40.7794, -73.8803, 3),
            station("KNYC", 40.7789, -73.9692, 60),
            station("KISP", 40.7939, -73.1017, 30));

    private final StubProvider stub = StubProvider.start();
    private final MovableClock clock = new MovableClock(NOW);
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, clock);
    private final InMemorySourceNotes notes = new InMemorySourceNotes();
    private final NwsStationsSource source = source();

    private NwsStationsSource source() {
        NwsSettings settings = new NwsSettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30));
        return new NwsStationsSource(settings, http, clock, notes, new GridCells(clock, notes));
    }

    private static String features(String... all) {
        return Arrays.stream(all).collect(Collectors.joining(",", "{\"features\": [", "]}"));
    }

    private static String station(String id, double latitude, double longitude, double elevation) {
        return """
                {"geometry": {"type": "Point", "coordinates": [%s, %s]}, "properties": {"stationIdentifier": "%s",
                 "elevation": {"unitCode": "wmoUnit:m", "value": %s}}}""".formatted(longitude, latitude, id, elevation);
    }

    private static String observation(long minutesAgo, double temperature) {
        return observation(minutesAgo, Double.toString(temperature), "V");
    }

    private static String observation(long minutesAgo, String temperature, String flag) {
        Instant time = NOW.minus(Duration.ofMinutes(minutesAgo));
        return """
                {"properties": {"timestamp": "%s", "textDescription": "", "icon": null,
                 "temperature": {"unitCode": "wmoUnit:degC", "value": %s, "qualityControl": "%s"}}}""".formatted(time.toString().replace("Z", "+00:00"), temperature, flag);
    }

    @BeforeEach
    void answerAll() {
        answer(POINT, "{\"properties\": {\"gridId\": \"OKX\", \"gridX\": 33, \"gridY\": 35}}");
        answer(STATIONS, LIST);
        answer(PARK, features(observation(10, 8), observation(70, 7), observation(130, 6)));
        answer(AIRPORT, features(observation(10, 20)));
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private void answer(String path, String body) {
        stub.answer(path, StubAnswer.json(body));
    }

    private SourceReply ask() {
        return source.ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED);
    }

    private static List<Double> temperatures(SourceReply reply) {
        assertThat(reply).isInstanceOf(Answered.class);
        return ((Answered) reply)
                .reports().stream()
                        .map(report -> report.current().orElseThrow())
                        .map(observation -> value(observation.conditions(), Variable.TEMPERATURE))
                        .toList();
    }

    /** 50 m down from the park to the place make 0.325 K. */
    @Test
    void reportsEachObservationOfTheNearestStationAtTheElevationOfThePlace() {
        Answered answered = (Answered) ask();
        assertThat(temperatures(answered)).containsExactly(6.325, 7.325, 8.325);
        assertThat(answered.reports()).allSatisfy(report -> {
            assertThat(report.source()).hasToString("nws-stations");
            assertThat(report.fetchedAt()).isEqualTo(NOW);
            assertThat(report.run()).isEmpty();
            assertThat(report.alerts()).isEmpty();
        });
        Observation last = answered.reports().getLast().current().orElseThrow();
        assertThat(last.validTime()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
        assertThat(stub.calls(AIRPORT)).isZero();
    }

    @Test
    void asksForADayAtFirstAndThenForWhatIsNew() {
        CountingMeter meter = CountingMeter.open();
        source.ask(TestPlaces.NEW_YORK, meter);
        assertThat(stub.requests().getLast().uri().getQuery()).isEqualTo("start=2026-02-05T21:40:00Z");
        clock.advance(Duration.ofMinutes(30));
        source.ask(TestPlaces.NEW_YORK, meter);
        assertThat(stub.requests().getLast().uri().getQuery()).isEqualTo("start=2026-02-06T19:10:00Z");
        clock.advance(Duration.ofHours(6));
        source.ask(TestPlaces.NEW_YORK, meter);
        assertThat(stub.requests().stream().map(request -> request.uri().getQuery()))
                .as("of the last one heard at 21:30")
                .contains("start=2026-02-06T21:30:00Z");
        assertThat(stub.calls(POINT)).isEqualTo(1);
        assertThat(stub.calls(STATIONS)).isEqualTo(1);
        assertThat(meter.asked()).hasSize(stub.calls());
    }

    @Test
    void takesTheNextStationOnlyIfTheNearestIsSilent() {
        answer(PARK, features(observation(179, 8)));
        assertThat(temperatures(ask())).containsExactly(8.325);
        answer(PARK, features(observation(181, 8)));
        assertThat(temperatures(ask())).as("7 m up from the airport").containsExactly(20 - 0.0455);
        answer(PARK, features());
        assertThat(temperatures(ask())).hasSize(1);
        answer(PARK, features(observation(10, "null", "Z"), observation(70, "8", "X")));
        assertThat(temperatures(ask())).as("a broken sensor says nothing").containsExactly(20 - 0.0455);
        stub.answer(PARK, StubAnswer.status(404));
        assertThat(temperatures(ask())).as("a station that is closed").containsExactly(20 - 0.0455);
    }

    @ParameterizedTest
    @CsvSource({"500, PROVIDER_ERROR", "503, PROVIDER_ERROR", "429, RATE_LIMITED", "200, MALFORMED"})
    void doesNotChangeTheStationForACallThatFails(int status, Reason reason) {
        stub.answer(PARK, StubAnswer.status(status));
        assertThat(failure(ask()).reason()).isEqualTo(reason);
        assertThat(stub.calls(AIRPORT)).isZero();
    }

    @Test
    void takesWhatSilentStationsSaidBefore() {
        stub.answer(PARK, StubAnswer.status(404));
        answer(AIRPORT, features(observation(600, 20)));
        assertThat(temperatures(ask())).hasSize(1);
    }

    @Test
    void saysThatAllAreSilent() {
        answer(PARK, features());
        answer(AIRPORT, features(observation(1441, 20), observation(-11, 20)));
        Failed failed = failure(ask());
        assertThat(failed.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(failed.retryAfter()).contains(Duration.ofHours(1));
        assertThat(failed.detail()).contains("None of the stations");
    }

    @Test
    void leavesOutValuesThatFailedTheProvidersChecks() {
        answer(
                PARK,
                features(
                        observation(10, "1", "X"),
                        observation(20, "2", "qc:Q"),
                        observation(30, "3", "B"),
                        observation(40, "4", "V"),
                        observation(50, "5", "C"),
                        observation(60, "6", "qc:S")));
        assertThat(temperatures(ask())).containsExactly(6.325, 5.325, 4.325);
    }

    @Test
    void losesOnlyTheObservationsThatAreWrong() {
        answer(
                PARK,
                features(
                        "null",
                        "{}",
                        observation(20, "\"warm\"", "V"),
                        observation(30, "999", "V"),
                        observation(10, 8)));
        assertThat(temperatures(ask())).containsExactly(8.325);
        answer(PARK, features("null", "{}"));
        Failed failed = failure(ask());
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail()).contains("features[0] is null, not an object");
    }

    @Test
    void leavesOutWhatItDidNotAskFor() {
        answer(PARK, features(observation(-11, 1), observation(10, 8), observation(1441, 2)));
        assertThat(temperatures(ask())).containsExactly(8.325);
    }

    @Test
    void remembersForADayThatNoStationIsNearEnough() {
        answer(STATIONS, features(station("KHIL", 40.72, -74.0, 211), station("KISP", 40.7939, -73.1017, 30)));
        for (NwsStationsSource asked : List.of(source, source, source())) {
            Failed failed = failure(asked.ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED));
            assertThat(failed.reason()).isEqualTo(Reason.NOT_COVERED);
            assertThat(failed.retryAfter()).contains(Duration.ofDays(1));
            assertThat(failed.detail()).contains("30 km");
        }
        assertThat(stub.calls()).isEqualTo(2);
    }

    @Test
    void stationsOutliveARestart() {
        ask();
        assertThat(temperatures(source().ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED)))
                .containsExactly(6.325, 7.325, 8.325);
        assertThat(stub.calls(STATIONS)).isEqualTo(1);
        assertThat(notes.find(NWS, NOTE).orElseThrow().text())
                .isEqualTo("KNYC 40.7789 -73.9692 60.0;KLGA 40.7794 -73.8803 3.0");
    }

    @Test
    void usesTheEarlierStationsWhenTheyCannotBeAskedForAgain() {
        ask();
        clock.advance(Duration.ofDays(2));
        stub.answer(STATIONS, StubAnswer.status(500));
        answer(PARK, features(observation(-2880, 9)));
        assertThat(temperatures(ask())).containsExactly(9.325);
        assertThat(stub.calls(STATIONS)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KNYC",
                "KNYC 99 0 0",
                "KNYC 40.7 -73.9 99999",
                "KNYC 40.7 -73.9 9999",
                "../x 40.7 -73.9 3",
                "KNYC 40.7 -73.9 1e3"
            })
    void aDamagedNoteIsAskedForAgain(String text) {
        notes.keep(NWS, NOTE, new Note(text, NOW));
        assertThat(temperatures(ask())).hasSize(3);
        assertThat(stub.calls(STATIONS)).isEqualTo(1);
    }

    @Test
    void losesOnlyTheStationsThatAreWrong() {
        String good = station("KNYC", 40.7789, -73.9692, 60);
        answer(
                STATIONS,
                features(
                        "null",
                        good.replace("KNYC", "../x"),
                        good.replace("\"value\": 60.0", "\"value\": null"),
                        good.replace("\"value\": 60.0", "\"value\": 60000"),
                        good.replace("wmoUnit:m", "wmoUnit:degC"),
                        good.replace("40.7789", "null"),
                        good.replace("40.7789", "91"),
                        good.replace("[-73.9692, 40.7789]", "[]"),
                        good));
        assertThat(temperatures(ask())).hasSize(3);
    }

    @Test
    void sharesTheCellWithTheForecast() {
        StubAnswer down = StubAnswer.status(500); // a 404 would say that there is no such cell
        stub.answer("/gridpoints/OKX/33,35", down).answer("/gridpoints/OKX/33,35/forecast/hourly", down);
        NwsSettings settings = new NwsSettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30));
        try (ProviderSources sources = new ProviderSources(Replies.HTTP, clock)) {
            for (WeatherSource asked : List.of(sources.nws(settings), sources.nwsStations(settings))) {
                asked.ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED);
            }
        }
        assertThat(stub.calls(POINT)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {PARK, STATIONS, POINT})
    void endsWithinOneTimeLimitWhateverHangs(String path) {
        NwsSettings settings = new NwsSettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30));
        stub.answer(path, StubAnswer.json("{}").after(Duration.ofMinutes(10)));
        try (ProviderHttp hasty = new ProviderHttp(Replies.impatient(400), clock)) {
            NwsStationsSource asked = new NwsStationsSource(settings, hasty, clock, notes, new GridCells(clock, notes));
            assertThat(failure(asked.ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED))
                            .reason())
                    .isEqualTo(Reason.TIMED_OUT);
        }
        assertThat(stub.calls(path)).isEqualTo(1);
    }

    @Test
    void neverThrowsWhateverItIsAnswered() {
        long seed = new Random().nextLong();
        System.err.println("NwsStationsSourceTest seed " + seed);
        Random random = new Random(seed);
        String observed = features(observation(10, 8), observation(70, 7));
        for (int i = 0; i < 100; i++) {
            answer(STATIONS, broken(LIST, random));
            answer(PARK, broken(observed, random));
            assertThat(ask()).isNotNull();
            clock.advance(Duration.ofDays(1));
        }
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int j = random.nextInt(4); j >= 0; j--) {
            broken.setCharAt(random.nextInt(broken.length()), "{}[]\",:0-9enulPT/ ".charAt(random.nextInt(18)));
        }
        return broken.toString();
    }

    @Test
    void tellsWhoItIs() {
        SourceInfo info = source.info();
        assertThat(info.id()).hasToString("nws-stations");
        assertThat(info.attribution()).isEqualTo("Data from the US National Weather Service (public domain)");
        assertThat(info.refreshInterval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(source.official()).isTrue();
        assertThat(source.watchedOnly()).isTrue();
        assertThat(source.tariff()).isEqualTo(new Tariff(NWS, 1));
    }
}
