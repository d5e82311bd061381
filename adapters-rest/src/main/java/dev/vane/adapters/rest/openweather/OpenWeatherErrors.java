package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.contract.ProblemView;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.ErrorFormat;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;

/**
 * Refusals as OpenWeather says them: {@code cod} is a text in 400 and 404 and a number elsewhere, and the message is
 * OpenWeather's where it has one.
 */
final class OpenWeatherErrors implements ErrorFormat {

    @Override
    public Said say(Call call, ProblemView problem) {
        JsonTree body = new JsonTree();
        switch (problem.status()) {
            case 400, 404 -> body.put("cod", Integer.toString(problem.status()));
            default -> body.put("cod", problem.status());
        }
        body.put("message", message(problem));
        return new Said(
                Status.create(problem.status()), Json.MEDIA_TYPE, new String(body.bytes(), StandardCharsets.UTF_8));
    }

    private static String message(ProblemView problem) {
        if (problem.type().equals("/problems/unknown-place")) {
            return "city not found";
        }
        String parameter = problem.status() == 400 ? problem.parameter().orElse("") : "";
        return switch (parameter) {
            case Locations.NOWHERE -> "Nothing to geocode";
            case "lat" -> "wrong latitude";
            case "lon" -> "wrong longitude";
            case "id" -> "Invalid ID";
            default -> problem.detail();
        };
    }
}
