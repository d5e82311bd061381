package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.MeteredHttp;
import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.place.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls OpenWeather's endpoints for one ask. The token stands in the address, as its protocol wants; it leaves only here. */
final class OpenWeatherClient {

    /** What came of a call. */
    sealed interface Outcome {
        /** An answer that says that it is one. */
        record Document(JsonObject root) implements Outcome {}

        /** No answer that can be used. */
        record NoDocument(Failed failure) implements Outcome {}
    }

    private final OpenWeatherSettings settings;
    private final MeteredHttp http;
    private final OpenWeatherRefusal refusal;

    OpenWeatherClient(OpenWeatherSettings settings, MeteredHttp http) {
        this.settings = settings;
        this.http = http;
        refusal = new OpenWeatherRefusal(settings.token());
    }

    /** Asks an endpoint about a point, in metric units. */
    Outcome get(String path, Coordinates point, Map<String, String> more) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("lat", decimal(point.latitude()));
        query.put("lon", decimal(point.longitude()));
        query.put("units", "metric");
        query.putAll(more);
        query.put("appid", settings.token().reveal());
        URI resource = settings.baseUrl().resource(path, query);
        return switch (http.get(resource)) {
            case Content(String text) -> document(text);
            case Refused refused -> new Outcome.NoDocument(refusal.failed(refused));
            case Broken(Failed failure) -> new Outcome.NoDocument(failure);
        };
    }

    private Outcome document(String text) {
        try {
            JsonObject root = JsonTree.parse(text);
            Optional<Failed> refused = refusal.failed(root);
            return refused.isPresent() ? new Outcome.NoDocument(refused.get()) : new Outcome.Document(root);
        } catch (JsonFault fault) {
            String what = ProviderText.clean(settings.token().redact(fault.getMessage()));
            String detail = "The answer of OpenWeather cannot be used: " + what + ".";
            return new Outcome.NoDocument(new Failed(Reason.MALFORMED, detail, Optional.empty()));
        }
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(5, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
