package dev.vane.adapters.sources.http;

import dev.vane.application.spi.SourceReply.Failed;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;

/**
 * One attempt at a call.
 *
 * @param exchange what came of it
 * @param passing whether what failed may have passed in a moment, so that a second attempt is worth making
 */
record Attempt(HttpExchange exchange, boolean passing) {

    /** There is a head of an answer; a gateway that knows no better time to come back may only have hiccuped. */
    static Attempt answered(HttpExchange exchange) {
        boolean gateway = switch (exchange.status().orElse(0)) {
            case 502, 503, 504 -> true;
            default -> false;
        };
        return new Attempt(exchange, gateway && exchange.header("Retry-After").isEmpty());
    }

    /** No answer came, because of an exception of the HTTP client. */
    static Attempt broken(Failed failure, boolean headSeen, Throwable cause) {
        boolean connection = cause instanceof IOException
                && !(cause instanceof HttpTimeoutException)
                && !(cause instanceof ProtocolException)
                && !(cause instanceof SSLException); // a certificate does not get better in a moment
        return new Attempt(HttpExchange.broken(failure), connection && !headSeen);
    }

    /** No answer came, and none is to be expected. */
    static Attempt over(Failed failure) {
        return new Attempt(HttpExchange.broken(failure), false);
    }
}
