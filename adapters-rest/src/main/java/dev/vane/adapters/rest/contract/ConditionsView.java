package dev.vane.adapters.rest.contract;

import java.util.Map;
import java.util.Optional;

/**
 * Schemas {@code Conditions}, {@code Current} and {@code Day}: some fixed members, then a member for each value that is
 * known. {@link ConditionsAdapter} writes it.
 *
 * @param when the name of its time and the time
 * @param source who said it; empty where the document around it says so
 * @param period how far back interval values reach
 * @param sky the look of the sky
 * @param daylight whether the sun is up; empty of a day
 * @param values the values by name, in the order to write them
 * @param wind the wind in words
 * @param provenance where each member is from, by its name; empty if that is not wanted
 */
public record ConditionsView(
        When when,
        Optional<String> source,
        Optional<String> period,
        SkyView sky,
        Optional<Boolean> daylight,
        Map<String, Figure> values,
        WindView wind,
        Map<String, String> provenance) {

    /**
     * The time or the day of conditions.
     *
     * @param name {@code time} or {@code date}
     * @param value RFC 3339
     */
    public record When(String name, String value) {}

    /**
     * The wind in words.
     *
     * @param compass one of 16 points; empty if it is not known or calm
     * @param beaufort the force; empty if it is not known, or of a day
     */
    public record WindView(Optional<String> compass, Optional<Integer> beaufort) {}
}
