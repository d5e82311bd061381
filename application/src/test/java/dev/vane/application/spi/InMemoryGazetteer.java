package dev.vane.application.spi;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.FoldedName;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import dev.vane.domain.place.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A gazetteer of the few towns that a test names. */
public class InMemoryGazetteer implements Gazetteer {

    private static final Comparator<Place> BEST_FIRST =
            Comparator.comparingLong(Place::population).reversed();

    private final List<Place> towns;

    /** Knows the given towns, at least one. */
    public InMemoryGazetteer(List<Place> towns) {
        this.towns = towns.stream().sorted(BEST_FIRST).toList();
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit) {
        return matches(query).limit(positive(limit)).toList();
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit, Coordinates near) {
        return matches(query).sorted(byDistance(near)).limit(positive(limit)).toList();
    }

    @Override
    public Optional<Place> town(PlaceId.Town id) {
        return towns.stream().filter(town -> town.id().equals(id)).findFirst();
    }

    @Override
    public List<Place> nearest(Coordinates point, int limit) {
        return towns.stream().sorted(byDistance(point)).limit(positive(limit)).toList();
    }

    private static int positive(int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit is " + limit + ", not positive");
        }
        return limit;
    }

    private static Comparator<Place> byDistance(Coordinates point) {
        return Comparator.comparingDouble(town -> town.coordinates().distanceTo(point));
    }

    private Stream<Place> matches(PlaceQuery query) {
        List<FoldedName> parts =
                Arrays.stream(query.text().split(",")).map(FoldedName::of).toList();
        return towns.stream()
                .filter(town -> !parts.isEmpty() && isNamed(town, parts.getFirst()))
                .filter(town -> parts.stream().skip(1).allMatch(part -> liesIn(town.region(), part)));
    }

    private static boolean isNamed(Place town, FoldedName part) {
        String name = FoldedName.of(town.name()).text();
        return !part.isEmpty() && (name.startsWith(part.text()) || name.contains(" " + part.text()));
    }

    private static boolean liesIn(Region region, FoldedName part) {
        String country = region.countryCode().equals("GB") ? "UK" : region.countryCode();
        return Stream.of(
                        region.countryCode(),
                        country,
                        region.countryName(Locale.ENGLISH),
                        region.areaCode(),
                        region.areaName())
                .map(FoldedName::of)
                .anyMatch(part::equals);
    }
}
