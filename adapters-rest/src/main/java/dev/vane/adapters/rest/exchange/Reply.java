package dev.vane.adapters.rest.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** An answer as it is sent. */
final class Reply {

    /** The media type of refusals. */
    static final String PROBLEM = "application/problem+json";

    private static final Header NOT_KEPT = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header TEXT = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    private static final byte[] EMPTY = {};

    /** What proxies of the kind of nginx look at. */
    private static final Header UNBUFFERED = HeaderValues.createCached("X-Accel-Buffering", "no");

    private static final Set<ContentCoding> STREAMED_CODINGS =
            Collections.unmodifiableSet(EnumSet.of(ContentCoding.GZIP, ContentCoding.IDENTITY));

    // RFC 9110, 5.6.7; RFC_1123_DATE_TIME of the JDK writes days below 10 with one digit
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    // the same few headers again and again, which are written faster when they have been written before
    private static final Memo<Header> ENTITY_TAGS = new Memo<>();
    private static final Memo<Header> CACHE_CONTROLS = new Memo<>();
    private static final Memo<Header> CONTENT_TYPES = new Memo<>();
    private static final Memo<Header> CONTENT_ENCODINGS = new Memo<>();
    private static final Memo<Header> VARIES = new Memo<>();
    private static final Memo<Header> LAST_MODIFIEDS = new Memo<>();

    private final Status status;
    private final List<Header> headers;
    private final byte[] body;
    private final Optional<Streamed> streamed;
    private final Optional<Answer.Feed> feed;

    /**
     * Content that is made while it is sent.
     *
     * @param content makes it
     * @param coding what the client likes best to get it in
     */
    record Streamed(Answer.Content content, ContentCoding coding) {}

    /**
     * Creates it.
     *
     * @param status the status
     * @param headers what belongs to it
     * @param body its content, as a GET has it; empty if there is none
     */
    private Reply(Status status, List<Header> headers, byte[] body) {
        this(status, headers, body, Optional.empty(), Optional.empty());
    }

    private Reply(
            Status status, List<Header> headers, byte[] body, Optional<Streamed> streamed, Optional<Answer.Feed> feed) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.streamed = streamed;
        this.feed = feed;
    }

    /** The status. */
    Status status() {
        return status;
    }

    /** The content if it is made while it is sent. */
    Optional<Streamed> streamed() {
        return streamed;
    }

    /** What sends the content if it is events. */
    Optional<Answer.Feed> feed() {
        return feed;
    }

    /** The content, as a GET has it; empty if there is none or if it is streamed. */
    byte[] body() {
        return body;
    }

    /** Makes an answer fit the call: its coding, and nothing but the headers if the client has it already. */
    static Reply to(Call call, Answer answer) {
        return switch (answer) {
            case Answer.Document document -> document(call, document);
            case Answer.Stream stream -> stream(call, stream);
            case Answer.Events events -> events(events);
            case Answer.Changed changed -> changed(changed);
            case Answer.Gone() -> new Reply(Status.NO_CONTENT_204, List.of(NOT_KEPT), EMPTY);
            case Answer.Words words -> words(words);
            case Answer.Redirection redirection ->
                new Reply(
                        Status.MOVED_PERMANENTLY_301,
                        List.of(HeaderValues.create(HeaderNames.LOCATION, redirection.location())),
                        EMPTY);
        };
    }

    private static Reply document(Call call, Answer.Document document) {
        Representation content = document.representation();
        ContentCoding coding =
                Preferences.parse(call.headers(HeaderNames.ACCEPT_ENCODING)).best(content.codings());
        String entityTag = content.entityTag(coding);
        List<Header> validators = new ArrayList<>(List.of(
                header(ENTITY_TAGS, HeaderNames.ETAG, entityTag),
                lastModified(document.lastModified()),
                header(
                        CACHE_CONTROLS,
                        HeaderNames.CACHE_CONTROL,
                        document.caching().directives()),
                header(VARIES, HeaderNames.VARY, vary(document.vary()))));
        validators.addAll(document.headers());
        if (stillStands(call, entityTag, document.lastModified())) {
            return new Reply(Status.NOT_MODIFIED_304, validators, EMPTY);
        }
        return new Reply(Status.OK_200, withContent(validators, content.contentType(), coding), content.bytes(coding));
    }

    /** What answers a change is small, not kept, and not compressed. */
    private static Reply changed(Answer.Changed changed) {
        List<Header> headers = new ArrayList<>();
        headers.add(NOT_KEPT);
        changed.madeAt().ifPresent(location -> headers.add(HeaderValues.create(HeaderNames.LOCATION, location)));
        Representation content = changed.representation();
        return new Reply(
                changed.madeAt().isPresent() ? Status.CREATED_201 : Status.OK_200,
                withContent(headers, content.contentType(), ContentCoding.IDENTITY),
                content.bytes(ContentCoding.IDENTITY));
    }

    private static Reply stream(Call call, Answer.Stream stream) {
        ContentCoding coding =
                Preferences.parse(call.headers(HeaderNames.ACCEPT_ENCODING)).best(STREAMED_CODINGS);
        List<Header> headers = List.of(
                HeaderValues.create(HeaderNames.CACHE_CONTROL, stream.caching().directives()),
                HeaderValues.create(HeaderNames.VARY, vary(stream.vary())),
                HeaderValues.create(HeaderNames.CONTENT_TYPE, stream.contentType()));
        return new Reply(
                Status.OK_200, headers, EMPTY, Optional.of(new Streamed(stream.content(), coding)), Optional.empty());
    }

    private static Reply events(Answer.Events events) {
        List<Header> headers = List.of(
                NOT_KEPT,
                UNBUFFERED,
                HeaderValues.create(HeaderNames.VARY, "Accept, Accept-Language"),
                HeaderValues.create(HeaderNames.CONTENT_TYPE, events.contentType()),
                HeaderValues.CONNECTION_CLOSE); // whoever it is from, nobody waits for what comes after the last event
        return new Reply(Status.OK_200, headers, EMPTY, Optional.empty(), Optional.of(events.feed()));
    }

    private static Reply words(Answer.Words words) {
        List<Header> headers = new ArrayList<>(List.of(NOT_KEPT, TEXT));
        words.header().ifPresent(headers::add);
        return new Reply(words.status(), headers, words.text().getBytes(StandardCharsets.UTF_8));
    }

    private static Header header(Memo<Header> known, HeaderName name, String value) {
        return known.of(value, text -> HeaderValues.createCached(name, text));
    }

    private static Header lastModified(Instant time) {
        return LAST_MODIFIEDS.of(
                Long.toString(time.getEpochSecond()),
                second -> HeaderValues.createCached(HeaderNames.LAST_MODIFIED, HTTP_DATE.format(time)));
    }

    private static String vary(String others) {
        return others.isEmpty() ? "Accept-Encoding" : others + ", Accept-Encoding";
    }

    private static boolean stillStands(Call call, String entityTag, Instant lastModified) {
        return Preconditions.stillStands(
                call.headers(HeaderNames.IF_NONE_MATCH),
                call.header(HeaderNames.IF_MODIFIED_SINCE),
                entityTag,
                lastModified);
    }

    private static List<Header> withContent(List<Header> validators, String contentType, ContentCoding coding) {
        List<Header> headers = new ArrayList<>(validators.size() + 2);
        headers.addAll(validators);
        headers.add(header(CONTENT_TYPES, HeaderNames.CONTENT_TYPE, contentType));
        if (coding != ContentCoding.IDENTITY) {
            headers.add(header(CONTENT_ENCODINGS, HeaderNames.CONTENT_ENCODING, coding.token()));
        }
        return headers;
    }

    /** Makes an answer of a refusal, as a format says it. */
    static Reply refused(Call call, Refusal refusal, ErrorFormat format) {
        Problems.Problem problem = Problems.of(refusal);
        return refused(refusal, problem, format.say(call, problem.body()));
    }

    /** Makes an answer of a refusal of what has not become a call. */
    static Reply refused(Refusal refusal) {
        Problems.Problem problem = Problems.of(refusal);
        return refused(refusal, problem, ErrorFormat.Said.problem(problem.body()));
    }

    private static Reply refused(Refusal refusal, Problems.Problem problem, ErrorFormat.Said said) {
        List<Header> headers = new ArrayList<>();
        headers.add(HeaderValues.create(HeaderNames.CONTENT_TYPE, said.contentType()));
        headers.add(NOT_KEPT);
        headers.addAll(said.headers());
        problem.header().ifPresent(headers::add);
        if (refusal instanceof Refusal.BodyTooLarge || refusal instanceof Refusal.BrokenBody) {
            headers.add(HeaderValues.CONNECTION_CLOSE); // nobody knows where the next request begins
        }
        return new Reply(said.status(), headers, said.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Tells whether the connection cannot be used any more. */
    boolean endsConnection() {
        return headers.contains(HeaderValues.CONNECTION_CLOSE);
    }

    /** Sets the headers of the answer, and those of every answer. */
    void on(ServerResponseHeaders target) {
        SecurityHeaders.on(target);
        headers.forEach(target::set);
        if (headers.contains(SecurityHeaders.FRAMABLE)) {
            target.remove(SecurityHeaders.FRAME_OPTIONS); // it knows no way to say yes
        }
    }

    /** Sets status and headers of content that is streamed in a coding, and opens what it is to be written to. */
    OutputStream open(ContentCoding coding, ServerResponse response) throws IOException {
        on(response.headers());
        response.status(status);
        if (coding == ContentCoding.IDENTITY) {
            return response.outputStream();
        }
        response.headers().set(HeaderValues.create(HeaderNames.CONTENT_ENCODING, coding.token()));
        return new GZIPOutputStream(response.outputStream(), Streaming.BUFFER);
    }

    /**
     * Sends it as one write, but for what is streamed; a HEAD gets the headers that the GET would have, its Content-Length
     * too if that is known.
     */
    void send(boolean head, ServerResponse response) {
        on(response.headers());
        response.status(status);
        if (streamed.isPresent() || feed.isPresent()) {
            response.headers().set(NoContentLength.UNKNOWN);
            response.send(EMPTY);
        } else if (head && !status.equals(Status.NOT_MODIFIED_304)) {
            response.headers().contentLength(body.length);
            response.send(EMPTY);
        } else {
            response.send(body);
        }
    }
}
