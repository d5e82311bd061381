package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.MeteredHttp;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.net.URI;

/**
 * Calls resources for one ask below the configured address, and no others: the addresses that stand in answers are never followed,
 * paths are built of checked names and numbers.
 */
final class NwsClient {

    private final BaseUrl baseUrl;
    private final MeteredHttp http;

    NwsClient(BaseUrl baseUrl, MeteredHttp http) {
        this.baseUrl = baseUrl;
        this.http = http;
    }

    /** Asks for a resource, unless the thread has been asked to stop. */
    Part<JsonObject> get(String path) {
        if (Thread.currentThread().isInterrupted()) {
            return Part.lost(Reason.TIMED_OUT, "The US National Weather Service was not asked: the time was up.");
        }
        return switch (http.get(URI.create(baseUrl.uri() + path))) {
            case Content(String text) -> new Part.Got<>(text).then(JsonTree::parse);
            case Refused refused -> new Part.Lost<>(NwsRefusal.failed(refused));
            case Broken(Failed failure) -> new Part.Lost<>(failure);
        };
    }
}
