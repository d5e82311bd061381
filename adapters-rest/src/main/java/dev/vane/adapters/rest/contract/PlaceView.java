package dev.vane.adapters.rest.contract;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.units.Unit;
import io.avaje.jsonb.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Schema {@code Place}.
 *
 * @param id the place's id
 * @param name its name
 * @param label name, area and country in the language asked for
 * @param area first-level administrative area
 * @param areaCode the area's code
 * @param country the country's name in the language asked for
 * @param countryCode ISO 3166-1 alpha-2
 * @param latitude degrees north
 * @param longitude degrees east
 * @param elevation metres, or the unit of the answer's {@code units}
 * @param timeZone IANA name
 * @param population inhabitants
 */
@Json
public record PlaceView(
        String id,
        String name,
        String label,
        Optional<String> area,
        Optional<String> areaCode,
        Optional<String> country,
        Optional<String> countryCode,
        Figure latitude,
        Figure longitude,
        OptionalLong elevation,
        String timeZone,
        long population) {

    /** Decimals of coordinates: 1 m. */
    private static final int DECIMALS = 5;

    /** A place with its elevation in metres. */
    public static PlaceView of(Place place, Locale language) {
        return of(place, language, Unit.METRE);
    }

    /** A place with its elevation in a unit of length. */
    public static PlaceView of(Place place, Locale language, Unit elevation) {
        Coordinates point = place.coordinates();
        return new PlaceView(
                place.id().toString(),
                place.name(),
                place.label(language),
                present(place.region().areaName()),
                present(place.region().areaCode()),
                present(place.region().countryName(language)),
                present(place.region().countryCode()),
                Figure.rounded(point.latitude(), DECIMALS),
                Figure.rounded(point.longitude(), DECIMALS),
                elevationOf(place, elevation),
                place.zone().getId(),
                place.population());
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(Predicate.not(String::isEmpty));
    }

    private static OptionalLong elevationOf(Place place, Unit unit) {
        return place.elevation().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.round(Unit.METRE.convert(place.elevation().getAsInt(), unit)));
    }
}
