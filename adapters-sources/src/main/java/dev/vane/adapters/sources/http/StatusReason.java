package dev.vane.adapters.sources.http;

import dev.vane.application.spi.SourceReply.Reason;

/** What an HTTP status other than success says of a call (RFC 9110, section 15). */
public final class StatusReason {

    private StatusReason() {}

    /** The kind of failure that a status stands for; a provider's client refines it. */
    public static Reason of(int status) {
        return switch (status) {
            case 401, 402, 403, 407 -> Reason.UNAUTHORIZED;
            case 408 -> Reason.TIMED_OUT;
            case 429 -> Reason.RATE_LIMITED;
            default -> ofClass(status);
        };
    }

    private static Reason ofClass(int status) {
        if (status < 400) {
            return Reason.MALFORMED; // a redirect, which no provider documents and which is not followed
        }
        return status < 500 ? Reason.REJECTED : Reason.PROVIDER_ERROR;
    }
}
