package dev.vane.bootstrap.command;

import dev.vane.adapters.rest.storage.BearerToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a service that runs for a backup. The messages of its failures are of one line and show no token. */
final class ServiceBackup {

    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration COPYING = Duration.ofMinutes(30);
    private static final int MOST_OF_A_REFUSAL = 8192;
    private static final int MOST_CHARACTERS = 200;

    private final URI service;
    private final Optional<BearerToken> token;

    /**
     * Asks a service.
     *
     * @param service where its operations port is
     * @param token what opens the backup to other machines
     */
    ServiceBackup(URI service, Optional<BearerToken> token) {
        this.service = service;
        this.token = token;
    }

    /** Nothing listens there. */
    static final class NobodyThereException extends IOException {
        private static final long serialVersionUID = 1;

        private NobodyThereException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Writes the backup into a file, in place of one that is there. It is on no disk yet, and not checked.
     *
     * @throws NobodyThereException if nothing listens there
     * @throws IOException if the service refuses or the answer breaks off; the file is then not whole
     */
    void writeTo(Path file) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/backup"))
                .timeout(COPYING)
                .POST(HttpRequest.BodyPublishers.noBody());
        token.ifPresent(known -> request.header("Authorization", known.authorization()));
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build()) {
            HttpResponse<String> answer = ask(client, request.build(), file);
            if (answer.statusCode() != 200) {
                throw new IOException(
                        service + " answered with status " + answer.statusCode() + firstLine(answer.body()));
            }
        }
    }

    /** A limit for the whole of it: that of the request ends with the headers, and a peer that is gone says nothing. */
    private HttpResponse<String> ask(HttpClient client, HttpRequest request, Path file)
            throws IOException, InterruptedException {
        try {
            return client.sendAsync(request, head -> body(head, file)).get(COPYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw said(e.getCause());
        } catch (TimeoutException e) {
            client.shutdownNow();
            throw new IOException(service + " did not send all of it within " + COPYING.toMinutes() + " min", e);
        }
    }

    private static BodySubscriber<String> body(HttpResponse.ResponseInfo head, Path file) {
        return head.statusCode() == 200
                ? BodySubscribers.mapping(
                        BodySubscribers.ofFile(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE),
                        Path::toString)
                : BodySubscribers.limiting(BodySubscribers.ofString(StandardCharsets.UTF_8), MOST_OF_A_REFUSAL);
    }

    private IOException said(Throwable failure) {
        return switch (failure) {
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException ->
                new IOException("the host of " + service + " is not known", e);
            case ConnectException e -> new NobodyThereException("nothing listens at " + service, e);
            case HttpTimeoutException e -> new IOException(service + " does not answer", e);
            case UncheckedIOException e -> new IOException(broken(e), e);
            default -> new IOException(broken(failure), failure);
        };
    }

    private String broken(Throwable failure) {
        return "the answer of " + service + " broke off: "
                + Optional.ofNullable(failure.getMessage())
                        .orElse(failure.getClass().getSimpleName());
    }

    /** The reason that a service gives, without what a terminal would obey. */
    private static String firstLine(String body) {
        String line = body.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(MOST_CHARACTERS, line.length()));
    }
}
