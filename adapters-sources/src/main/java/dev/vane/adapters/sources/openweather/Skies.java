package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.weather.Sky;
import java.util.Optional;

/** Reads the {@code weather} of an item: one sky or several, of which OpenWeather calls the first the primary one. */
final class Skies {

    private Skies() {}

    /** The primary sky; unknown if there is none. */
    static Sky primary(JsonObject item) {
        Optional<JsonArray> skies = item.array("weather");
        return skies.isEmpty() || skies.get().size() == 0
                ? Sky.UNKNOWN
                : ConditionId.sky(skies.get().object(0).requiredInteger("id"));
    }
}
