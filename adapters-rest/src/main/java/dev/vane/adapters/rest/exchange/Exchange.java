package dev.vane.adapters.rest.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Handles requests for resources: methods, conditions, codings, refusals, metrics and the log, the same for all of them.
 * Safe for use by several threads.
 *
 * <p>What can go wrong: a resource refuses (its refusal is answered); it has a fault (it is logged with the request's id
 * and answered as 500, the only place that does so within routing); the client has left while the answer is written (that
 * leaves as Helidon's exception and ends the connection); content that is streamed fails after the answer has begun (it is
 * logged, and counted as 500, and the connection is closed without the chunk that would end the answer, so that nobody takes
 * it for a whole one). What fails before routing is {@link TransportProblems}'.
 */
public final class Exchange {

    /** The methods of what can only be read. */
    public static final String READING = "GET, HEAD, OPTIONS";

    /** The methods of what can be put and deleted. */
    public static final String WRITING = READING + ", PUT, DELETE";

    /** The header that says what the log knows a request by. */
    static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

    private static final System.Logger LOGGER = System.getLogger(Exchange.class.getName());
    private static final Set<String> KNOWN_METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH");

    private final RequestObserver observer;
    private final Duration slow;
    private final LongSupplier nanoTime;
    private final ErrorFormat errors;

    /**
     * Creates it.
     *
     * @param observer is told of every request
     * @param slow from when on a request is worth a line in the log
     * @param nanoTime the running time in nanoseconds
     */
    public Exchange(RequestObserver observer, Duration slow, LongSupplier nanoTime) {
        this(observer, slow, nanoTime, ErrorFormat.PROBLEM);
    }

    private Exchange(RequestObserver observer, Duration slow, LongSupplier nanoTime, ErrorFormat errors) {
        this.observer = observer;
        this.slow = slow;
        this.nanoTime = nanoTime;
        this.errors = errors;
    }

    /** The same for resources whose refusals are said in another format. */
    public Exchange refusingAs(ErrorFormat format) {
        return new Exchange(observer, slow, nanoTime, format);
    }

    /**
     * Adds a resource that can be read.
     *
     * @param rules what to add it to
     * @param path its path within the rules
     * @param template its whole path, the name of its route in metrics and the log
     * @param resource the resource
     */
    public void read(HttpRules rules, String path, String template, Resource resource) {
        known(rules, path, template, resource, READING);
    }

    /**
     * Adds a resource that can be read, put and deleted: all without a body, for what there is to say is in the path.
     *
     * @param rules what to add it to
     * @param path its path within the rules
     * @param template its whole path, the name of its route in metrics and the log
     * @param resource the resource
     * @param changes what changes it
     */
    public void write(HttpRules rules, String path, String template, Resource resource, Changes changes) {
        rules.put(path, handler(template, changing(changes.put())));
        rules.delete(path, handler(template, changing(changes.delete())));
        known(rules, path, template, resource, WRITING);
    }

    /**
     * What changes a resource.
     *
     * @param put makes it, if it is not there
     * @param delete takes it away
     */
    public record Changes(Resource put, Resource delete) {}

    /**
     * Adds a resource that takes uploads, and cannot be read. Stations are no browsers, and say nothing of where a request
     * comes from; a browser that another site's page makes send something is refused, since it might add credentials that
     * it remembers.
     *
     * @param rules what to add it to
     * @param path its path within the rules, and the name of its route in metrics and the log
     * @param upload takes an upload
     * @param byGet whether there is a GET that uploads, as a foreign protocol may have it
     */
    public void upload(HttpRules rules, String path, Resource upload, boolean byGet) {
        String methods = byGet ? "GET, POST, OPTIONS" : "POST, OPTIONS";
        Handler taking = handler(path, call -> {
            SameOrigin.require(call);
            return upload.answer(call);
        });
        rules.post(path, taking);
        if (byGet) {
            rules.get(path, taking);
        }
        rules.options(path, (request, response) -> options(path, methods, request, response))
                .any(path, handler(path, call -> {
                    throw new RefusedException(new Refusal.MethodNotAllowed(methods));
                }));
    }

    private static Resource changing(Resource change) {
        return call -> {
            SameOrigin.require(call);
            if (call.request().content().hasEntity()) {
                throw new RefusedException(new Refusal.MalformedRequest("This path takes no body."));
            }
            return change.answer(call);
        };
    }

    private void known(HttpRules rules, String path, String template, Resource resource, String methods) {
        Handler reading = handler(template, resource);
        Handler refusing = handler(template, call -> {
            throw new RefusedException(new Refusal.MethodNotAllowed(methods));
        });
        // one handler for all methods: Helidon matches a path against every handler of the routing
        rules.any(path, (request, response) -> {
            Method method = request.prologue().method();
            if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
                reading.handle(request, response);
            } else if (method.equals(Method.OPTIONS)) {
                options(template, methods, request, response);
            } else {
                refusing.handle(request, response);
            }
        });
    }

    /** Answers every method under a path with a refusal: there is nothing. */
    public void nothing(HttpRules rules, String path, String template) {
        rules.any(path, handler(template, call -> {
            throw new RefusedException(new Refusal.UnknownRoute());
        }));
    }

    private Handler handler(String template, Resource resource) {
        return (request, response) -> {
            long start = nanoTime.getAsLong();
            Call call = new Call(request, requestId(request));
            Reply reply = reply(template, call, resource);
            response.header(HeaderValues.create(REQUEST_ID, call.id()));
            if (reply.feed().isPresent()) {
                try (Answer.Feed feed = reply.feed().get()) {
                    done(template, call, reply.status(), Duration.ofNanos(nanoTime.getAsLong() - start));
                    events(template, call, reply, feed, response);
                }
                return;
            }
            Sent sent = send(template, call, reply, response);
            done(template, call, sent.status(), Duration.ofNanos(nanoTime.getAsLong() - start));
            if (!sent.whole() || reply.endsConnection()) {
                throw new CloseConnectionException("the answer broke off, or the body was not read to its end");
            }
            closeIfAnnounced(request, response);
        };
    }

    private record Sent(Status status, boolean whole) {}

    private Sent send(String template, Call call, Reply reply, ServerResponse response) {
        boolean head = isHead(call);
        if (reply.streamed().isPresent() && !head) {
            return stream(template, call, reply, reply.streamed().get(), response);
        }
        reply.send(head, response);
        return new Sent(reply.status(), true);
    }

    /** Sends events, which say nothing of how long an answer takes. */
    private void events(String template, Call call, Reply reply, Answer.Feed feed, ServerResponse response) {
        if (isHead(call)) {
            reply.send(true, response);
            return;
        }
        try {
            feed.writeTo(reply.open(ContentCoding.IDENTITY, response));
            commit(response);
        } catch (IOException e) {
            throw new CloseConnectionException("the client has left, or is to be left", e);
        } catch (RuntimeException e) {
            fault(template, call, e);
        }
        throw new CloseConnectionException("the events are over");
    }

    private static boolean isHead(Call call) {
        return call.request().prologue().method().equals(Method.HEAD);
    }

    private Sent stream(String template, Call call, Reply reply, Reply.Streamed streamed, ServerResponse response) {
        Streaming out = new Streaming(coding -> reply.open(coding, response), streamed.coding());
        try {
            streamed.content().writeTo(out);
            out.finish(() -> commit(response));
            return new Sent(reply.status(), true);
        } catch (IOException | RuntimeException e) {
            if (out.lost()) {
                throw new CloseConnectionException("the client has left", e);
            }
            Reply fault = fault(template, call, e);
            if (!out.begun()) {
                fault.send(false, response);
            }
            return new Sent(fault.status(), !out.begun());
        }
    }

    /** Helidon 4.1.7 says that it closes the connection, and then waits for the client to do so. */
    private static void closeIfAnnounced(ServerRequest request, ServerResponse response) {
        boolean read = !request.content().hasEntity(); // closing on a body that is still coming would cut the answer
        if (read && response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("announced");
        }
    }

    /** Helidon 4.1.7 sends the end of a stream only after the handler, which may end by closing the connection. */
    private static void commit(ServerResponse response) {
        if (response instanceof RoutingResponse routing) {
            routing.commit();
        }
    }

    private void options(String template, String methods, ServerRequest request, ServerResponse response) {
        long start = nanoTime.getAsLong();
        SecurityHeaders.on(response.headers());
        response.header(HeaderValues.create(HeaderNames.ALLOW, methods));
        response.status(Status.NO_CONTENT_204).send();
        Call call = new Call(request, requestId(request));
        done(template, call, Status.NO_CONTENT_204, Duration.ofNanos(nanoTime.getAsLong() - start));
        closeIfAnnounced(request, response);
    }

    private Reply reply(String template, Call call, Resource resource) {
        try {
            return Reply.to(call, resource.answer(call));
        } catch (RefusedException e) {
            return Reply.refused(call, e.refusal(), errors);
        } catch (RuntimeException e) {
            return fault(template, call, e);
        }
    }

    private Reply fault(String template, Call call, Exception e) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                // the template and not the path: in some formats that has a key
                "request " + call.id() + " for " + template + " met a fault",
                e);
        return Reply.refused(call, new Refusal.InternalFault(call.id()), errors);
    }

    private void done(String template, Call call, Status status, Duration took) {
        String text = call.request().prologue().method().text();
        String method = KNOWN_METHODS.contains(text) ? text : "other";
        observer.answered(template, method, status.code(), took);
        if (took.compareTo(slow) >= 0) {
            // the template and not the target: a query may hold what is nobody's business
            LOGGER.log(
                    System.Logger.Level.INFO,
                    "slow request " + call.id() + ": " + method + " " + template + " " + status.code() + " in "
                            + took.toMillis() + " ms");
        }
    }

    /** The id that a proxy gave the request, if it is harmless, else one of our own. */
    private static String requestId(ServerRequest request) {
        return request.headers()
                .first(REQUEST_ID)
                .filter(id -> id.matches("[A-Za-z0-9_-]{1,64}"))
                .orElseGet(() -> Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE));
    }
}
