package dev.vane.adapters.sources;

import static dev.vane.adapters.sources.Replies.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.metar.MetarSettings;
import dev.vane.adapters.sources.metnorway.MetNorwaySettings;
import dev.vane.adapters.sources.nws.NwsSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What comes of every fault of every provider: never an exception, never more than the time limits, never the token, and no
 * thread that stays.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultMatrixTest {

    private static final String TOKEN = "0123456789abcdef-Token";

    /** Of the 50 MiB that are sent to a caller that takes 4: the rest may lie in buffers. */
    private static final long MOST_READ = 25L << 20;

    private static final Pattern LEFT = Pattern.compile("\"name\": \"(nws-|openweather-|HttpClient-)");

    /** Failures by their kind; else the parts of the report. */
    private static final String TABLE = """
            fault,                         open-meteo,     met-norway,     nws,            nws but cell,   openweather,                 metar,          nws-stations,   nws-stations but cell
            HANG,                          TIMED_OUT,      TIMED_OUT,      TIMED_OUT,      TIMED_OUT,      TIMED_OUT,                   TIMED_OUT,      TIMED_OUT,      TIMED_OUT
            DRIP,                          TIMED_OUT,      TIMED_OUT,      TIMED_OUT,      TIMED_OUT,      TIMED_OUT,                   TIMED_OUT,      TIMED_OUT,      TIMED_OUT
            CUT,                           UNREACHABLE,    UNREACHABLE,    UNREACHABLE,    UNREACHABLE,    UNREACHABLE,                 UNREACHABLE,    UNREACHABLE,    UNREACHABLE
            CLOSED,                        UNREACHABLE,    UNREACHABLE,    UNREACHABLE,    UNREACHABLE,    UNREACHABLE,                 UNREACHABLE,    UNREACHABLE,    UNREACHABLE
            UNAUTHORIZED,                  UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED,                UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED
            FORBIDDEN,                     UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED,                UNAUTHORIZED,   UNAUTHORIZED,   UNAUTHORIZED
            NOT_FOUND,                     REJECTED,       REJECTED,       REJECTED,       REJECTED,       NOT_COVERED,                 REJECTED,       REJECTED,       REJECTED
            TOO_MANY_REQUESTS,             RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED,                RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED
            TOO_MANY_REQUESTS_RETRY_AFTER, RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED,                RATE_LIMITED,   RATE_LIMITED,   RATE_LIMITED
            SERVER_ERROR,                  PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR,              PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR
            UNAVAILABLE,                   PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR,              PROVIDER_ERROR, PROVIDER_ERROR, PROVIDER_ERROR
            HTML,                          MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,                   MALFORMED,      MALFORMED,      MALFORMED
            EMPTY,                         MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,                   MALFORMED,      MALFORMED,      MALFORMED
            TRUNCATED_JSON,                MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,                   MALFORMED,      MALFORMED,      MALFORMED
            WRONG_TYPES,                   MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,                   MALFORMED,      MALFORMED,      MALFORMED
            NULLS_IN_ARRAYS,               current,        MALFORMED,      MALFORMED,      current+alerts, MALFORMED,                   current,        MALFORMED,      current
            HUGE,                          MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,                   MALFORMED,      MALFORMED,      MALFORMED
            GZIP_BOMB,                     MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,                   MALFORMED,      MALFORMED,      MALFORMED
            REDIRECT,                      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,      MALFORMED,                   MALFORMED,      MALFORMED,      MALFORMED
            FROZEN,                        current+run,    run+no alerts,  run+no alerts,  run+no alerts,  current+run,                 MALFORMED,      NOT_COVERED,    NOT_COVERED
            SKEWED_AHEAD,                  current+run,    run+alerts,     run+alerts,     run+alerts,     current+run,                 MALFORMED,      NOT_COVERED,    NOT_COVERED
            SKEWED_BEHIND,                 current+run,    current+run+alerts, run+alerts, run+alerts,     current+run,                 MALFORMED,      current,        current
            """;

    @TempDir
    private Path folder;

    private final StubProvider stub = StubProvider.start();

    @AfterEach
    void stop() {
        stub.close();
    }

    /** NWS and its stations twice: with the fault in all that it says, and in all but the cell of the place and its stations. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
    void comesToWhatThisTableSays(ArgumentsAccessor row) throws IOException {
        Fault fault = Fault.valueOf(row.getString(0));
        List<String> sources = List.of(
                "open-meteo",
                "met-norway",
                "nws",
                "nws but cell",
                "openweather",
                "metar",
                "nws-stations",
                "nws-stations but cell");
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            SourceReply reply = ask(source, fault);
            assertThat(outcome(reply)).as(source).isEqualTo(row.getString(i + 1));
            if (reply instanceof SourceReply.Failed(SourceReply.Reason reason, String detail, var retryAfter)) {
                boolean wait = fault == Fault.TOO_MANY_REQUESTS_RETRY_AFTER;
                boolean silent = reason == SourceReply.Reason.NOT_COVERED && source.startsWith("nws-stations");
                assertThat(retryAfter.map(Duration::toMinutes))
                        .isEqualTo(wait ? Optional.of(2L) : silent ? Optional.of(60L) : Optional.empty());
                assertThat(detail).doesNotContain("Exception", "<", "{").endsWith(".");
            }
        }
        assertThat(stub.elsewhere().calls()).isZero();
        assertThat(stub.bytesSent()).isLessThan(stub.calls() * MOST_READ);
    }

    @Test
    void hasEveryFaultInItsTable() {
        assertThat(TABLE.lines().skip(1).map(row -> row.substring(0, row.indexOf(','))))
                .containsExactly(Stream.of(Fault.values()).map(Fault::name).toArray(String[]::new));
    }

    @Test
    void tellsEveryGoodAnswerAsGood() throws IOException {
        for (String source : List.of("met-norway", "nws")) {
            assertThat(outcome(ask(source, good -> good))).isEqualTo("current+run+alerts");
        }
        for (String source : List.of("open-meteo", "openweather")) {
            assertThat(outcome(ask(source, good -> good))).isEqualTo("current+run");
        }
        for (String source : List.of("metar", "nws-stations")) {
            assertThat(outcome(ask(source, good -> good))).isEqualTo("current");
        }
    }

    private SourceReply ask(String source, Fault fault) throws IOException {
        return ask(source, fault::applyTo, fault.lasts() ? Replies.impatient(400) : Replies.HTTP);
    }

    private SourceReply ask(String source, UnaryOperator<StubAnswer> change) throws IOException {
        return ask(source, change, Replies.HTTP);
    }

    private SourceReply ask(String source, UnaryOperator<StubAnswer> change, HttpSettings settings) throws IOException {
        String id = source.replace(" but cell", "");
        GoodAnswers.of(id, NOW).forEach((path, good) -> {
            boolean kept = source.endsWith(" but cell") && path.matches("/points/.*|.*/stations");
            stub.answer(path, kept ? good : change.apply(good));
        });
        int before = stub.calls();
        CountingMeter meter = CountingMeter.open();
        SourceReply reply;
        try (CapturedLog log = CapturedLog.start();
                ProviderSources sources = new ProviderSources(settings, Replies.CLOCK)) {
            reply = source(sources, id).ask(place(id), meter);
            assertThat(reply.toString() + log.text()).doesNotContain(TOKEN);
        }
        assertThat(meter.asked()).as(source).hasSize(stub.calls() - before);
        awaitEndOfThreads();
        return reply;
    }

    /** Waits until no thread is left of a client or a source, virtual ones too; if one stays, the time limit says so. */
    private void awaitEndOfThreads() throws IOException {
        var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        Path dump = folder.resolve("threads.json");
        String threads;
        do {
            Files.deleteIfExists(dump);
            machine.dumpThreads(dump.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
            threads = Files.readString(dump);
            assertThat(threads).contains("\"main\"");
        } while (LEFT.matcher(threads).find());
    }

    private WeatherSource source(ProviderSources sources, String id) {
        BaseUrl url = BaseUrl.of(stub.baseUrl());
        Duration refresh = Duration.ofMinutes(10);
        return switch (id) {
            case "open-meteo" -> sources.openMeteo(new OpenMeteoSettings(url, 2, refresh));
            case "met-norway" -> sources.metNorway(new MetNorwaySettings(url, refresh));
            case "nws" -> sources.nws(new NwsSettings(url, refresh));
            case "nws-stations" -> sources.nwsStations(new NwsSettings(url, refresh));
            case "metar" -> sources.metar(new MetarSettings(url, refresh));
            case "openweather" -> sources.openWeather(new OpenWeatherSettings(url, Secret.of(TOKEN), false, refresh));
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static Place place(String id) {
        return id.equals("met-norway") ? TestPlaces.OSLO : TestPlaces.NEW_YORK;
    }

    private static String outcome(SourceReply reply) {
        return switch (reply) {
            case SourceReply.Failed failed -> failed.reason().name();
            case SourceReply.Answered(List<SourceReport> reports, var due) -> said(reports.getFirst());
        };
    }

    private static String said(SourceReport report) {
        return Stream.of(
                        report.current().map(now -> "current"),
                        report.run().map(made -> "run"),
                        report.alerts().map(all -> all.isEmpty() ? "no alerts" : "alerts"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("+"));
    }
}
