package dev.vane.domain.place;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A named point on earth.
 *
 * @param id what identifies it for ever
 * @param name its usual name, not empty
 * @param region its country and administrative area
 * @param coordinates where it lies
 * @param elevation metres above mean sea level, empty if unknown
 * @param zone its time zone
 * @param population inhabitants; 0 if unknown or nobody
 */
public record Place(
        PlaceId id,
        String name,
        Region region,
        Coordinates coordinates,
        OptionalInt elevation,
        ZoneId zone,
        long population) {

    /** Checks that nothing is missing. */
    public Place {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(coordinates, "coordinates");
        Objects.requireNonNull(elevation, "elevation");
        Objects.requireNonNull(zone, "zone");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of place " + id + " is blank");
        }
        if (population < 0) {
            throw new IllegalArgumentException("population of place " + id + " is " + population + ", below 0");
        }
    }

    /** Name, area and country as one line, without repeating a part: {@code Berlin, Germany}. */
    public String label(Locale language) {
        return Stream.of(name, region.areaName(), region.countryName(language))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
