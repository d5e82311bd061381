package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.rest.storage.StorageInfo;
import dev.vane.adapters.rest.storage.Stored;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.SourceId;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

    private record Check(String name, HealthCheckType type, BooleanSupplier up) implements HealthCheck {
        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.builder().status(up.getAsBoolean()).build();
        }
    }

    private static double metric(RunningVane vane, String series) {
        return vane.operations("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started", "/health"})
    void isHealthy(String path) {
        try (RunningVane vane = RunningVane.start()) {
            assertThat(vane.operations(path).statusCode()).isEqualTo(200);
            assertThat(vane.operations(path).body()).contains("\"status\":\"UP\"");
        }
    }

    @Test
    void isNotReadyWhileAReadinessCheckFailsButLives() {
        try (RunningVane vane = RunningVane.start(new Check("database", HealthCheckType.READINESS, () -> false))) {
            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(503);
            assertThat(vane.operations("/health/ready").body()).contains("database");
            assertThat(vane.operations("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void turnsUnreadyAndGoesOnServingWhenTheShutdownBegins() {
        try (RunningVane vane = RunningVane.start()) {
            vane.server.drain();
            assertThat(vane.operations("/health/ready").statusCode()).isEqualTo(503);
            assertThat(vane.operations("/health/live").statusCode()).isEqualTo(200);
            assertThat(vane.get("/api/v1/places/5746545").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsOperationsOffTheListenerOfTheApi() {
        try (RunningVane vane = RunningVane.start()) {
            for (String path : new String[] {"/health", "/health/ready", "/metrics", "/info", "/observe/health"}) {
                assertThat(vane.get(path).statusCode()).isEqualTo(404);
            }
            assertThat(vane.operations("/api/v1/sources").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysWhatTheProgramIs() {
        try (RunningVane vane = RunningVane.start()) {
            assertThat(vane.operations("/info").body())
                    .isEqualTo("{\"name\":\"vane\",\"version\":\"1.2.3\",\"builtAt\":\"2026-01-01T00:00:00Z\"}");
        }
    }

    @Test
    void saysWhatItsDatabaseLiesOnAtTheMoment() {
        AtomicLong bytes = new AtomicLong(4096);
        try (RunningVane vane = RunningVane.start(stored(() -> info(bytes.getAndSet(8192))))) {
            assertThat(vane.operations("/info").body())
                    .isEqualTo(
                            "{\"name\":\"vane\",\"version\":\"1.2.3\",\"builtAt\":\"2026-01-01T00:00:00Z\",\"storage\":{"
                                    + "\"file\":\"/var/lib/vane/vane.db\",\"bytes\":4096,\"fileSystem\":\"nfs4\","
                                    + "\"fileSystemKind\":\"network\",\"journalMode\":\"delete\",\"journalModeSetting\":\"auto\","
                                    + "\"schemaVersion\":7,\"sqliteVersion\":\"3.54.1\",\"writerEpoch\":12}}");
            assertThat(vane.operations("/info").body()).contains("\"bytes\":8192");
        }
    }

    @Test
    void saysWhatTheProgramIsWhenItsDatabaseCannotBeRead() {
        try (RunningVane vane = RunningVane.start(stored(() -> {
            throw new IllegalStateException("the disk is gone");
        }))) {
            assertThat(vane.operations("/info").statusCode()).isEqualTo(200);
            assertThat(vane.operations("/info").body())
                    .contains("\"version\":\"1.2.3\"")
                    .doesNotContain("storage");
        }
    }

    @Test
    void givesABackupToTheSameMachine() {
        try (RunningVane vane = RunningVane.start(stored(() -> info(1)))) {
            var backup = vane.backup();

            assertThat(backup.statusCode()).isEqualTo(200);
            assertThat(backup.headers().firstValue("Content-Type")).contains("application/vnd.sqlite3");
            assertThat(backup.body()).isEqualTo("a whole database");
        }
    }

    private static Stored stored(Supplier<StorageInfo> info) {
        return new Stored(
                out -> out.get().write("a whole database".getBytes(StandardCharsets.US_ASCII)), info, Optional.empty());
    }

    private static StorageInfo info(long bytes) {
        StorageInfo.Ground ground = new StorageInfo.Ground("nfs4", "network", Optional.empty());
        return new StorageInfo(Path.of("/var/lib/vane/vane.db"), bytes, ground, "delete", "auto", 7, "3.54.1", 12);
    }

    /** upstreams.md, mistake 7: metrics as a JSON array. */
    @Test
    void mistake7ServesMetricsAsPrometheusText() {
        try (RunningVane vane = RunningVane.start()) {
            var response = vane.operations("/metrics");
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(response.body()).contains("# TYPE memory_usedHeap_bytes gauge", "# TYPE jvm_uptime_seconds");
        }
    }

    /** upstreams.md, mistake 7: the status was always counted as 200. */
    @Test
    void mistake7CountsEachStatusAsItIs() {
        try (RunningVane vane = RunningVane.start()) {
            String place = "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/places/{id}\","
                    + "scope=\"application\",status=";
            double found = metric(vane, place + "\"200\"");
            double unknown = metric(vane, place + "\"404\"");
            double invalid = metric(vane, place + "\"400\"");
            vane.get("/api/v1/places/5746545");
            vane.get("/api/v1/places/1");
            vane.get("/api/v1/places/2");
            vane.get("/api/v1/places/x");
            assertThat(metric(vane, place + "\"200\"")).isEqualTo(found + 1);
            assertThat(metric(vane, place + "\"404\"")).isEqualTo(unknown + 2);
            assertThat(metric(vane, place + "\"400\"")).isEqualTo(invalid + 1);
        }
    }

    @Test
    void namesRoutesByTheirTemplatesWhateverIsAskedFor() {
        try (RunningVane vane = RunningVane.start()) {
            vane.get("/api/v1/places/12345678");
            vane.get("/api/v1/secret-path");
            vane.get("/another-secret-path");
            vane.send("BREW", "/api/v1/places/5746545");
            assertThat(vane.operations("/metrics").body())
                    .contains("route=\"/api/{unknown}\"", "route=\"/{file}\"", "method=\"other\"")
                    .doesNotContain("12345678", "secret-path", "BREW");
        }
    }

    @Test
    void countsCallsOfSourcesByOutcome() {
        try (RunningVane vane = RunningVane.start()) {
            SourceId source = new SourceId("counted");
            MeteredSourceEvents events = new MeteredSourceEvents(Clock.systemUTC());
            events.answered(source, Duration.ofMillis(120), Samples.NOW);
            events.failed(source, Duration.ofSeconds(5), failed(Reason.TIMED_OUT));
            events.failed(source, Duration.ofSeconds(5), failed(Reason.TIMED_OUT));
            assertThat(metric(
                            vane,
                            "vane_upstream_calls_total{outcome=\"answered\",scope=\"application\",source=\"counted\""))
                    .isEqualTo(1);
            assertThat(metric(
                            vane,
                            "vane_upstream_calls_total{outcome=\"timed_out\",scope=\"application\",source=\"counted\""))
                    .isEqualTo(2);
            assertThat(
                            metric(
                                    vane,
                                    "vane_upstream_call_seconds_sum{outcome=\"timed_out\",scope=\"application\",source=\"counted\""))
                    .isEqualTo(10);
        }
    }

    @Test
    void countsWhatCallsWeighOnAnAccount() {
        try (RunningVane vane = RunningVane.start()) {
            MeteredSourceEvents events = new MeteredSourceEvents(Clock.systemUTC());
            events.called(new SourceId("weighed"), 3);
            events.called(new SourceId("weighed"), 14);
            assertThat(metric(vane, "vane_upstream_call_weight_total{account=\"weighed\",scope=\"application\""))
                    .isEqualTo(17);
        }
    }

    @Test
    void countsRunsThatAreTooOld() {
        try (RunningVane vane = RunningVane.start()) {
            MeteredSourceEvents events = new MeteredSourceEvents(Clock.systemUTC());
            events.repeated(new SourceId("repeating"));
            events.repeated(new SourceId("repeating"));
            assertThat(metric(vane, "vane_source_stale_runs_total{scope=\"application\",source=\"repeating\""))
                    .isEqualTo(2);
        }
    }

    @Test
    void tellsWhatIsLeftOfTheCallsWhenItIsAsked() {
        try (RunningVane vane = RunningVane.start()) {
            String left = "vane_upstream_budget_left{scope=\"application\",source=\"open-meteo\",window=\"day\"";
            assertThat(metric(vane, left)).isEqualTo(8766);
            vane.sources = List.of(Samples.answering(9_990));
            assertThat(metric(vane, left)).isEqualTo(10);
        }
    }

    @Test
    void tellsWhetherASourceIsLeftAloneWhenItIsAsked() {
        try (RunningVane vane = RunningVane.start()) {
            String open = "vane_upstream_breaker_open{scope=\"application\",source=\"met-norway\"";
            assertThat(metric(vane, open)).isEqualTo(1);
            vane.sources = List.of(Samples.answering(), Samples.recovered());
            assertThat(metric(vane, open)).isZero();
            assertThat(vane.operations("/metrics").body()).contains(open);
        }
    }

    @Test
    void tellsNothingOfSourcesThatAreOff() {
        try (RunningVane vane = RunningVane.start()) {
            assertThat(vane.operations("/metrics").body())
                    .contains("vane_upstream_breaker_open{scope=\"application\",source=\"open-meteo\"")
                    .doesNotContain("source=\"openweather\"");
        }
    }

    @Test
    void tellsOfTheSourcesOfTheNewestServerInTheProcess() {
        String left = "vane_upstream_budget_left{scope=\"application\",source=\"open-meteo\",window=\"day\"";
        try (RunningVane older = RunningVane.start()) {
            try (RunningVane newer = RunningVane.start()) {
                older.sources = List.of(Samples.answering(1));
                newer.sources = List.of(Samples.answering(2));
                assertThat(metric(newer, left)).isEqualTo(9_998);
            }
        }
    }

    /** upstreams.md, mistake 7: a gauge that only grew. */
    @Test
    void mistake7TheAgeOfDataFallsWhenASourceAnswers() {
        try (RunningVane vane = RunningVane.start()) {
            String gauge = "vane_source_data_age_seconds{scope=\"application\",source=\"aged\"";
            SourceId source = new SourceId("aged");
            AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
            MeteredSourceEvents events = new MeteredSourceEvents(
                    InstantSource.tick(now::get, Duration.ofMillis(1)).withZone(ZoneOffset.UTC));
            events.answered(source, Duration.ofMillis(1), Samples.NOW);
            now.set(Samples.NOW.plusSeconds(600));
            assertThat(metric(vane, gauge)).isEqualTo(600);
            events.answered(source, Duration.ofMillis(1), Samples.NOW.plusSeconds(590));
            assertThat(metric(vane, gauge)).isEqualTo(10);
            events.answered(source, Duration.ofMillis(1), Samples.NOW.plusSeconds(100));
            assertThat(metric(vane, gauge)).isEqualTo(10);
        }
    }

    @Test
    void doesNotStartOnAPortThatIsTaken() {
        try (RunningVane vane = RunningVane.start()) {
            assertThatThrownBy(() -> RunningVane.startOn(vane.server.port()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(vane.server.port()));
        }
    }

    private static SourceReply.Failed failed(Reason reason) {
        return new SourceReply.Failed(reason, "no answer", Optional.empty());
    }
}
