package dev.vane.gazetteer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the areas of towns up to date with the names of areas, which are newer: between the two exports Vietnam and
 * Norway were divided anew, and Vietnam's old codes now mean other areas. A town takes its area from the newer list of
 * towns; one that is not there goes where most towns of its old area went.
 */
final class AreaUpdate {

    /** How far a town may have moved between the two exports: 0.05 degrees. */
    private static final int TOLERANCE = GeoNamesTown.UNITS_PER_DEGREE / 20;

    private final Map<String, List<Newer>> newer = new HashMap<>();
    private final Map<Area, Map<Area, Integer>> votes = new HashMap<>();

    private AreaUpdate() {}

    private record Newer(int latitude, int longitude, Area area) {

        boolean isAt(GeoNamesTown town) {
            return Math.abs(latitude - town.latitude()) <= TOLERANCE
                    && Math.abs(longitude - town.longitude()) <= TOLERANCE;
        }
    }

    /** The towns in their present areas, in the same order. */
    static List<GeoNamesTown> apply(List<GeoNamesTown> towns, Path citiesJson) throws IOException {
        AreaUpdate update = new AreaUpdate();
        JsonRows.read(citiesJson, List.of("country", "name", "lat", "lng", "admin1"))
                .forEach(update::addNewer);
        towns.forEach(update::vote);
        return towns.stream().map(town -> town.in(update.area(town))).toList();
    }

    private void addNewer(List<String> row) {
        Newer town = new Newer(scaled(row.get(2)), scaled(row.get(3)), Area.of(row.get(0), row.get(4)));
        newer.computeIfAbsent(key(row.get(0), row.get(1)), _ -> new ArrayList<>())
                .add(town);
    }

    private static int scaled(String degrees) {
        return new BigDecimal(degrees)
                .multiply(BigDecimal.valueOf(GeoNamesTown.UNITS_PER_DEGREE))
                .intValue();
    }

    private static String key(String country, String name) {
        return country + " " + name;
    }

    private void vote(GeoNamesTown town) {
        found(town)
                .ifPresent(area ->
                        votes.computeIfAbsent(town.area(), _ -> new HashMap<>()).merge(area, 1, Integer::sum));
    }

    private Optional<Area> found(GeoNamesTown town) {
        return newer.getOrDefault(key(town.area().country(), town.name()), List.of()).stream()
                .filter(candidate -> candidate.isAt(town))
                .findFirst()
                .map(Newer::area);
    }

    private Area area(GeoNamesTown town) {
        return found(town)
                .orElseGet(() -> votes.getOrDefault(town.area(), Map.of()).entrySet().stream()
                        .max(Map.Entry.<Area, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(town.area()));
    }
}
