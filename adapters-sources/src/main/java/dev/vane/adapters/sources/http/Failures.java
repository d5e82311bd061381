package dev.vane.adapters.sources.http;

import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/** Says what went wrong with a call, in our own words. */
final class Failures {

    private Failures() {}

    /**
     * Why a call failed, without what the JDK says of attempts of its own that it did not make. A failure of TLS is one
     * wherever it stands: now and then the JDK wraps it as an answer without a byte.
     */
    static Throwable cause(ExecutionException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return cause;
            }
        }
        Throwable cause = failed.getCause();
        boolean wrapped = cause.getClass() == IOException.class && cause.getCause() instanceof IOException;
        return wrapped ? cause.getCause() : cause;
    }

    /** What an exception of the HTTP client means. */
    static Failed of(Throwable failure, String host, HttpSettings settings) {
        return switch (failure) {
            case HttpTimeoutException late -> late(host, settings);
            case LimitedBody.TooLarge tooLarge -> unreadable(tooLarge);
            case SSLException tls -> failed(Reason.UNREACHABLE, "The secure connection to " + host + " failed.");
            case ConnectException refused ->
                failed(
                        Reason.UNREACHABLE,
                        unresolved(refused)
                                ? "The name " + host + " cannot be resolved."
                                : host + " does not accept a connection.");
            case ProtocolException notHttp -> failed(Reason.MALFORMED, "The answer of " + host + " is not HTTP.");
            case IOException broken ->
                failed(Reason.UNREACHABLE, "The connection to " + host + " broke before the answer was complete.");
            default -> failed(Reason.UNREACHABLE, "The call to " + host + " could not be made.");
        };
    }

    /** The time is up. */
    static Failed late(String host, HttpSettings settings) {
        String limits = " (" + settings.connectTimeout().toMillis() + " ms to connect, "
                + settings.totalTimeout().toMillis() + " ms in all).";
        return failed(Reason.TIMED_OUT, host + " gave no complete answer within the time limit" + limits);
    }

    /** The calling thread was asked to stop. */
    static Failed interrupted(String host) {
        return failed(Reason.UNREACHABLE, "The call to " + host + " was given up because Vane is stopping.");
    }

    /** The body cannot be turned into text; the message is our own. */
    static Failed unreadable(IOException why) {
        String message = why.getMessage();
        return failed(Reason.MALFORMED, Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
    }

    private static boolean unresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static Failed failed(Reason reason, String detail) {
        return new Failed(reason, detail, Optional.empty());
    }
}
