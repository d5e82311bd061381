package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.http.StatusReason;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Reads how Open-Meteo says no: {@code {"error":true,"reason":…}} with 400 or 429, its text naming the quota's window. */
final class OpenMeteoRefusal {

    /** What it says of a place that none of the models asked for covers. */
    private static final String NOT_COVERED = "No data is available for this location";

    private OpenMeteoRefusal() {}

    /** The reason in a body, if the body is what Open-Meteo documents. */
    static Optional<String> reason(String body) {
        try {
            return JsonTree.parse(body).text("reason");
        } catch (JsonFault otherwise) {
            return Optional.empty();
        }
    }

    /** The failure that a status and a reason stand for. */
    static Failed failed(int status, Optional<String> reason, Optional<Duration> retryAfter, Instant now) {
        boolean quota = status == 429
                || reason.filter(text -> text.contains("limit exceeded")).isPresent();
        Reason kind = quota ? Reason.RATE_LIMITED : kind(status, reason);
        String said = reason.map(text -> ": " + ProviderText.clean(text)).orElse(".");
        Optional<Duration> wait =
                quota ? retryAfter.or(() -> reason.flatMap(text -> untilNextWindow(text, now))) : retryAfter;
        return new Failed(kind, "Open-Meteo answered " + status + said, wait);
    }

    private static Reason kind(int status, Optional<String> reason) {
        return reason.filter(NOT_COVERED::equals).isPresent() ? Reason.NOT_COVERED : StatusReason.of(status);
    }

    /** The time to the end of the minute, hour or day (of UTC) whose quota is used up. */
    private static Optional<Duration> untilNextWindow(String reason, Instant now) {
        String window = reason.toLowerCase(Locale.ROOT);
        if (window.startsWith("minutely")) {
            return Optional.of(Duration.ofMinutes(1));
        }
        if (window.startsWith("hourly")) {
            return Optional.of(until(now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS), now));
        }
        if (window.startsWith("daily")) {
            return Optional.of(until(now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS), now));
        }
        return Optional.empty();
    }

    private static Duration until(Instant end, Instant now) {
        return Duration.between(now, end);
    }
}
