package dev.vane.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All areas that have a name or a town, in the order of their numbers.
 *
 * @param names the name of each; empty where GeoNames has dropped the area since the towns were exported
 */
record Areas(SortedMap<Area, String> names) {

    /** Reads the names of areas, and adds the unnamed ones that towns lie in. */
    static Areas of(Path admin1Json, List<GeoNamesTown> towns) throws IOException {
        SortedMap<Area, String> names = new TreeMap<>();
        for (List<String> row : JsonRows.read(admin1Json, List.of("code", "name"))) {
            String code = row.getFirst();
            names.put(Area.of(code.substring(0, 2), code.substring(3)), row.getLast());
        }
        towns.forEach(town -> names.putIfAbsent(town.area(), ""));
        return new Areas(names);
    }

    /** The number of an area in the file, from 1. */
    SortedMap<Area, Integer> numbers() {
        SortedMap<Area, Integer> numbers = new TreeMap<>();
        names.keySet().forEach(area -> numbers.put(area, numbers.size() + 1));
        return numbers;
    }

    /** The countries of all areas. */
    SortedSet<String> countries() {
        SortedSet<String> countries = new TreeSet<>();
        names.keySet().forEach(area -> countries.add(area.country()));
        return countries;
    }
}
