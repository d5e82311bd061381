package dev.vane.adapters.rest.operations;

import dev.vane.adapters.rest.contract.BuildView;
import dev.vane.adapters.rest.contract.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** Says what the program is, on the operations listener alone. */
public final class InfoService implements HttpService {

    private final byte[] document;

    /** Says this of the program. */
    public InfoService(BuildView build) {
        document = Json.bytes(build);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(
                "/info",
                (request, response) -> response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, Json.MEDIA_TYPE))
                        .send(document));
    }
}
