package dev.vane.adapters.rest.exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/**
 * Takes away the {@code Content-Length: 0} that Helidon 4.1.7 puts on every answer without content. On 204 and 304 it must
 * not stand (RFC 9110, 8.6): there it would say that the document that the client has is empty; and on a HEAD of what is
 * streamed it would say that the GET has nothing.
 */
public final class NoContentLength implements Http1ConnectionListener {

    /** Marks an answer of which the length is not known; it is not sent. */
    static final Header UNKNOWN = HeaderValues.createCached("X-Length", "unknown");

    /** Creates it. */
    public NoContentLength() {}

    @Override
    public void headers(ConnectionContext context, Headers headers) {
        // the answers of ours that have no media type are these, and redirections, which have to have a length
        boolean without = headers.contains(HeaderValues.CONTENT_LENGTH_ZERO)
                && !headers.contains(HeaderNames.CONTENT_TYPE)
                && !headers.contains(HeaderNames.LOCATION)
                && (headers.contains(Exchange.REQUEST_ID) || headers.contains(HeaderNames.ALLOW));
        boolean unknown = headers.contains(UNKNOWN);
        if ((without || unknown) && headers instanceof WritableHeaders<?> writable) {
            writable.remove(HeaderNames.CONTENT_LENGTH);
            writable.remove(UNKNOWN.headerName());
        }
    }
}
