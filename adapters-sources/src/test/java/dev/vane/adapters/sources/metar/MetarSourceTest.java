package dev.vane.adapters.sources.metar;

import static dev.vane.adapters.sources.Replies.NOW;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.CapturedLog;
import dev.vane.adapters.sources.CountingMeter;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.InMemorySourceNotes;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Tariff;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetarSourceTest {

    private static final String PATH = "/api/data/metar";
    private static final DateTimeFormatter IN_REPORT =
            DateTimeFormatter.ofPattern("ddHHmm'Z'").withZone(ZoneOffset.UTC);

    /** 100 m above the sea; at 45° a degree of longitude has 78.6 km. */
    private static final Place PLACE = TestPlaces.place(45, 9, OptionalInt.of(100), "Europe/Rome");

    private final StubProvider stub = StubProvider.start();
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK);
    private final InMemorySourceNotes notes = new InMemorySourceNotes();
    private final MetarSource source = at(NOW);

    private MetarSource at(Instant now) {
        MetarSettings settings = new MetarSettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(20));
        return new MetarSource(settings, http, Clock.fixed(now, ZoneOffset.UTC), notes);
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    /** A report of a station so many kilometres north, so many minutes ago. */
    private static String entry(String id, double kilometres, int elevation, long minutesAgo, String body) {
        Instant time = NOW.minus(Duration.ofMinutes(minutesAgo));
        return """
                {"icaoId": "%s", "obsTime": %d, "lat": %s, "lon": 9.0, "elev": %d, "name": "Somewhere, IT", "temp": 77,
                 "rawOb": "%s"}""".formatted(
                        id,
                        time.getEpochSecond(),
                        45 + kilometres / 111.2,
                        elevation,
                        body.replace("$", id + " " + IN_REPORT.format(time)));
    }

    private static StubAnswer array(String... entries) {
        return StubAnswer.json(Arrays.stream(entries).collect(Collectors.joining(",", "[", "]")));
    }

    private SourceReply ask(MetarSource asked, StubAnswer answer) {
        stub.answer(PATH, answer);
        return asked.ask(PLACE, CallMeter.UNLIMITED);
    }

    private SourceReply ask(String... entries) {
        return ask(source, array(entries));
    }

    private static List<Observation> observations(SourceReply reply) {
        assertThat(reply).isInstanceOf(Answered.class);
        return ((Answered) reply)
                .reports().stream()
                        .map(report -> report.current().orElseThrow())
                        .toList();
    }

    private static List<Double> temperatures(SourceReply reply) {
        return observations(reply).stream()
                .map(observation -> value(observation.conditions(), Variable.TEMPERATURE))
                .toList();
    }

    private String lastQuery() {
        return stub.requests().getLast().uri().getQuery();
    }

    @Test
    void asksForAllStationsAroundThePlaceADayBackAtFirst() {
        CountingMeter meter = CountingMeter.open();
        stub.answer(PATH, array(entry("LIMA", 5, 100, 40, "METAR $ 10/05 Q1013")));
        source.ask(PLACE, meter);
        assertThat(lastQuery()).isEqualTo("bbox=44.72,8.61,45.28,9.39&format=json&hours=24");
        assertThat(meter.asked()).containsExactly(1);
        source.ask(PLACE, meter);
        assertThat(lastQuery()).endsWith("&hours=3");
        assertThat(stub.calls()).isEqualTo(2);
    }

    @Test
    void reportsEachObservationOfTheNearestStationByTime() {
        Answered answered = (Answered) ask(
                entry("LIMF", 20, 100, 10, "METAR $ 99/01 Q1013"),
                entry("LIMA", 5, 100, 10, "METAR $ 24010KT 9999 -RA OVC010 12/05 Q1013"),
                entry("LIMA", 5, 100, 40, "SPECI $ 11/05 Q1013"),
                entry("LIMA", 5, 100, 70, "METAR $ 10/05 Q1013"));
        assertThat(answered.dueAt()).isEmpty();
        assertThat(temperatures(answered)).containsExactly(10.0, 11.0, 12.0);
        SourceReport last = answered.reports().getLast();
        assertThat(last.source()).hasToString("metar");
        assertThat(last.fetchedAt()).isEqualTo(NOW);
        assertThat(last.run()).isEmpty();
        assertThat(last.alerts()).isEmpty();
        Observation now = last.current().orElseThrow();
        assertThat(now.validTime()).isEqualTo(NOW.minus(Duration.ofMinutes(10)));
        assertThat(now.conditions().sky()).isEqualTo(Sky.of(Condition.RAIN, Sky.Intensity.LIGHT));
        assertThat(value(now.conditions(), Variable.WIND_SPEED)).isCloseTo(5.1444, within(1e-4));
    }

    @Test
    void movesTemperaturesToTheElevationOfThePlace() {
        Observation there = observations(ask(entry("LIMA", 5, 300, 10, "METAR $ 10/10 Q1013")))
                .getFirst();
        assertThat(value(there.conditions(), Variable.TEMPERATURE)).isCloseTo(11.3, within(1e-9));
        assertThat(value(there.conditions(), Variable.DEW_POINT)).isCloseTo(11.3, within(1e-9));
    }

    /** QNH 1013.5 at 300 m and -10 °C is some 3 hPa more at the sea; what the station says itself is taken as it is. */
    @ParameterizedTest
    @CsvSource({
        "300, METAR $ M10/ Q1013, 1016.7",
        "300, METAR $ M10/M12 Q1013 RMK SLP171, 1017.1",
        "0, METAR $ M10/M12 Q1013, 1013.5",
        "0, METAR $ Q1013, 1013.5",
        "300, METAR $ 12003KT Q1013, NaN"
    })
    void makesThePressureAtTheSeaOfAnAltimeterSetting(int elevation, String body, double pressure) {
        Observation there =
                observations(ask(entry("LIMA", 5, elevation, 10, body))).getFirst();
        assertThat(there.conditions().values().get(Variable.PRESSURE_MSL).orElse(Double.NaN))
                .isCloseTo(pressure, within(0.1));
    }

    @Test
    void makesNoPressureAtTheSeaHighUp() {
        Place high = TestPlaces.place(45, 9, OptionalInt.of(800), "Europe/Rome");
        stub.answer(PATH, array(entry("LIMA", 5, 751, 10, "METAR $ 10/05 Q1013")));
        Observation there = observations(source.ask(high, CallMeter.UNLIMITED)).getFirst();
        assertThat(there.conditions().values().has(Variable.PRESSURE_MSL)).isFalse();
        assertThat(there.conditions().values().has(Variable.TEMPERATURE)).isTrue();
    }

    @Test
    void staysWithItsStationUnlessThatIsSilent() {
        String far = entry("LIMF", 20, 100, 30, "METAR $ 20/05 Q1013");
        assertThat(temperatures(ask(far))).containsExactly(20.0);
        String near = entry("LIMA", 5, 100, 30, "METAR $ 10/05 Q1013");
        assertThat(temperatures(ask(near, far))).containsExactly(20.0);
        assertThat(temperatures(ask(at(NOW), array(near, far))))
                .as("after a restart")
                .containsExactly(20.0);
        String old = entry("LIMF", 20, 100, 181, "METAR $ 20/05 Q1013");
        assertThat(temperatures(ask(at(NOW), array(near, old)))).containsExactly(10.0);
        assertThat(temperatures(ask(at(NOW), array(near, far))))
                .as("and stays there")
                .containsExactly(10.0);
        assertThat(notes.find(new SourceId("metar"), "station 45.0,9.0")
                        .orElseThrow()
                        .text())
                .isEqualTo("LIMA");
    }

    @Test
    void takesWhatASilentStationSaidIfThereIsNoOther() {
        assertThat(temperatures(ask(entry("LIMA", 5, 100, 300, "METAR $ 10/05 Q1013"))))
                .containsExactly(10.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lima", "LI", "../etc", "LIMA\n"})
    void aDamagedNoteIsNone(String text) {
        notes.keep(new SourceId("metar"), "station 45.0,9.0", new SourceNotes.Note(text, NOW));
        assertThat(temperatures(ask(entry("LIMF", 20, 100, 30, "METAR $ 20/05 Q1013"))))
                .containsExactly(20.0);
    }

    @Test
    void givesANewNoteEachDaySoThatItIsNotDropped() {
        String entry = entry("LIMA", 5, 100, 10, "METAR $ 10/05 Q1013");
        notes.keep(new SourceId("metar"), "station 45.0,9.0", new SourceNotes.Note("LIMA", NOW.minusSeconds(86_401)));
        ask(entry);
        assertThat(notes.find(new SourceId("metar"), "station 45.0,9.0")
                        .orElseThrow()
                        .since())
                .isEqualTo(NOW);
    }

    @Test
    void takesTheCorrectedOneOfTwo() {
        assertThat(temperatures(ask(
                        entry("LIMA", 5, 100, 10, "METAR $ 10/05 Q1013"),
                        entry("LIMA", 5, 100, 10, "METAR COR $ 11/05 Q1013"),
                        entry("LIMA", 5, 100, 10, "METAR $ 12/05 Q1013"))))
                .containsExactly(11.0);
    }

    @Test
    void saysThatNobodyIsNearEnough() {
        for (StubAnswer answer : List.of(
                StubAnswer.status(204),
                array(),
                array(entry("LIMA", 31, 100, 10, "METAR $ 10/05 Q1013")),
                array(entry("LIMA", 5, 301, 10, "METAR $ 10/05 Q1013")))) {
            Failed failed = failure(ask(source, answer));
            assertThat(failed.reason()).isEqualTo(Reason.NOT_COVERED);
            assertThat(failed.retryAfter()).contains(Duration.ofDays(1));
            assertThat(failed.detail()).isEqualTo("No station within 30 km, and 200 m of the elevation, has reported.");
        }
    }

    @Test
    void asksAgainSoonWhereThereWasAStation() {
        ask(entry("LIMA", 5, 100, 10, "METAR $ 10/05 Q1013"));
        Failed failed = failure(ask(source, StubAnswer.status(204)));
        assertThat(failed.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(failed.retryAfter()).contains(Duration.ofHours(1));
        assertThat(failed.detail()).contains("LIMA");
    }

    @Test
    void leavesOutWhatIsMissingOrSaysNothing() {
        assertThat(temperatures(ask(
                        entry("LIMA", 5, 100, 10, "METAR $ NIL"),
                        entry("LIMA", 5, 100, 20, "METAR $ /////KT //// // ////// ///// Q////"),
                        entry("LIMA", 5, 100, 30, "METAR $ 10/05 Q1013"))))
                .containsExactly(10.0);
    }

    @Test
    void losesOnlyTheReportsThatAreWrong() {
        String good = entry("LIMA", 5, 100, 10, "METAR $ 10/05 Q1013");
        try (CapturedLog log = CapturedLog.start()) {
            assertThat(temperatures(ask(
                            "null",
                            "7",
                            entry("LIMA", 5, 100, 20, "hello"),
                            entry("LIMA", 5, 100, 20, "METAR LIMF 062120Z 10/05"),
                            entry("LIMA", 5, 100, 20, "METAR LIMA 012120Z 10/05"),
                            entry("lima", 5, 100, 20, "METAR $ 10/05"),
                            good.replace("\"elev\": 100", "\"elev\": 9999"),
                            good.replace("\"lat\": 45", "\"lat\": 145"),
                            good.replace("\"lon\": 9.0", "\"lon\": null"),
                            good.replace("\"obsTime\": ", "\"obsTime\": -"),
                            good)))
                    .containsExactly(10.0);
            assertThat(log.text()).contains("10 reports of metar are lost, the first: [0] is null, not an object");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                     | the answer is an object, not an array
            [null]                                 | [0] is null, not an object
            [{"icaoId": "LIMA"}]                   | [0].elev is missing
            [{"icaoId": 7}]                        | [0].icaoId is a number, not a string
            [1, 2                                  | not valid JSON
            [] []                                  | goes on after the end
            <html>                                 | markup
            """)
    void saysWhatIsWrong(String body, String fault) {
        Failed failed = failure(ask(source, StubAnswer.json(body)));
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail()).contains("The answer of the Aviation Weather Center cannot be used", fault);
    }

    @Test
    void refusesReportsThatAreTooFarFromNow() {
        for (long minutesAgo : List.of(-11L, 1441L, 4320L)) {
            Failed failed = failure(ask(entry("LIMA", 5, 100, minutesAgo, "METAR $ 10/05 Q1013")));
            assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(failed.detail()).contains("too far from now");
        }
        assertThat(temperatures(ask(entry("LIMA", 5, 100, -9, "METAR $ 10/05 Q1013"))))
                .hasSize(1);
    }

    /** The members alone: kn, miles, hPa and inches. */
    @Test
    void readsTheMembersWhereThereIsNoText() {
        String members = """
                {"icaoId": "KAAA", "obsTime": %d, "lat": 45.01, "lon": 9.0, "elev": 100, "temp": 6.7, "dewp": 3.9,
                 "wdir": 210, "wspd": 12, "wgst": 20, "visib": "10+", "altim": 1005.2, "slp": 1004.9, "precip": 0.01,
                 "wxString": "-RA BR", "clouds": [{"cover": "BKN", "base": 2600}, {"cover": "FEW", "base": 900}],
                 "metarType": "METAR", "rawOb": null}""".formatted(NOW.minusSeconds(600).getEpochSecond());
        Observation now = observations(ask(members)).getFirst();
        assertThat(value(now.conditions(), Variable.TEMPERATURE)).isEqualTo(6.7);
        assertThat(value(now.conditions(), Variable.DEW_POINT)).isEqualTo(3.9);
        assertThat(value(now.conditions(), Variable.PRESSURE_MSL)).isEqualTo(1004.9);
        assertThat(value(now.conditions(), Variable.WIND_SPEED)).isCloseTo(6.1733, within(1e-4));
        assertThat(value(now.conditions(), Variable.WIND_GUST)).isCloseTo(10.2889, within(1e-4));
        assertThat(value(now.conditions(), Variable.WIND_DIRECTION)).isEqualTo(210);
        assertThat(value(now.conditions(), Variable.VISIBILITY)).isCloseTo(16_093.44, within(1e-6));
        assertThat(value(now.conditions(), Variable.CLOUD_COVER)).isEqualTo(75);
        assertThat(value(now.conditions(), Variable.PRECIPITATION)).isCloseTo(0.254, within(1e-9));
        assertThat(now.period()).isEqualTo(Duration.ofHours(1));
        assertThat(now.conditions().sky()).isEqualTo(Sky.of(Condition.RAIN, Sky.Intensity.LIGHT));
        assertThat(now.conditions().values().known()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "wdir": "VRB", "wspd": 3, "visib": 0.25, "clouds": [{"cover": "OVX", "base": 0}]  | 402.3 | 100
            "wdir": 0, "wspd": 0, "visib": "6+", "clouds": [{"cover": "CAVOK"}], "precip": 0.005 | 9656.1 | NaN
            "temp": 500, "wspd": 3, "visib": "far", "clouds": [{"cover": "CLR"}], "metarType": "SPECI", "precip": 1 | NaN | 0
            """)
    void readsTheOddMembers(String members, double visibility, double clouds) {
        Observation now = observations(ask("{\"icaoId\": \"KAAA\", \"obsTime\": " + NOW.getEpochSecond()
                        + ", \"lat\": 45.01, \"lon\": 9.0, \"elev\": 100, " + members + "}"))
                .getFirst();
        assertThat(now.conditions().values().get(Variable.VISIBILITY).orElse(Double.NaN))
                .isCloseTo(visibility, within(0.1));
        assertThat(now.conditions().values().get(Variable.CLOUD_COVER).orElse(Double.NaN))
                .isEqualTo(Double.valueOf(clouds));
        assertThat(now.conditions().values().has(Variable.WIND_DIRECTION)).isFalse();
        assertThat(now.conditions().values().has(Variable.TEMPERATURE)).isFalse();
        assertThat(now.conditions().values().get(Variable.PRECIPITATION).orElse(0))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "89.9, 0, '89.62,-180.00,90.00,180.00'",
        "-90, 10, '-90.00,-180.00,-89.72,180.00'",
        "0, 179.9, '-0.28,179.62,0.28,180.00'",
        "60, -180, '59.72,-180.00,60.28,-179.45'"
    })
    void asksForABoxThatEndsWithTheMap(double latitude, double longitude, String box) {
        stub.answer(PATH, StubAnswer.status(204));
        source.ask(TestPlaces.place(latitude, longitude, OptionalInt.of(0), "UTC"), CallMeter.UNLIMITED);
        assertThat(lastQuery()).startsWith("bbox=" + box + "&");
    }

    @Test
    void neverThrowsWhateverItIsAnswered() {
        long seed = new Random().nextLong();
        System.err.println("MetarSourceTest seed " + seed);
        Random random = new Random(seed);
        String good = "[" + entry("LIMF", 20, 100, 20, "METAR $ 24010KT 9999 -RA OVC010 12/05 Q1013") + ","
                + entry("LIMA", 5, 100, 10, "METAR $ 24010KT 9999 -RA OVC010 12/05 Q1013") + "]";
        for (int i = 0; i < 200; i++) {
            StringBuilder broken = new StringBuilder(good);
            for (int j = random.nextInt(4); j >= 0; j--) {
                broken.setCharAt(random.nextInt(broken.length()), "{}[]\",:0-9enulPT/ ".charAt(random.nextInt(18)));
            }
            assertThat(ask(source, StubAnswer.json(broken.toString()))).isNotNull();
        }
    }

    @Test
    void tellsWhoItIs() {
        SourceInfo info = source.info();
        assertThat(info.id()).hasToString("metar");
        assertThat(info.name()).isEqualTo("Aviation Weather Center");
        assertThat(info.attribution()).contains("Aviation Weather Center");
        assertThat(info.refreshInterval()).isEqualTo(Duration.ofMinutes(20));
        assertThat(source.official()).isTrue();
        assertThat(source.watchedOnly()).isTrue();
        assertThat(source.tariff()).isEqualTo(new Tariff(info.id(), 1));
    }

    @Test
    void pinsTheDefaultSettings() {
        assertThat(MetarSettings.standard())
                .isEqualTo(new MetarSettings(BaseUrl.of("https://aviationweather.gov"), Duration.ofMinutes(20)));
        BaseUrl url = BaseUrl.of(stub.baseUrl());
        assertThatThrownBy(() -> new MetarSettings(url, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }

    @Test
    void waitsWhenItIsToldTo() {
        Failed failed = failure(ask(source, StubAnswer.status(429).withHeader("Retry-After", "60")));
        assertThat(failed.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failed.retryAfter()).isEqualTo(Optional.of(Duration.ofMinutes(1)));
        assertThat(failed.detail()).isEqualTo("The Aviation Weather Center answered 429.");
    }
}
