package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.http.StatusReason;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.time.Duration;
import java.util.Optional;

/** Reads how MET Norway says no: by the status alone, since its bodies are pages of HTML. */
final class MetNorwayRefusal {

    private MetNorwayRefusal() {}

    /** The failure that a status stands for. */
    static Failed failed(int status, Optional<Duration> retryAfter) {
        return switch (status) {
            case 403 ->
                new Failed(
                        Reason.UNAUTHORIZED,
                        "MET Norway answered 403: it wants a contact in the User-Agent. Set http-client.contact to an"
                                + " address that reaches you.",
                        retryAfter);
            case 422 ->
                new Failed(
                        Reason.NOT_COVERED, "MET Norway answered 422: the place is outside of its area.", retryAfter);
            default -> new Failed(StatusReason.of(status), "MET Norway answered " + status + ".", retryAfter);
        };
    }
}
