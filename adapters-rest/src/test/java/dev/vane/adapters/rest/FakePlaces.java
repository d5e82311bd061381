package dev.vane.adapters.rest;

import dev.vane.application.api.FindPlaces;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Two Portlands, found by the beginning of their name, and every point there is. */
final class FakePlaces implements FindPlaces {

    private static final List<Place> PLACES = List.of(Samples.PORTLAND, Samples.OTHER_PORTLAND);

    @Override
    public List<Place> search(PlaceQuery query, int limit) {
        String start = query.text().toLowerCase(Locale.ROOT).split(",", -1)[0];
        return PLACES.stream()
                .filter(place -> place.name().toLowerCase(Locale.ROOT).startsWith(start))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit, Coordinates near) {
        return search(query, limit).stream().sorted(byDistance(near)).toList();
    }

    @Override
    public Optional<Place> byId(PlaceId id) {
        return switch (id) {
            case PlaceId.Town town ->
                PLACES.stream().filter(place -> place.id().equals(town)).findFirst();
            case PlaceId.Point point -> Optional.of(Samples.at(point));
        };
    }

    @Override
    public Place nearest(Coordinates point) {
        return PLACES.stream().min(byDistance(point)).orElseThrow();
    }

    private static Comparator<Place> byDistance(Coordinates point) {
        return Comparator.comparingDouble(place -> point.distanceTo(place.coordinates()));
    }
}
