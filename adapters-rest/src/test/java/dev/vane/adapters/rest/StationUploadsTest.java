package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.ReportReadings.PassKey;
import dev.vane.application.api.ReportReadings.StationPassword;
import dev.vane.application.api.ReportReadings.Upload;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.RainCounter.Reset;
import dev.vane.domain.weather.Variable;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stations send by their own protocols, and what they are told. */
class StationUploadsTest {

    private static final String WU = "/weatherstation/updateweatherstation.php";
    private static final String ECOWITT = "/data/report/";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String STATION = "?ID=roof&PASSWORD=correct+horse&action=updateraw&dateutc=now";
    private static final String GATEWAY =
            "PASSKEY=0123456789ABCDEF0123456789ABCDEF&stationtype=GW1100A_V2.1.8&runtime=1";

    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
        ReportReadings kept = vane.reports;
        vane.reports = upload -> {
            uploads.add(upload);
            return kept.report(upload);
        };
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private HttpResponse<String> post(String target, String body) {
        return vane.post(target, FORM, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Observation taken(HttpResponse<String> response) {
        assertThat(response.body()).isEqualTo("success\n");
        assertThat(response.statusCode()).isEqualTo(200);
        return uploads.getLast().readings().getFirst();
    }

    private static double value(Observation reading, Variable variable) {
        return reading.conditions().values().get(variable).orElseThrow();
    }

    @Test
    void takesAGetByTheProtocolOfTheWeatherUnderground() {
        HttpResponse<String> response = vane.get(
                WU + STATION
                        + "&tempf=54.1&dewptf=46.6&humidity=76&baromin=29.95&windspeedmph=6.9&windgustmph=15.7&winddir=270"
                        + "&rainin=0.01&dailyrainin=0.12&solarradiation=300&UV=2&indoortempf=70&softwaretype=x&realtime=1&rtfreq=5");
        Observation reading = taken(response);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(uploads.getLast().credentials()).isEqualTo(new StationPassword("roof", "correct horse"));
        assertThat(reading.validTime()).isEqualTo(Samples.NOW);
        assertThat(value(reading, Variable.TEMPERATURE)).isCloseTo(12.28, within(0.01));
        assertThat(value(reading, Variable.DEW_POINT)).isCloseTo(8.11, within(0.01));
        assertThat(value(reading, Variable.RELATIVE_HUMIDITY)).isEqualTo(76);
        assertThat(value(reading, Variable.PRESSURE_MSL)).isCloseTo(1014.22, within(0.01));
        assertThat(value(reading, Variable.WIND_SPEED)).isCloseTo(3.08, within(0.01));
        assertThat(value(reading, Variable.WIND_GUST)).isCloseTo(7.02, within(0.01));
        assertThat(value(reading, Variable.WIND_DIRECTION)).isEqualTo(270);
        assertThat(value(reading, Variable.UV_INDEX)).isEqualTo(2);
        assertThat(value(reading, Variable.PRECIPITATION)).isCloseTo(0.254, within(1e-9));
        assertThat(reading.period()).isEqualTo(Duration.ofHours(1));
        assertThat(reading.rainCounter()).contains(new RainCounter(Reset.DAILY, 3.048));
        assertThat(reading.conditions().values().has(Variable.SHORTWAVE_RADIATION))
                .as("a momentary radiation is not the mean of the hour of rain")
                .isFalse();
    }

    @Test
    void takesAPostWithParametersInQueryAndBody() {
        Observation reading = taken(post(WU + STATION, "tempf=50&humidity=50\r\n"));
        assertThat(value(reading, Variable.TEMPERATURE)).isEqualTo(10);
        assertThat(value(reading, Variable.RELATIVE_HUMIDITY)).isEqualTo(50);
        assertThat(reading.period()).isZero();
    }

    @Test
    void takesAnUploadOfAnEcowittGateway() {
        Observation reading = taken(
                post(
                        ECOWITT,
                        GATEWAY
                                + "&dateutc=2026-03-10+14:19:44&tempinf=70&humidityin=40&baromrelin=30.012&baromabsin=29.1"
                                + "&tempf=54.1&humidity=76&winddir=200&windspeedmph=2.2&windgustmph=4.5&maxdailygust=20&solarradiation=301.5"
                                + "&uv=3&rainratein=0.5&eventrainin=0.1&hourlyrainin=0.3&dailyrainin=0.4&weeklyrainin=0.5&monthlyrainin=1"
                                + "&yearlyrainin=12.3&totalrainin=40&wh65batt=0&wh25batt=1&soilbatt1=1.2&wh57batt=4&freq=868M&model=GW1100A"));
        assertThat(uploads.getLast().credentials()).isEqualTo(new PassKey("0123456789ABCDEF0123456789ABCDEF"));
        assertThat(reading.validTime()).isEqualTo(Instant.parse("2026-03-10T14:19:44Z"));
        assertThat(value(reading, Variable.PRESSURE_MSL)).isCloseTo(1016.32, within(0.01));
        assertThat(value(reading, Variable.SHORTWAVE_RADIATION)).isEqualTo(301.5);
        assertThat(reading.period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(reading.conditions().values().has(Variable.PRECIPITATION)).isFalse();
        assertThat(reading.rainCounter()).contains(new RainCounter(Reset.NEVER, 1016));
        assertThat(uploads.getLast().batteries())
                .isEqualTo(Map.of("wh65batt", false, "wh25batt", true, "soilbatt1", true, "wh57batt", false));
    }

    @Test
    void takesAnUploadToThePathWithoutItsSlash() {
        taken(post("/data/report", GATEWAY + "&dateutc=now&tempf=50"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10+14:19:44, 2026-03-10T14:19:44Z",
        "2026-03-10%2014%3A19%3A44, 2026-03-10T14:19:44Z",
        "2026-3-1+4:9:4, 2026-03-01T04:09:04Z",
        "NOW, 2026-03-10T14:20:00Z",
        "1970-01-01+00:00:00, 1970-01-01T00:00:00Z"
    })
    void readsTheTime(String text, Instant time) {
        assertThat(taken(vane.get(WU + "?ID=a&PASSWORD=b&tempf=50&dateutc=" + text))
                        .validTime())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-9999", "-9999.0", "--", "null", "NULL", "+"})
    void passesOverWhatAStationDoesNotKnow(String nothing) {
        Observation reading = taken(vane.get(WU + STATION + "&humidity=50&tempf=" + nothing));
        assertThat(reading.conditions().values().known()).containsExactly(Variable.RELATIVE_HUMIDITY);
    }

    @Test
    void prefersTheMeanWindAndTheHighestGust() {
        Observation reading = taken(
                vane.get(WU + STATION + "&windspeedmph=20&windspdmph_avg2m=10&windgustmph=21&windgustmph_10m=30"));
        assertThat(value(reading, Variable.WIND_SPEED)).isCloseTo(4.47, within(0.01));
        assertThat(value(reading, Variable.WIND_GUST)).isCloseTo(13.41, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "totalrainin=1&yearlyrainin=2&monthlyrainin=3&weeklyrainin=4&dailyrainin=5, NEVER, 25.4",
        "yearlyrainin=2&monthlyrainin=3&weeklyrainin=4&dailyrainin=5, YEARLY, 50.8",
        "totalrainin=--&monthlyrainin=3&weeklyrainin=4&dailyrainin=5, MONTHLY, 76.2",
        "weeklyrainin=4&dailyrainin=5, WEEKLY, 101.6",
        "dailyrainin=5, DAILY, 127",
        "drain_piezo=5, DAILY, 127"
    })
    void readsTheCounterThatCountsLongest(String parameters, Reset reset, double millimetres) {
        assertThat(taken(vane.get(WU + STATION + "&" + parameters)).rainCounter())
                .contains(new RainCounter(reset, millimetres));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tempf=999          | tempf is left out: it is not between -100.0 and 65.0 °C.
        humidity=-1        | humidity is left out: it is not between 0.0 and 105.0 %.
        baromin=3          | baromin is left out: it is not between 800.0 and 1120.0 hPa.
        winddir=361        | winddir is left out: it is not between 0.0 and 360.0 °.
        yearlyrainin=-0.01 | yearlyrainin is left out: it is not between 0 and 100000.0 mm.
        """)
    void keepsTheOtherValuesOfAReadingAndSaysWhatIsLeftOut(String parameter, String said) {
        HttpResponse<String> response = vane.get(WU + STATION + "&UV=2&" + parameter);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("success\n" + said + "\n");
        Observation reading = uploads.getLast().readings().getFirst();
        assertThat(reading.conditions().values().known()).containsExactly(Variable.UV_INDEX);
        assertThat(reading.rainCounter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1e308",
                "1E2",
                "0x1p3",
                "0x32",
                "5_0",
                "5,0",
                "50f",
                "５０",
                "+-1",
                "."
            })
    void takesNothingForANumberThatIsNone(String text) {
        HttpResponse<String> response =
                vane.get(WU + STATION + "&tempf=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("tempf is '" + text + "', not a decimal number.\n");
        assertThat(uploads).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ?PASSWORD=b&dateutc=now&tempf=50               | ID is missing.
        ?ID=a&dateutc=now&tempf=50                     | PASSWORD is missing.
        ?ID=a&PASSWORD=b&tempf=50                      | dateutc is missing.
        ?ID=a&PASSWORD=b&dateutc=now                   | tempf is missing, and so is everything else that could be kept.
        ?ID=a&PASSWORD=b&dateutc=now&tempf=999         | tempf is missing, and so is everything else that could be kept.
        ?ID=a&PASSWORD=b&dateutc=2026-02-30+1:2:3&UV=1 | dateutc is '2026-02-30 1:2:3', neither now nor a time as 2026-03-10 14:20:00.
        ?ID=a&PASSWORD=b&dateutc=2026-03-10T1:2:3&UV=1 | dateutc is '2026-03-10T1:2:3', neither now nor a time as 2026-03-10 14:20:00.
        ?ID=a&PASSWORD=b&dateutc=1&UV=1                | dateutc is '1', neither now nor a time as 2026-03-10 14:20:00.
        ?ID=a&PASSWORD=b&dateutc=now&UV=1&UV=1         | UV is given more than once.
        ?ID=a&PASSWORD=b&dateutc=now&UV=1&PASSWORD=c   | PASSWORD is given more than once.
        ?ID=a&PASSWORD=b&dateutc=now&UV=%ff            | UV is not UTF-8.
        ?ID=a&PASSWORD=b%&dateutc=now&UV=1             | PASSWORD has a percent sign without two hexadecimal digits after it.
        ?ID=a&PASSWORD=b&dateutc=now&UV=1&action=drop  | action is 'drop', not updateraw.
        """)
    void namesTheParameterAtFault(String query, String said) {
        RawExchange answer =
                vane.raw(("GET " + WU + query + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(said + "\n");
        assertThat(uploads).isEmpty();
    }

    @Test
    void refusesAParameterThatIsInTheQueryAndInTheBody() {
        HttpResponse<String> response = post(WU + STATION, "ID=other&tempf=50");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("ID is given more than once.\n");
    }

    @Test
    void refusesMoreParametersThanAnyStationHas() {
        HttpResponse<String> response = post(ECOWITT, parameters(501));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("There are more than 500 parameters.\n");
        assertThat(post(ECOWITT, parameters(500)).body()).isEqualTo("PASSKEY is missing.\n");
    }

    private static String parameters(int number) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < number; i++) {
            body.append('&').append(i).append("=1");
        }
        return body.toString();
    }

    @Test
    void refusesABodyThatIsNoForm() {
        HttpResponse<String> response =
                vane.post(ECOWITT, "application/json", "{}".getBytes(StandardCharsets.US_ASCII));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("/problems/unsupported-content");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        FORBIDDEN   ; 401 ; INVALIDPASSWORDID|Password or key and/or id are incorrect
        NO_STATION  ; 404 ; No station is set up here.
        TOO_MANY    ; 429 ; There are too many uploads.
        OUT_OF_TIME ; 400 ; dateutc is 1970-01-01T00:00:00Z, not between 2026-03-10T14:20:00Z and 2026-03-10T14:20:01Z.
        NOT_KEPT    ; 503 ; The reading cannot be kept now: send it again.
        """)
    void saysWhatBecameOfIt(StationOutcome outcome, int status, String said) {
        vane.reports = upload -> outcome.get();
        HttpResponse<String> response = vane.get(WU + STATION + "&tempf=50");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(said + "\n");
        assertThat(response.headers().firstValue("Retry-After"))
                .isEqualTo(Optional.ofNullable(Map.of(429, "2", 503, "30").get(status)));
        assertThat(response.headers().firstValue("WWW-Authenticate").isPresent())
                .isEqualTo(status == 401);
    }

    @Test
    void tellsAGatewayThatItsKeyIsWrong() {
        vane.reports = upload -> new ReportReadings.Forbidden();
        HttpResponse<String> response = post(ECOWITT, GATEWAY + "&dateutc=now&tempf=50");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("The PASSKEY is not that of the station.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /weatherstation/updateweatherstation.php | PUT,HEAD,DELETE | GET, POST, OPTIONS
        /data/report/                            | GET,HEAD,PUT    | POST, OPTIONS
        /api/v1/observations                     | GET,HEAD,DELETE | POST, OPTIONS
        """)
    void tellsWhichMethodsThereAre(String target, String others, String allowed) {
        assertThat(vane.send("OPTIONS", target).headers().firstValue("Allow")).contains(allowed);
        for (String method : others.split(",", -1)) {
            HttpResponse<String> response = vane.send(method, target + STATION + "&tempf=50");
            assertThat(response.statusCode()).as(method).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains(allowed);
        }
        assertThat(uploads).isEmpty();
    }

    @Test
    void takesNothingThatAPageOfAnotherSiteSends() {
        HttpResponse<String> response = vane.get(WU + STATION + "&tempf=50", "Sec-Fetch-Site", "cross-site");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(uploads).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        wh65batt=1    | true
        wh65batt=0    | false
        lowbatt=1     | true
        batt3=1       | true
        pm25batt2=1   | true
        pm25batt2=6   | false
        wh57batt=2    | false
        leak_batt1=0  | true
        soilbatt12=1.3 | false
        wh40batt=1.2  | true
        wh90batt=2.4  | true
        wh80batt=3.06 | false
        newbatt=1     | true
        newbatt=2.9   |
        wh65batt=low  |
        wh65batt=-1   |
        batt1234567890=1 |
        """)
    void knowsWhatTheStateOfABatteryMeans(String parameter, Boolean low) {
        taken(vane.get(WU + STATION + "&tempf=50&" + parameter));
        String name = parameter.split("=", -1)[0];
        assertThat(uploads.getLast().batteries()).isEqualTo(low == null ? Map.of() : Map.of(name, low));
    }

    @Test
    void goesOnWithTheNextRequestOnTheConnection() {
        String request = "POST " + ECOWITT + " HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab=%z";
        RawExchange answer = vane.raw((request + request).getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("HTTP/1.1 400", "ab has a percent sign");
    }

    @ParameterizedTest
    @CsvSource({"400, 'zz\r\n'", "413, '10001\r\n'"})
    void endsAConnectionOnWhichNobodyKnowsWhereTheNextRequestBegins(int status, String chunk) {
        RawExchange answer = vane.raw(("POST " + ECOWITT + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Connection")).contains("close");
        assertThat(answer.body()).doesNotContain("HTTP/1.1");
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        RawExchange answer = vane.raw(("POST " + ECOWITT + " HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isEqualTo(413);
    }
}
