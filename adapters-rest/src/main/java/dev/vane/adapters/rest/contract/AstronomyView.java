package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.Optional;

/**
 * Schema {@code Astronomy}.
 *
 * @param date the local day
 * @param sun the sun
 * @param moon the moon
 */
@Json
public record AstronomyView(String date, SunView sun, MoonView moon) {

    /**
     * The sun of a day.
     *
     * @param state whether it rises and sets
     * @param sunrise when, if it does
     * @param sunset when, if it does
     * @param solarNoon when it stands highest
     * @param dayLength for how long it is up, as an ISO 8601 duration
     */
    @Json
    public record SunView(
            String state,
            Optional<String> sunrise,
            Optional<String> sunset,
            Optional<String> solarNoon,
            String dayLength) {}

    /**
     * The moon of a day.
     *
     * @param phase its key
     * @param illumination percent of the disc
     * @param moonrise when, if it does
     * @param moonset when, if it does
     */
    @Json
    public record MoonView(String phase, Figure illumination, Optional<String> moonrise, Optional<String> moonset) {}
}
