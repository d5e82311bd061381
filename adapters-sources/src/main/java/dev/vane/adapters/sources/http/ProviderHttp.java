package dev.vane.adapters.sources.http;

import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply.Failed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Calls providers over HTTP/1.1. One for the whole process; safe for use by several threads.
 *
 * <p>The JDK bounds the time up to an answer's headers only; here the whole exchange is a future that is waited for no
 * longer than the total limit and then cancelled, which closes its connection, so that a body that drips for ever costs no
 * more than one that never begins. Sizes are bounded on the wire and again after decompression. Redirects are not
 * followed: they would carry a token to another host. Proxies are the JVM's. No exception's message is passed on, because
 * some hold the address of the call, and with it a token.
 *
 * <p>A call whose connection broke before an answer began, or that a gateway could not pass on, is made once more within the
 * same limits ({@link SecondAttempt}). By itself the JDK would repeat such calls too, at once and without asking the meter;
 * the two documented properties that forbid it count for the whole process, in which nobody else uses its client.
 */
public final class ProviderHttp implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    static {
        // see "java.net.http" in the JDK's documentation; read with the first call that the process makes
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    }

    private final HttpSettings settings;
    private final Clock clock;
    private final HttpClient client;
    private final SecondAttempt secondAttempt;
    private volatile boolean closed;

    /** Makes a client; nothing is called yet. */
    public ProviderHttp(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
        secondAttempt = new SecondAttempt(settings.totalTimeout(), this::attempt);
    }

    /** How it calls. */
    public HttpSettings settings() {
        return settings;
    }

    /** The only way to call: for one ask, each call of which counts once. */
    public MeteredHttp metered(CallMeter meter) {
        return metered(meter, 1);
    }

    /**
     * The only way to call, for one ask.
     *
     * @param weight how many calls each call counts for, at least 1
     */
    public MeteredHttp metered(CallMeter meter, int weight) {
        return new MeteredHttp(secondAttempt, meter, weight);
    }

    /** Makes a call that there is leave for, and no second one. Blocks for at most the time that is left. */
    private Attempt attempt(URI resource, Map<String, String> headers, Duration left) {
        AtomicBoolean headSeen = new AtomicBoolean();
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request(resource, headers, left), head -> {
            headSeen.set(true);
            return new LimitedBody(settings.maximumBytes());
        });
        try {
            HttpResponse<byte[]> response = exchange.get(left.toNanos(), TimeUnit.NANOSECONDS);
            return Attempt.answered(new HttpExchange(
                    answer(response), OptionalInt.of(response.statusCode()), firstOfEach(response.headers())));
        } catch (ExecutionException failed) {
            Throwable cause = Failures.cause(failed);
            Failed failure = Failures.of(cause, resource.getHost(), settings);
            return closed ? Attempt.over(failure) : Attempt.broken(failure, headSeen.get(), cause);
        } catch (TimeoutException late) {
            return Attempt.over(Failures.late(resource.getHost(), settings));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Attempt.over(Failures.interrupted(resource.getHost()));
        } finally {
            exchange.cancel(true);
        }
    }

    private static Map<String, String> firstOfEach(HttpHeaders headers) {
        Map<String, String> first = new HashMap<>();
        headers.map().forEach((name, values) -> first.put(name, values.getFirst()));
        return first;
    }

    private HttpRequest request(URI resource, Map<String, String> headers, Duration limit) {
        HttpRequest.Builder request = HttpRequest.newBuilder(resource)
                .timeout(limit)
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .GET();
        headers.forEach(request::setHeader);
        return request.build();
    }

    private HttpAnswer answer(HttpResponse<byte[]> response) {
        HttpHeaders headers = response.headers();
        String encoding = headers.firstValue("Content-Encoding").orElse("");
        if (response.statusCode() >= 300) {
            String text = BodyText.lenient(response.body(), encoding, settings.maximumBytes());
            return new Refused(response.statusCode(), text, retryAfter(headers));
        }
        try {
            return new Content(BodyText.strict(response.body(), encoding, settings.maximumBytes()));
        } catch (IOException unreadable) {
            return new Broken(Failures.unreadable(unreadable));
        }
    }

    private Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, clock.instant()));
    }

    /** Ends the calls that are under way within two seconds, and every later one at once. */
    @Override
    public void close() {
        closed = true;
        client.shutdown();
        try {
            if (!client.awaitTermination(CLOSING)) {
                client.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
