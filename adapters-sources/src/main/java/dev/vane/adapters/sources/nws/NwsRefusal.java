package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.http.StatusReason;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads how the US National Weather Service says no: problem details (RFC 9457), of which {@code InvalidPoint} means that
 * a place is not covered. That does not change from hour to hour, so it is not asked about again for a day.
 */
final class NwsRefusal {

    /** How long it is taken for true that a place is not covered. */
    static final Duration NOT_COVERED_FOR = Duration.ofDays(1);

    private NwsRefusal() {}

    /** The failure that an answer stands for. */
    static Failed failed(Refused refused) {
        Optional<JsonObject> problem = problem(refused.text());
        String detail = "The US National Weather Service answered " + refused.status()
                + problem.flatMap(NwsRefusal::said).map(text -> ": " + text).orElse(".");
        boolean nowhere = refused.status() == 404
                && problem.flatMap(body -> text(body, "type"))
                        .filter(type -> type.endsWith("/InvalidPoint"))
                        .isPresent();
        return nowhere
                ? new Failed(Reason.NOT_COVERED, detail, Optional.of(NOT_COVERED_FOR))
                : new Failed(StatusReason.of(refused.status()), detail, refused.retryAfter());
    }

    private static Optional<String> said(JsonObject problem) {
        return text(problem, "detail")
                .or(() -> text(problem, "title"))
                .map(ProviderText::clean)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<JsonObject> problem(String body) {
        try {
            return Optional.of(JsonTree.parse(body));
        } catch (JsonFault noJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject problem, String name) {
        try {
            return problem.text(name);
        } catch (JsonFault noText) {
            return Optional.empty();
        }
    }
}
