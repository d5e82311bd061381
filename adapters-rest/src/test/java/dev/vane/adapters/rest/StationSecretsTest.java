package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.ReportReadings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is secret of a station is in no line of the log, whatever its level, and in no answer. */
class StationSecretsTest {

    private static final String SECRET = "k3ep-th1s%20qu1et";
    private static final List<String> GIVEAWAYS = List.of("k3ep", "qu1et", base64("roof:" + SECRET), "k3ep-th1s");

    private final Logger logger = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("dev.vane");
    private final Logger servers = Logger.getLogger("io.helidon");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final Handler keeping = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private RunningVane vane;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void listen() {
        keeping.setLevel(Level.ALL);
        logger.addHandler(keeping);
        ours.setLevel(Level.ALL);
        servers.setLevel(Level.ALL);
        vane = RunningVane.startWhereEverythingIsSlow();
    }

    @AfterEach
    void leave() {
        vane.close();
        logger.removeHandler(keeping);
        ours.setLevel(null);
        servers.setLevel(null);
    }

    private void raw(String head, String body) {
        RawExchange answer = vane.raw((head + "\r\nHost: a\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
        answers.add(answer.status() + " " + answer.head() + answer.body());
    }

    private void everyWayToUpload() {
        String wu = "/weatherstation/updateweatherstation.php";
        String station = "ID=roof&PASSWORD=" + SECRET;
        String reading = "&dateutc=now&tempf=50";
        String json = "{\"time\":\"2026-03-10T14:20:00Z\",\"temperature\":12.3}";
        String authorized = "\r\nContent-Type: application/json\r\nAuthorization: Basic " + base64("roof:" + SECRET);
        raw("GET " + wu + "?" + station + reading + " HTTP/1.1", "");
        raw("POST " + wu + " HTTP/1.1", station + reading);
        raw("POST /data/report/ HTTP/1.1", "PASSKEY=" + SECRET + reading);
        raw("POST /api/v1/observations HTTP/1.1" + authorized, json);
        raw("POST /api/v1/observations HTTP/1.1" + authorized + "\u00fc", json);
        raw("POST /api/v1/observations HTTP/1.1" + authorized, "{");
        raw("GET " + wu + "?" + station + "%zz" + reading + " HTTP/1.1", "");
        raw("GET " + wu + "?" + station + "&PASSWORD=" + SECRET + reading + " HTTP/1.1", "");
        raw("GET " + wu + "?" + station + "&tempf=50 HTTP/1.1", "");
        raw("GET " + wu + "?ID=" + SECRET + reading + " HTTP/1.1", "");
        raw("GET " + wu + "?" + URLEncoder.encode(station, StandardCharsets.UTF_8) + reading + " HTTP/1.1", "");
        raw("PUT " + wu + "?" + station + reading + " HTTP/1.1", "");
        raw("GET " + wu + "x?" + station + reading + " HTTP/1.1", "");
        raw("GET " + wu + "?" + station + "&a=" + "b".repeat(9000) + " HTTP/1.1", "");
        raw("GET " + wu + "?" + station + reading + " HTTP/9.9", "");
        raw("POST " + wu + "?" + station + reading + " HTTP/1.1\r\nTransfer-Encoding: chunked", "");
        raw("POST /data/report/ HTTP/1.1", "PASSKEY=" + SECRET + "&a=" + "b".repeat(70_000));
    }

    private void nothingIsGivenAway() {
        assertThat(answers).hasSizeGreaterThan(16);
        assertThat(lines).anyMatch(line -> line.contains("slow request"));
        for (String giveaway : GIVEAWAYS) {
            assertThat(lines).noneMatch(line -> line.contains(giveaway));
            assertThat(answers).noneMatch(answer -> answer.contains(giveaway));
        }
    }

    @Test
    void givesNothingAwayOfAnUpload() {
        everyWayToUpload();
        assertThat(answers).anyMatch(answer -> answer.endsWith("success\n"));
        nothingIsGivenAway();
    }

    @Test
    void givesNothingAwayOfAnUploadThatIsRefused() {
        vane.reports = upload -> new ReportReadings.Forbidden();
        everyWayToUpload();
        assertThat(answers).anyMatch(answer -> answer.startsWith("401"));
        nothingIsGivenAway();
    }

    @Test
    void givesNothingAwayInAFaultOfItsOwn() {
        vane.reports = upload -> {
            throw new IllegalStateException("cannot take " + upload);
        };
        everyWayToUpload();
        assertThat(lines)
                .anyMatch(line -> line.contains("cannot take Upload[credentials=StationPassword[station=roof]"));
        assertThat(answers).anyMatch(answer -> answer.startsWith("500"));
        nothingIsGivenAway();
    }
}
