package dev.vane.adapters.rest.contract;

import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Schema {@code AlertsInForce}.
 *
 * @param place the id of the place
 * @param alerts the warnings in force, the gravest first
 */
@Json
public record AlertsInForceView(String place, List<AlertInForceView> alerts) {

    /** Copies the list. */
    public AlertsInForceView {
        alerts = List.copyOf(alerts);
    }

    /** The warnings in force at a place. */
    public static AlertsInForceView of(Place place, List<IssuedAlert> alerts) {
        return new AlertsInForceView(
                place.id().toString(), alerts.stream().map(AlertInForceView::of).toList());
    }

    /**
     * Schema {@code AlertInForce}: a warning in the terms of the Common Alerting Protocol.
     *
     * @param id the provider's identifier
     * @param source who told Vane of it
     * @param sender who warns
     * @param event what is warned of
     * @param severity how bad
     * @param urgency how soon
     * @param certainty how sure
     * @param area where, in words
     * @param sent when it was issued
     * @param onset when the event is expected to begin
     * @param ends when it ends
     * @param headline in a line
     * @param description what is expected
     * @param instruction what to do
     */
    @Json
    public record AlertInForceView(
            String id,
            String source,
            String sender,
            String event,
            String severity,
            String urgency,
            String certainty,
            String area,
            String sent,
            Optional<String> onset,
            Optional<String> ends,
            Optional<String> headline,
            Optional<String> description,
            Optional<String> instruction) {

        private static AlertInForceView of(IssuedAlert issued) {
            Alert alert = issued.alert();
            return new AlertInForceView(
                    alert.id(),
                    issued.source().name(),
                    alert.sender(),
                    alert.event(),
                    key(alert.gravity().severity()),
                    key(alert.gravity().urgency()),
                    key(alert.gravity().certainty()),
                    alert.area(),
                    Times.text(alert.validity().sent()),
                    alert.validity().onset().map(Times::text),
                    alert.validity().ends().map(Times::text),
                    said(alert.message().headline()),
                    said(alert.message().description()),
                    said(alert.message().instruction()));
        }

        private static String key(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        private static Optional<String> said(String text) {
            return Optional.of(text).filter(words -> !words.isEmpty());
        }
    }
}
