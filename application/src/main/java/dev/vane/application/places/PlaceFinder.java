package dev.vane.application.places;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.spi.Gazetteer;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.util.List;
import java.util.Optional;

/** Finds places in a gazetteer, and describes points by the towns near them. */
final class PlaceFinder implements FindPlaces {

    private final Gazetteer gazetteer;
    private final RecentPoints recent = new RecentPoints();

    PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit) {
        requireLimit(limit);
        return query.coordinates()
                .map(point -> gazetteer.nearest(point, limit))
                .orElseGet(() -> gazetteer.search(query, limit));
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit, Coordinates near) {
        requireLimit(limit);
        return query.coordinates()
                .map(point -> gazetteer.nearest(point, limit))
                .orElseGet(() -> gazetteer.search(query, limit, near));
    }

    @Override
    public Optional<Place> byId(PlaceId id) {
        return switch (id) {
            case PlaceId.Town town -> gazetteer.town(town);
            case PlaceId.Point point -> Optional.of(recent.get(point).orElseGet(() -> describe(point)));
        };
    }

    private Place describe(PlaceId.Point point) {
        return recent.put(point, PointDescription.of(point, nearest(point.coordinates())));
    }

    @Override
    public Place nearest(Coordinates point) {
        return gazetteer.nearest(point, 1).getFirst();
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is " + limit + ", not between 1 and " + MAX_LIMIT);
        }
    }
}
