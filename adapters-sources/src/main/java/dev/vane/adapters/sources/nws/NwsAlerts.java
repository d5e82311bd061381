package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.cap.CapCollection;
import dev.vane.adapters.sources.cap.CapFeature;
import dev.vane.adapters.sources.cap.Warnings;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Alert.Message;
import dev.vane.domain.weather.Alert.Validity;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads an answer of {@code /alerts/active}, whose features carry the members of CAP 1.2 nearly as they are. A warning ends
 * when the event does ({@code ends}); {@code expires} is when the message does, which is often earlier, and counts only
 * where the end of the event is not said. The shape is not read: the service was asked about a point, and most warnings
 * have none.
 */
final class NwsAlerts {

    private NwsAlerts() {}

    /** The warnings that are in force. */
    static Warnings decode(JsonObject root, Instant now) {
        return CapCollection.read(root, now, NwsAlerts::alert);
    }

    private static Optional<Alert> alert(JsonObject feature) {
        JsonObject properties = feature.requiredObject("properties");
        if (!CapFeature.actual(properties, "messageType")) {
            return Optional.empty();
        }
        Message message = new Message(
                CapFeature.line(properties, "headline"),
                CapFeature.text(properties, "description"),
                CapFeature.text(properties, "instruction"));
        return Optional.of(new Alert(
                CapFeature.id(properties),
                CapFeature.requiredLine(properties, "event"),
                CapFeature.gravity(properties),
                validity(properties),
                message,
                CapFeature.area(properties, "areaDesc"),
                CapFeature.line(properties, "senderName")));
    }

    private static Validity validity(JsonObject properties) {
        Instant sent = CapFeature.time(properties, "sent")
                .orElseThrow(() -> new JsonFault(properties.path("sent") + " is missing"));
        Instant end = CapFeature.time(properties, "ends")
                .or(() -> CapFeature.time(properties, "expires"))
                .orElseThrow(() -> new JsonFault(
                        properties.path("ends") + " is missing, and " + properties.path("expires") + " too"));
        return new Validity(sent, CapFeature.time(properties, "onset"), Optional.of(end));
    }
}
