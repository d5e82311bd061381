package dev.vane.adapters.rest.contract;

import dev.vane.domain.weather.Sky;
import io.avaje.jsonb.Json;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Schema {@code Sky}.
 *
 * @param condition its key
 * @param intensity its key, if the condition has degrees
 * @param thunder whether it thunders
 * @param text words for a person, in English
 */
@Json
public record SkyView(String condition, Optional<String> intensity, boolean thunder, String text) {

    /** A sky. */
    public static SkyView of(Sky sky) {
        return new SkyView(
                sky.condition().key(),
                Optional.of(sky.intensity().key()).filter(Predicate.not(String::isEmpty)),
                sky.thunder(),
                sky.description());
    }
}
