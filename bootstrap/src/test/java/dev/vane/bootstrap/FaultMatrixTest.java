package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.Fault;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.domain.place.Coordinates;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of every provider with no data yet, fresh data and stale data, through the whole program: whoever reads gets
 * what is known, health checks answer at once, {@code /api/v1/sources} says how it is, and no thread stays behind.
 *
 * <p>Each provider has a service of its own, asked about a new point in each case.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultMatrixTest {

    private static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");
    private static final String TOKEN = "f00dfeedf00dfeedf00dfeedf00dfeed";
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z-]+)\"");

    /** What is known of the place before the provider fails. */
    enum Data {
        NONE,
        FRESH,
        STALE
    }

    private final Map<ProviderDocuments, House> houses = new EnumMap<>(ProviderDocuments.class);

    private final CapturedLogs log = new CapturedLogs();
    private final Map<Fault, Map<Data, Map<ProviderDocuments, String>>> table = new EnumMap<>(Fault.class);

    /** One provider, and a service that knows no other. */
    private static final class House implements AutoCloseable {
        private final ProviderDocuments provider;
        private final StubProvider stub = StubProvider.start();
        private final RunningVane vane;
        private Instant now = NOW;
        private int points;

        private House(ProviderDocuments provider, Path directory) {
            this.provider = provider;
            Map<String, String> settings = new HashMap<>(Map.of(
                    "VANE_SOURCES_OPEN_METEO_ENABLED", "false",
                    "VANE_SOURCES_OPEN_METEO_MODELS_ENABLED", "false",
                    "VANE_SOURCES_MET_NORWAY_ENABLED", "false",
                    "VANE_SOURCES_OPENWEATHER_ENABLED", "false",
                    "VANE_SOURCES_OPENWEATHER_TOKEN", TOKEN,
                    "VANE_HTTP_CLIENT_CONTACT", "https://home.example.org/contact",
                    "VANE_HTTP_CLIENT_TOTAL_TIMEOUT", "1500ms",
                    "VANE_REFRESH_FIRST_ANSWER_LIMIT", "10s",
                    "VANE_REFRESH_FAILURES_TO_PAUSE", "1000"));
            settings.put(key() + "ENABLED", "true");
            settings.put(key() + "BASE_URL", stub.baseUrl());
            vane = RunningVane.start(directory.resolve(provider.source()), NOW, settings);
        }

        private String key() {
            return "VANE_SOURCES_" + provider.source().toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        }

        private void pass(Duration time) {
            now = now.plus(time);
            vane.advance(time);
        }

        /** A point that nobody asked for before. */
        private Coordinates newPoint() {
            points++;
            return new Coordinates(35 + points / 100.0, -100);
        }

        private void isWell(Coordinates point) {
            provider.sayAt(now, stub);
            provider.know(point, stub);
        }

        private void has(Fault fault, Coordinates point) {
            provider.answers(now).forEach((path, good) -> stub.answer(path, fault.applyTo(good)));
            provider.answers(point).forEach((path, good) -> stub.answer(path, fault.applyTo(good)));
        }

        private HttpResponse<String> read(Coordinates point) {
            return vane.get("/api/v1/weather?lat=" + point.latitude() + "&lon=" + point.longitude());
        }

        @Override
        public void close() {
            vane.close();
            stub.close();
        }
    }

    @BeforeAll
    void open(@TempDir Path directory) {
        Logger.getLogger("").addHandler(log);
        for (ProviderDocuments provider : ProviderDocuments.values()) {
            houses.put(provider, new House(provider, directory));
        }
    }

    @AfterAll
    void close() {
        houses.values().forEach(House::close);
        Logger.getLogger("").removeHandler(log);
        System.out.println(
                "status and state: no data yet | fresh | stale, of " + List.of(ProviderDocuments.values()) + "\n");
        table.forEach((fault, outcomes) -> System.out.println(
                fault + ": " + outcomes.values().stream().map(Map::values).toList()));
        assertThat(Threads.ofVane()).as("threads that stayed behind").isEmpty();
        assertThat(log.text()).contains("part of the answer").doesNotContain(TOKEN);
    }

    static Stream<Arguments> cases() {
        return Stream.of(ProviderDocuments.values())
                .flatMap(provider -> Stream.of(Fault.values())
                        .flatMap(fault -> Stream.of(Data.values()).map(data -> Arguments.of(provider, fault, data))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cases")
    void noFailureOfAProviderIsSeenAsAnythingButAnAge(ProviderDocuments provider, Fault fault, Data data)
            throws Exception {
        House house = houses.get(provider);
        recover(house);
        Set<String> threads = Threads.ofVane();
        Coordinates point = house.newPoint();
        Instant asked = house.now;
        if (data != Data.NONE) {
            house.isWell(point);
            assertThat(house.read(point).statusCode()).isEqualTo(200);
        }
        if (data == Data.STALE) {
            house.pass(Duration.ofMinutes(50));
        }
        house.has(fault, point);
        int calls = house.stub.calls();

        HttpResponse<String> answer = readWhileHealthIsChecked(house, point);

        switch (data) {
            case NONE -> checkFirst(fault, answer);
            case FRESH -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(house.stub.calls())
                        .as("calls while the data are fresh")
                        .isEqualTo(calls);
            }
            case STALE -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"fetchedAt\":\"" + asked + "\"");
                assertThat(staleAfter(answer)).as("staleAfter").isBefore(house.now);
                awaitCalls(house, calls + 1);
            }
        }
        assertThat(answer.body()).doesNotContain(TOKEN);
        Threads.awaitOnly(threads); // whatever was asked has landed
        String state = state(house);
        assertThat(state)
                .as("state in /api/v1/sources")
                .isEqualTo(data == Data.FRESH ? "answering" : stateAfter(provider, fault));
        table.computeIfAbsent(fault, it -> new EnumMap<>(Data.class))
                .computeIfAbsent(data, it -> new EnumMap<>(ProviderDocuments.class))
                .put(provider, answer.statusCode() + " " + state);
    }

    /** Lets the time pass that the provider may want to be left alone, and sees it answer again. */
    private static void recover(House house) {
        house.pass(Duration.ofMinutes(20));
        Coordinates point = house.newPoint();
        house.isWell(point);
        assertThat(house.read(point).statusCode())
                .as("the provider is well again")
                .isEqualTo(200);
    }

    private static HttpResponse<String> readWhileHealthIsChecked(House house, Coordinates point) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> reading = threads.submit(() -> house.read(point));
            for (String check : List.of("/health/live", "/health/ready", "/health/started")) {
                assertThat(house.vane.operations(check).statusCode()).as(check).isEqualTo(200);
            }
            return reading.get();
        }
    }

    private static Instant staleAfter(HttpResponse<String> answer) {
        Matcher found = Pattern.compile("\"staleAfter\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(found.find()).isTrue();
        return Instant.parse(found.group(1));
    }

    /** Where nothing is known: the weather, if the fault leaves any; else 503, with when to come again and why. */
    private static void checkFirst(Fault fault, HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            assertThat(fault).as("a fault that leaves weather").isIn(LEAVE_WEATHER);
            return;
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isPositive();
        Matcher problem = Pattern.compile("\"problem\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(problem.find()).as("a reason in " + answer.body()).isTrue();
        assertThat(problem.group(1)).endsWith(".").contains(" ").doesNotContain("Exception", "<");
    }

    private static final Set<Fault> LEAVE_WEATHER =
            Set.of(Fault.NULLS_IN_ARRAYS, Fault.FROZEN, Fault.SKEWED_AHEAD, Fault.SKEWED_BEHIND);

    /** What {@code /api/v1/sources} says after a call with a fault. */
    private static String stateAfter(ProviderDocuments provider, Fault fault) {
        return switch (fault) {
            case UNAUTHORIZED, FORBIDDEN, TOO_MANY_REQUESTS, TOO_MANY_REQUESTS_RETRY_AFTER -> "paused";
            case NOT_FOUND -> // OpenWeather means by it that it does not cover the place, which is no failure
                provider == ProviderDocuments.OPENWEATHER ? "answering" : "failing";
            case NULLS_IN_ARRAYS -> // arrays hold values, of which some are left, or all that there is
                provider == ProviderDocuments.OPEN_METEO || provider == ProviderDocuments.NWS ? "answering" : "failing";
            case FROZEN, SKEWED_AHEAD, SKEWED_BEHIND -> "answering";
            default -> "failing";
        };
    }

    private static void awaitCalls(House house, int calls) throws InterruptedException {
        for (int i = 0; i < 3000 && house.stub.calls() < calls; i++) {
            Thread.sleep(10);
        }
        assertThat(house.stub.calls()).as("calls with stale data").isGreaterThanOrEqualTo(calls);
    }

    private static String state(House house) {
        Matcher found = STATE.matcher(house.vane.get("/api/v1/sources").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** The threads that run code of Vane, virtual ones included. */
    private static final class Threads {

        private static Set<String> ofVane() {
            return new TreeSet<>(ThreadDump.threadsWith("dev.vane.a"));
        }

        private static void awaitOnly(Set<String> before) throws InterruptedException {
            Set<String> now = ofVane();
            for (int i = 0; i < 300 && !before.containsAll(now); i++) {
                Thread.sleep(10);
                now = ofVane();
            }
            assertThat(before).as("threads that were there before").containsAll(now);
        }
    }
}
