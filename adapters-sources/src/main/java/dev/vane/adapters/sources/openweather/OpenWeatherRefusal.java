package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.http.StatusReason;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads how OpenWeather says no: {@code {"cod":…,"message":…}}, where {@code cod} is a string with 400 and 404, a number
 * with 401 and 429, and the body of a 404 may be empty.
 */
final class OpenWeatherRefusal {

    private final Secret token;

    OpenWeatherRefusal(Secret token) {
        this.token = token;
    }

    /** The failure that an HTTP status stands for. */
    Failed failed(Refused refused) {
        Optional<JsonObject> body = body(refused.text());
        boolean nowhere = refused.status() == 404
                && (refused.text().isBlank()
                        || body.filter(root -> root.has("cod")).isPresent());
        Reason reason = nowhere ? Reason.NOT_COVERED : StatusReason.of(refused.status());
        return failed(reason, refused.status(), body.flatMap(this::message), refused.retryAfter());
    }

    /** The failure in a body that came with a status of success, if it is one. */
    Optional<Failed> failed(JsonObject root) {
        long code = root.integerOrText("cod").orElse(200);
        if (code == 200) {
            return Optional.empty();
        }
        int status = Math.toIntExact(Math.clamp(code, 0, 999));
        Reason reason = status == 404 ? Reason.NOT_COVERED : StatusReason.of(status);
        return Optional.of(failed(reason, status, message(root), Optional.empty()));
    }

    private static Failed failed(Reason reason, int status, Optional<String> said, Optional<Duration> retryAfter) {
        return new Failed(
                reason,
                "OpenWeather answered " + status + said.map(text -> ": " + text).orElse("."),
                retryAfter);
    }

    private static Optional<JsonObject> body(String text) {
        try {
            return Optional.of(JsonTree.parse(text));
        } catch (JsonFault noJson) {
            return Optional.empty();
        }
    }

    private Optional<String> message(JsonObject root) {
        try {
            return root.text("message")
                    .map(token::redact)
                    .map(ProviderText::clean)
                    .filter(text -> !text.isEmpty());
        } catch (JsonFault noText) {
            return Optional.empty();
        }
    }
}
