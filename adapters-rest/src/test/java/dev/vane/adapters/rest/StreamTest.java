package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.rest.EventStream.Event;
import dev.vane.adapters.rest.ServerSettings.Streaming;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.WeatherOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as they are sent and resumed, and what subscribers may cost. */
@Timeout(60)
class StreamTest {

    private static final String PORTLAND = "/api/v1/stream?place=5746545";
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private RunningVane vane = RunningVane.start(new Streaming(10, LONG, LONG));

    @AfterEach
    void stop() {
        vane.close();
    }

    private void restart(Streaming streaming) {
        vane.close();
        vane = RunningVane.start(streaming);
    }

    private void serve(PlaceWeather weather) {
        vane.weather = RunningVane.served(new WeatherOutcome.Served(weather));
    }

    private void change(PlaceWeather weather) {
        serve(weather);
        vane.follows.change();
    }

    private static PlaceWeather later(int minutes) {
        return Samples.weather(Samples.NOW.plus(Duration.ofMinutes(minutes)));
    }

    private static PlaceWeather warned() {
        Optional<Instant> end = Optional.of(Samples.NOW.plus(Duration.ofDays(1)));
        return Samples.weather(Samples.NOW)
                .withAlerts(List.of(new IssuedAlert(Samples.SOURCE.id(), Samples.alert(end))));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void beginsWithWhatTheWeatherIsNow() {
        try (EventStream stream = EventStream.open(vane, PORTLAND + "&units=imperial&hours=3&lang=de")) {
            assertThat(stream.next().orElseThrow().retry()).isEqualTo(3000);
            Event event = stream.next().orElseThrow();
            assertThat(event.name()).isEqualTo("weather");
            assertThat(event.id()).isPresent();
            assertThat(event.data())
                    .isEqualTo(vane.get("/api/v1/weather?place=5746545&units=imperial&hours=3&lang=de")
                            .body());
        }
    }

    @Test
    void isSentAsItIsAndNotKept() {
        try (EventStream stream = EventStream.open(vane, PORTLAND, "Accept-Encoding: gzip, br", "Accept: text/*")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).contains("text/event-stream");
            assertThat(stream.header("Transfer-Encoding")).contains("chunked");
            assertThat(stream.header("Cache-Control")).contains("no-store");
            assertThat(stream.header("X-Accel-Buffering")).contains("no");
            assertThat(stream.header("Vary")).contains("Accept, Accept-Language");
            assertThat(stream.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(stream.header("Content-Encoding")).isEmpty();
            assertThat(stream.header("Content-Length")).isEmpty();
            assertThat(stream.header("ETag")).isEmpty();
            stream.next("weather");
        }
    }

    @Test
    void tellsOfEachChangeAndOfNothingElse() {
        try (EventStream stream = EventStream.open(vane, PORTLAND + "&include=current")) {
            String before = stream.next("weather").data();
            vane.follows.change();
            change(Samples.weather(Samples.NOW));
            change(later(5));
            Event event = stream.next().orElseThrow();
            assertThat(event.name()).isEqualTo("weather");
            assertThat(event.data())
                    .isNotEqualTo(before)
                    .isEqualTo(vane.get("/api/v1/weather?place=5746545&include=current")
                            .body());
        }
    }

    @Test
    void tellsWhenAnHourBeginsThoughNoSourceSaidAnything() {
        restart(new Streaming(10, SHORT, LONG));
        try (EventStream stream = EventStream.open(vane, PORTLAND)) {
            String before = stream.next("weather").data();
            vane.now = Samples.NOW.plus(Duration.ofHours(1));
            assertThat(stream.next("weather").data()).isNotEqualTo(before);
        }
    }

    @Test
    void tellsWhenAWarningComesAndWhenItEnds() {
        try (EventStream stream = EventStream.open(vane, PORTLAND)) {
            stream.next("weather");
            change(warned());
            Event warned = stream.next("alert");
            assertThat(warned.data()).contains("\"place\":\"5746545\"", "\"alerts\":[{\"id\":", "\"severity\":");
            change(later(7));
            assertThat(stream.next("alert").data()).isEqualTo("{\"place\":\"5746545\",\"alerts\":[]}");
        }
    }

    @Test
    void goesOnWhereTheClientWas() {
        restart(new Streaming(10, SHORT, LONG));
        serve(warned());
        Event weather;
        Event alert;
        try (EventStream stream = EventStream.open(vane, PORTLAND)) {
            weather = stream.next("weather");
            alert = stream.next("alert");
        }
        try (EventStream again = EventStream.open(vane, PORTLAND, "Last-Event-ID: " + id(alert))) {
            again.next();
            assertThat(again.next().orElseThrow().name())
                    .as("it has missed nothing")
                    .isEqualTo("heartbeat");
            change(later(5));
            assertThat(again.next("weather").data()).isNotEqualTo(weather.data());
        }
        serve(warned());
        try (EventStream halfway = EventStream.open(vane, PORTLAND, "Last-Event-ID: " + id(weather))) {
            halfway.next();
            assertThat(halfway.next()).as("it has missed the warning").contains(alert);
        }
        serve(later(5));
        try (EventStream late = EventStream.open(vane, PORTLAND, "Last-Event-ID: " + id(alert))) {
            late.next();
            assertThat(late.next().orElseThrow().name()).isEqualTo("weather");
            assertThat(late.next("alert").data()).endsWith("\"alerts\":[]}");
        }
    }

    private static String id(Event event) {
        return event.id().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1", "~", "a.b.c", "x.y~x.y", "'..~~\"{}'"})
    void startsAnewForAnIdThatIsNotItsOwn(String id) {
        try (EventStream stream = EventStream.open(vane, PORTLAND, "Last-Event-ID: " + id)) {
            stream.next();
            assertThat(stream.next().orElseThrow().name()).isEqualTo("weather");
        }
    }

    @Test
    void resumesInAnotherProcess() {
        Event event;
        try (EventStream stream = EventStream.open(vane, PORTLAND)) {
            event = stream.next("weather");
        }
        restart(new Streaming(10, SHORT, LONG));
        try (EventStream again = EventStream.open(vane, PORTLAND, "Last-Event-ID: " + id(event))) {
            again.next();
            assertThat(again.next().orElseThrow().name()).isEqualTo("heartbeat");
        }
    }

    private void serveBothPortlands(PlaceWeather first) {
        PlaceWeather second = new PlaceWeather(
                Samples.OTHER_PORTLAND,
                Samples.NOW,
                first.current(),
                first.forecast(),
                Samples.weather(Samples.NOW).sources());
        vane.weather = target -> new WeatherOutcome.Served(
                target instanceof ReadWeather.ById(var id) && id.equals(Samples.OTHER_PORTLAND.id()) ? second : first);
    }

    @Test
    void followsSeveralPlacesWithOneId() {
        restart(new Streaming(10, SHORT, LONG));
        serveBothPortlands(Samples.weather(Samples.NOW));
        String target = PORTLAND + "&place=4975802&include=current";
        Event last;
        try (EventStream stream = EventStream.open(vane, target)) {
            assertThat(stream.next("weather").data()).contains("\"id\":\"5746545\"");
            last = stream.next("weather");
            assertThat(last.data()).contains("\"id\":\"4975802\"");
        }
        try (EventStream again = EventStream.open(vane, target, "Last-Event-ID: " + id(last))) {
            again.next();
            assertThat(again.next().orElseThrow().name()).isEqualTo("heartbeat");
            serveBothPortlands(warned());
            vane.follows.change();
            assertThat(again.next("alert").data()).contains("\"place\":\"5746545\"");
        }
    }

    @Test
    void followsAPointOfTheMap() {
        try (EventStream stream = EventStream.open(vane, "/api/v1/stream?lat=45.5&lon=-122.7")) {
            assertThat(stream.next("weather").data()).contains("Portland");
        }
    }

    @Test
    void showsByHeartbeatsThatItStands() {
        restart(new Streaming(10, SHORT, LONG));
        try (EventStream stream = EventStream.open(vane, PORTLAND)) {
            for (int i = 0; i < 3; i++) {
                Event event = stream.next("heartbeat");
                assertThat(event.id()).as("it leaves the last id as it is").isEmpty();
                assertThat(event.data()).isEqualTo("{}");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/stream, 400, 'place'",
        "/api/v1/stream?place=5746545&lat=1&lon=2, 400, 'place'",
        "/api/v1/stream?lat=1, 400, 'lon'",
        "/api/v1/stream?place=5746545&place=5746545, 400, 'more than once'",
        "/api/v1/stream?place=1&place=2&place=3&place=4&place=5&place=6, 400, 'more than 5'",
        "/api/v1/stream?place=here, 400, 'place'",
        "/api/v1/stream?place=5746545&units=odd, 400, 'units'",
        "/api/v1/stream?place=5746545&hours=1&hours=2, 400, 'more than once'",
        "/api/v1/stream?place=5746545&odd=1, 400, 'odd'",
        "/api/v1/stream?place=4975802, 404, 'unknown-place'",
    })
    void refusesWhatItCannotFollow(String target, int status, String saying) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains(saying);
        assertThat(vane.follows.number()).isZero();
    }

    @Test
    void saysWhenNothingIsKnownOfThePlace() {
        vane.weather = RunningVane.served(WeatherOutcomes.none());
        HttpResponse<String> response = vane.get(PORTLAND);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void knowsTheOtherMethods() {
        HttpResponse<String> head = vane.send("HEAD", PORTLAND);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(head.headers().firstValue("Content-Length")).isEmpty();
        await(() -> vane.follows.number() == 0);
        assertThat(vane.send("OPTIONS", PORTLAND).headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(vane.send("POST", PORTLAND).statusCode()).isEqualTo(405);
        assertThat(vane.get(PORTLAND, "Accept", "application/json").statusCode())
                .isEqualTo(406);
        assertThat(vane.follows.number()).isZero();
    }

    @Test
    void takesNoMoreSubscribersThanItMayUntilOneLeaves() {
        restart(new Streaming(2, SHORT, LONG));
        try (EventStream first = EventStream.open(vane, PORTLAND)) {
            try (EventStream second = EventStream.open(vane, PORTLAND)) {
                second.next("weather");
                first.next("weather");
                HttpResponse<String> third = vane.get(PORTLAND);
                assertThat(third.statusCode()).isEqualTo(429);
                assertThat(third.headers().firstValue("Retry-After")).contains("60");
                assertThat(third.body()).contains("/problems/too-many-streams", "2 streams");
            }
            await(() -> vane.follows.number() == 1);
            await(() -> vane.send("HEAD", PORTLAND).statusCode() == 200);
            assertThat(vane.operations("/metrics").body()).contains("vane_stream_subscribers");
        }
    }

    @Test
    void takesNoMorePlacesThanMayBeFollowed() {
        vane.follows.limit = 1;
        serveBothPortlands(Samples.weather(Samples.NOW));
        HttpResponse<String> response = vane.get(PORTLAND + "&place=4975802");
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("/problems/too-many-followed");
        assertThat(vane.follows.number()).as("the first of them").isZero();
    }

    @Test
    void isCountedWhenItBegins() {
        try (EventStream stream = EventStream.open(vane, PORTLAND)) {
            stream.next("weather");
            assertThat(vane.operations("/metrics").body().lines())
                    .anyMatch(line -> line.contains("_count") && line.contains("/api/v1/stream"));
        }
    }

    @Test
    void dropsWhoDoesNotRead() throws IOException {
        restart(new Streaming(10, LONG, Duration.ofMillis(300)));
        try (Socket stalled = new Socket();
                EventStream reader = EventStream.open(vane, PORTLAND)) {
            stalled.setReceiveBufferSize(4096);
            stalled.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), vane.server.port()));
            stalled.getOutputStream()
                    .write(("GET " + PORTLAND + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            await(() -> vane.follows.number() == 2);
            int sent = 0;
            for (int i = 1; vane.follows.number() == 2; i++) {
                change(later(i));
                sent += reader.next("weather").data().length();
            }
            assertThat(sent).as("what it took to see it, in bytes").isLessThan(4 << 20);
            assertThat(vane.operations("/metrics").body().lines())
                    .anyMatch(line -> line.startsWith("vane_stream_dropped_total") && !line.endsWith(" 0.0"));
            change(later(-5));
            reader.next("weather");
        }
    }

    @Test
    void endsWithAHintWhenTheServerStops() throws Exception {
        List<EventStream> streams = List.of(
                EventStream.open(vane, PORTLAND), EventStream.open(vane, PORTLAND), EventStream.open(vane, PORTLAND));
        streams.forEach(stream -> stream.next("weather"));
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(vane.server::stop);
        for (EventStream stream : streams) {
            assertThat(stream.next().orElseThrow().retry()).isBetween(5000, 9999);
            assertThat(stream.next()).as("after the last chunk").isEmpty();
            assertThat(stream.isClosed()).isTrue();
            stream.close();
        }
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(vane.follows.number()).isZero();
    }
}
