package dev.vane.adapters.rest.snapshot;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.application.api.ReadWeather;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which place a query is about: {@code place}, {@code lat} with {@code lon}, or {@code q}, exactly one of them.
 *
 * @param target the place
 * @param parameter what the client named it by
 */
public record WhichPlace(ReadWeather.Target target, String parameter) {

    /** The names of the parameters. */
    public static final Set<String> PARAMETERS = Set.of("place", "lat", "lon", "q");

    /**
     * Reads it.
     *
     * @throws RefusedException if none is given, or several
     */
    public static WhichPlace of(Parameters parameters) {
        boolean point = parameters.has("lat") || parameters.has("lon");
        long ways = Stream.of(parameters.has("place"), point, parameters.has("q"))
                .filter(given -> given)
                .count();
        if (ways != 1) {
            String given = ways == 0 ? "is missing" : "is given beside another way to say which place";
            throw RefusedException.invalid("place", given + "; give one of place, lat with lon, and q");
        }
        if (point) {
            return new WhichPlace(new ReadWeather.ByCoordinates(parameters.requiredCoordinates("lat", "lon")), "lat");
        }
        return parameters.has("place")
                ? new WhichPlace(
                        new ReadWeather.ById(Parameters.placeId("place", parameters.requiredText("place"))), "place")
                : new WhichPlace(new ReadWeather.ByQuery(parameters.requiredPlaceQuery("q")), "q");
    }
}
