package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.contract.ProblemView;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.ErrorFormat;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;

/**
 * Refusals for both kinds of clients: {@code code} and {@code error} as Dark Sky said them, {@code detail} as Pirate Weather
 * does, in its own words where it has some.
 */
final class DarkSkyErrors implements ErrorFormat {

    @Override
    public Said say(Call call, ProblemView problem) {
        JsonTree body = new JsonTree()
                .put("code", problem.status())
                .put("error", problem.detail())
                .put(
                        "detail",
                        problem.parameter().map(name -> known(name, problem)).orElse(problem.detail()));
        return new Said(
                Status.create(problem.status()), Json.MEDIA_TYPE, new String(body.bytes(), StandardCharsets.UTF_8));
    }

    private static String known(String parameter, ProblemView problem) {
        if (problem.status() != Status.BAD_REQUEST_400.code()) {
            return problem.detail();
        }
        return switch (parameter) {
            case "latitude" -> "Invalid Latitude";
            case "longitude" -> "Invalid Longitude";
            case "location" -> "Invalid Location Specification";
            case "time" -> "Invalid Time Specification";
            case "lang" -> "Language Not Supported";
            default -> problem.detail();
        };
    }
}
