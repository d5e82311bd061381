package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.cap.CapCollection;
import dev.vane.adapters.sources.cap.CapFeature;
import dev.vane.adapters.sources.cap.CapText;
import dev.vane.adapters.sources.cap.Warnings;
import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.MeteredHttp;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Alert.Message;
import dev.vane.domain.weather.Alert.Validity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MetAlerts 2.0: the warnings of MET Norway, in GeoJSON, in English, for Norway and its waters and Svalbard; other places are
 * not asked about.
 *
 * <p>It says when a warning holds beside the properties ({@code when.interval}), and never how soon one must act. Nor does it
 * say when the warning was sent; that stands in its identifier ({@code 2.49.0.1.578.0.20240305051538.094}, the time in UTC),
 * from which it is taken where it has that form and is past; else a warning counts as sent when Vane heard of it.
 */
final class MetAlerts {

    private static final Set<String> COUNTRIES = Set.of("NO", "SJ");

    private static final int LONGEST = 20_000;

    private static final Pattern ISSUED = Pattern.compile("[0-9.]+\\.([0-9]{14})\\.[0-9]+");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private MetAlerts() {}

    /** Asks for the warnings for a place, if they could be any, and if the meter lets it. */
    static Warnings ask(MetNorwaySettings settings, MeteredHttp http, Place place, Instant now) {
        if (!COUNTRIES.contains(place.region().countryCode())) {
            return Warnings.NOT_ASKED;
        }
        return switch (http.get(MetNorwayRequest.alerts(settings, place))) {
            case Content(String text) -> decode(text, now);
            case Refused(int status, String _, var wait) ->
                Warnings.unknown(MetNorwayRefusal.failed(status, wait).detail());
            case Broken(var failure) -> Warnings.unknown(failure.detail());
        };
    }

    /** The warnings of an answer that are in force. */
    static Warnings decode(String text, Instant now) {
        try {
            return CapCollection.read(JsonTree.parse(text), now, feature -> alert(feature, now));
        } catch (JsonFault fault) {
            return Warnings.unknown(fault.getMessage());
        }
    }

    private static Optional<Alert> alert(JsonObject feature, Instant now) {
        JsonObject properties = feature.requiredObject("properties");
        if (!CapFeature.actual(properties, "type")) {
            return Optional.empty();
        }
        String id = CapFeature.id(properties);
        String event = properties.has("eventAwarenessName") ? "eventAwarenessName" : "event";
        Message message = new Message(
                CapFeature.line(properties, "title"),
                description(properties),
                CapFeature.text(properties, "instruction"));
        return Optional.of(new Alert(
                id,
                CapFeature.requiredLine(properties, event),
                CapFeature.gravity(properties),
                validity(feature, sent(id, now)),
                message,
                CapFeature.area(properties, "area"),
                "MET Norway"));
    }

    /** What is expected, and what may come of it. */
    private static String description(JsonObject properties) {
        String both = CapFeature.text(properties, "description") + "\n\n" + CapFeature.text(properties, "consequences");
        return CapText.lines(both, LONGEST);
    }

    private static Validity validity(JsonObject feature, Instant sent) {
        JsonArray interval = feature.requiredObject("when").requiredArray("interval");
        if (interval.size() != 2) {
            throw new JsonFault(interval.path() + " has " + interval.size() + " elements, not 2");
        }
        Instant start = CapFeature.time(interval.text(0), interval.path(0));
        Instant end = CapFeature.time(interval.text(1), interval.path(1));
        return new Validity(sent, Optional.of(start), Optional.of(end));
    }

    private static Instant sent(String id, Instant now) {
        Matcher issued = ISSUED.matcher(id);
        if (!issued.matches()) {
            return now;
        }
        try {
            Instant time = LocalDateTime.parse(issued.group(1), FORM).toInstant(ZoneOffset.UTC);
            return time.isAfter(now) ? now : time;
        } catch (DateTimeException otherDigits) {
            return now;
        }
    }
}
