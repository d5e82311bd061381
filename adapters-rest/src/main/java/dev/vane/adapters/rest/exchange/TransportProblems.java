package dev.vane.adapters.rest.exchange;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Answers requests that fail outside of routing: what is not HTTP, or larger than allowed. Helidon would answer them with
 * text, and some of them with 500.
 */
public final class TransportProblems implements DirectHandler {

    private static final System.Logger LOGGER = System.getLogger(TransportProblems.class.getName());
    private static final String MALFORMED = "This is not an HTTP/1.1 request that the service understands.";

    private final RequestObserver observer;

    private TransportProblems(RequestObserver observer) {
        this.observer = observer;
    }

    /** The handlers for every kind of failure. */
    public static DirectHandlers handlers(RequestObserver observer) {
        TransportProblems problems = new TransportProblems(observer);
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, problems);
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            Throwable thrown,
            System.Logger logger) {
        return answer(request, refusal(request, status, thrown), headers);
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType event, Status status, ServerResponseHeaders headers, String message) {
        return answer(request, byStatus(request, status, new IllegalStateException(message)), headers);
    }

    private TransportResponse answer(TransportRequest request, Refusal refusal, ServerResponseHeaders headers) {
        Reply reply = Reply.refused(refusal);
        reply.on(headers);
        headers.set(HeaderValues.CONNECTION_CLOSE);
        observer.answered("outside-of-routing", "other", reply.status().code(), Duration.ZERO);
        TransportResponse.Builder response = TransportResponse.builder()
                .status(reply.status())
                .headers(headers)
                .keepAlive(false);
        return request.method().equals("HEAD")
                ? response.build()
                : response.entity(reply.body()).build();
    }

    private static Refusal refusal(TransportRequest request, Status status, Throwable thrown) {
        return switch (thrown.getCause()) {
            case RefusedException refused -> refused.refusal();
            // Helidon says so by this exception alone
            case IllegalStateException tooLarge
            when thrown instanceof RequestException exception && exception.eventType() == EventType.BAD_REQUEST ->
                new Refusal.HeadersTooLarge();
            case null, default -> byStatus(request, status, thrown);
        };
    }

    private static Refusal byStatus(TransportRequest request, Status status, Throwable thrown) {
        return switch (status.code()) {
            case 404 -> new Refusal.UnknownRoute();
            case 405 -> new Refusal.MethodNotAllowed(Exchange.READING);
            case 406 -> new Refusal.NotAcceptable("another media type");
            case 413 -> new Refusal.BodyTooLarge();
            case 414 -> new Refusal.TargetTooLong();
            case 415 -> new Refusal.UnsupportedContent("The body of the request is not understood.");
            case 431 -> new Refusal.HeadersTooLarge();
            case 500, 503 -> internal(request, thrown);
            default -> new Refusal.MalformedRequest(MALFORMED);
        };
    }

    /** Before there is a path, a fault comes from parsing what is not HTTP; after that it is one of ours. */
    private static Refusal internal(TransportRequest request, Throwable thrown) {
        if (request.path().isEmpty()) {
            LOGGER.log(System.Logger.Level.DEBUG, "a request could not be parsed", thrown);
            return new Refusal.MalformedRequest(MALFORMED);
        }
        String id = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
        LOGGER.log(System.Logger.Level.WARNING, "request " + id + " met a fault outside of routing", thrown);
        return new Refusal.InternalFault(id);
    }
}
