package dev.vane.adapters.sources.http;

import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
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

/**
 * Calls providers over HTTP/1.1. One for the whole process; safe for use by several threads.
 *
 * <p>The JDK bounds the time up to an answer's headers only; here the whole exchange is a future that is waited for no
 * longer than the total limit and then cancelled, which closes its connection, so that a body that drips for ever costs no
 * more than one that never begins. Sizes are bounded on the wire and again after decompression. Redirects are not
 * followed: they would carry a token to another host. Proxies are the JVM's. No exception's message is passed on, because
 * some hold the address of the call, and with it a token.
 */
public final class ProviderHttp implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final HttpSettings settings;
    private final Clock clock;
    private final HttpClient client;

    /** Makes a client; nothing is called yet. */
    public ProviderHttp(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** How it calls. */
    public HttpSettings settings() {
        return settings;
    }

    /** Asks for a resource. Blocks for at most the total limit; an interrupt ends the wait and stays set. */
    public HttpAnswer get(URI resource) {
        return exchange(resource, Map.of()).answer();
    }

    /**
     * Asks for a resource with more headers, such as {@code If-Modified-Since}, and tells the headers of the answer.
     * Blocks like {@link #get}. A 304 is {@link Refused}.
     *
     * @throws IllegalArgumentException if what is given cannot stand in a header
     */
    public HttpExchange exchange(URI resource, Map<String, String> headers) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request(resource, headers), head -> new LimitedBody(settings.maximumBytes()));
        try {
            HttpResponse<byte[]> response = exchange.get(settings.totalTimeout().toNanos(), TimeUnit.NANOSECONDS);
            return new HttpExchange(
                    answer(response), OptionalInt.of(response.statusCode()), firstOfEach(response.headers()));
        } catch (ExecutionException failed) {
            return broken(Failures.of(failed.getCause(), resource.getHost(), settings));
        } catch (TimeoutException late) {
            return broken(Failures.late(resource.getHost(), settings));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return broken(Failures.interrupted(resource.getHost()));
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpExchange broken(Failed failure) {
        return new HttpExchange(new Broken(failure), OptionalInt.empty(), Map.of());
    }

    private static Map<String, String> firstOfEach(HttpHeaders headers) {
        Map<String, String> first = new HashMap<>();
        headers.map().forEach((name, values) -> first.put(name, values.getFirst()));
        return first;
    }

    private HttpRequest request(URI resource, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(resource)
                .timeout(settings.totalTimeout())
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
