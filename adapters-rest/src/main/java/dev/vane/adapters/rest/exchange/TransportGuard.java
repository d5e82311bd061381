package dev.vane.adapters.rest.exchange;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses requests whose framing is ambiguous before Helidon 4.1.7 acts on it: it takes a negative Content-Length, several
 * of them, one beside a Transfer-Encoding (RFC 9112, 6.3), and a header without a name; with each of them two readers of
 * one connection can disagree on where a request ends.
 */
public final class TransportGuard implements Http1ConnectionListener {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z!#$%&'*+.^_`|~0-9-]{1,32}");

    private final int maxTarget;

    /**
     * Creates it.
     *
     * @param maxTarget the greatest length of a target in bytes
     */
    public TransportGuard(int maxTarget) {
        this.maxTarget = maxTarget;
    }

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        int length = prologue.uriPath().rawPath().length()
                + 1
                + prologue.query().rawValue().length();
        if (length > maxTarget) {
            throw refused(new Refusal.TargetTooLong(), Status.REQUEST_URI_TOO_LONG_414);
        }
        Method method = prologue.method();
        if (!method.equals(Method.GET) && !METHOD.matcher(method.text()).matches()) {
            throw malformed("The method of the request is not a token.");
        }
    }

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        if (headers.contains(HeaderNames.CONTENT_LENGTH) || headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            checkFraming(headers);
        }
        for (Header header : headers) {
            if (header.name().isEmpty()) {
                throw malformed("A header has no name.");
            }
        }
        if (headers.contains(HeaderNames.CONTENT_ENCODING)) {
            throw refused(
                    new Refusal.UnsupportedContent("A body with a Content-Encoding is not understood."),
                    Status.UNSUPPORTED_MEDIA_TYPE_415);
        }
    }

    private static void checkFraming(Headers headers) {
        List<String> lengths = all(headers, HeaderNames.CONTENT_LENGTH);
        List<String> codings = all(headers, HeaderNames.TRANSFER_ENCODING);
        if (lengths.size() > 1
                || !lengths.stream().allMatch(length -> LENGTH.matcher(length).matches())) {
            throw malformed("Content-Length is not one whole number.");
        }
        if (!codings.isEmpty() && (!lengths.isEmpty() || !codings.equals(List.of("chunked")))) {
            throw malformed("Transfer-Encoding is something else than chunked, or beside a Content-Length.");
        }
    }

    private static List<String> all(Headers headers, HeaderName name) {
        return headers.all(name, List::of).stream().map(String::strip).toList();
    }

    private static RequestException malformed(String detail) {
        return refused(new Refusal.MalformedRequest(detail), Status.BAD_REQUEST_400);
    }

    private static RequestException refused(Refusal refusal, Status status) {
        return RequestException.builder()
                .type(EventType.BAD_REQUEST)
                .status(status)
                .setKeepAlive(false)
                .message(refusal.toString())
                .cause(new RefusedException(refusal))
                .build();
    }
}
