package dev.vane.adapters.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A provider on a free port of the loopback interface, for tests: answers each path with what it was told, and remembers
 * every request. A path that it was not told of gets 404 with an empty body. Safe for use by several threads.
 *
 * {@snippet :
 * try (StubProvider stub = StubProvider.start()) {
 *     stub.answer("/v1/forecast", StubAnswer.json("{…}"));
 *     …                                     // let the source call stub.baseUrl()
 *     stub.calls("/v1/forecast");           // 1
 * }
 * }
 */
public final class StubProvider implements AutoCloseable {

    /**
     * A request that came in.
     *
     * @param uri its path and query
     * @param headers its first header of each name, names in lower case
     */
    public record Request(URI uri, Map<String, String> headers) {}

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Queue<StubAnswer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong bytesSent = new AtomicLong();
    private Optional<StubProvider> elsewhere = Optional.empty();

    private StubProvider(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port. */
    public static StubProvider start() {
        try {
            StubProvider stub = new StubProvider(HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0));
            stub.server.createContext("/", stub::handle);
            stub.server.setExecutor(stub.workers);
            stub.server.start();
            return stub;
        } catch (IOException noPort) {
            throw new UncheckedIOException("no free port on 127.0.0.1", noPort);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:40123}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sets or replaces the answer of a path. */
    public StubProvider answer(String path, StubAnswer answer) {
        return answerInTurn(path, answer);
    }

    /** Sets or replaces the answers of a path: one after the other, and the last one for ever. */
    public StubProvider answerInTurn(String path, StubAnswer... inTurn) {
        answers.put(path, new ConcurrentLinkedQueue<>(List.of(inTurn)));
        return this;
    }

    private StubAnswer next(String path) {
        Queue<StubAnswer> left = answers.getOrDefault(path, new ConcurrentLinkedQueue<>());
        synchronized (left) {
            return Optional.ofNullable(left.size() > 1 ? left.poll() : left.peek())
                    .orElse(StubAnswer.status(404));
        }
    }

    /** How many requests a path has had, answered or not. */
    public int calls(String path) {
        return (int) requests.stream()
                .filter(request -> request.uri().getPath().equals(path))
                .count();
    }

    /** How many requests there were in all. */
    public int calls() {
        return requests.size();
    }

    /** All requests in the order of their arrival. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** How many bytes of bodies that were sent whole went out, as far as the callers took them. */
    public long bytesSent() {
        return bytesSent.get();
    }

    /** Another provider, for redirects to lead to; nobody should ever call it. Closed together with this one. */
    public synchronized StubProvider elsewhere() {
        if (elsewhere.isEmpty()) {
            elsewhere = Optional.of(start());
        }
        return elsewhere.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        requests.add(new Request(exchange.getRequestURI(), Map.copyOf(headers)));
        StubAnswer answer = next(exchange.getRequestURI().getPath());
        try (exchange) {
            waitFor(answer.delay().toMillis());
            if (answer.manner() != StubAnswer.Manner.CLOSED) { // else the end of this block closes it
                answer.headers()
                        .forEach((name, value) -> exchange.getResponseHeaders().set(name, located(value)));
                send(exchange, answer);
            }
        }
    }

    private void send(HttpExchange exchange, StubAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes();
        if (answer.body().length() == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length());
        OutputStream out = exchange.getResponseBody();
        switch (answer.manner()) {
            case WHOLE -> repeat(out, body, answer.body().times());
            case CUT -> cut(out, body);
            case DRIPPING -> drip(out, body);
            case CLOSED -> throw new IllegalStateException("a closed connection has no body");
        }
    }

    private void repeat(OutputStream out, byte[] body, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(body);
            bytesSent.addAndGet(body.length);
        }
    }

    private String located(String header) {
        return header.contains(StubAnswer.ELSEWHERE)
                ? header.replace(StubAnswer.ELSEWHERE, elsewhere().baseUrl())
                : header;
    }

    /** Flushes what it writes, the head too: else the server would keep it back and only close. */
    private static void cut(OutputStream out, byte[] body) throws IOException {
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    /** One byte every 20 ms, until the stub is closed or the caller has left. */
    private void drip(OutputStream out, byte[] body) throws IOException {
        for (byte drop : body) {
            out.write(drop);
            out.flush();
            if (waitFor(20)) {
                return;
            }
        }
    }

    private boolean waitFor(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops at once, whatever is under way. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.close();
        synchronized (this) {
            elsewhere.ifPresent(StubProvider::close);
        }
    }
}
