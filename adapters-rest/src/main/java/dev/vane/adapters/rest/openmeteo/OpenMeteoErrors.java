package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.contract.ProblemView;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.ErrorFormat;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import io.helidon.http.Status;

/** Refusals as Open-Meteo has them: {@code {"error":true,"reason":"..."}}. */
final class OpenMeteoErrors implements ErrorFormat {

    /** The media type of everything in JSON here, as Open-Meteo writes it. */
    static final String JSON = "application/json; charset=utf-8";

    @Override
    public Said say(Call call, ProblemView problem) {
        String body = "{\"error\":true,\"reason\":" + JsonText.quoted(problem.detail()) + "}";
        return new Said(Status.create(problem.status()), JSON, body);
    }

    /** A refusal with status 400 of which the client is told the reason. */
    static RefusedException refused(String reason) {
        return new RefusedException(new Refusal.MalformedRequest(reason));
    }
}
