package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.nws.DayMemory.Remembered;
import dev.vane.adapters.sources.station.NearestStations;
import dev.vane.adapters.sources.station.Station;
import dev.vane.application.spi.SourceNotes;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.units.Unit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the stations that may stand for a place ({@link NearestStations}) among those of its grid cell, with one call a day.
 * That there is none is remembered for a day too. Older ones are used as long as they cannot be asked for again.
 */
final class OfficialStations {

    private static final int MOST = 3;
    private static final int LIMIT = 5000;
    private static final String NONE = "-";
    private static final String NUMBER = "(-?[0-9]{1,4}(?:\\.[0-9]{1,20})?)";
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{3,8}");
    private static final Pattern NOTE = Pattern.compile("([A-Z0-9]{3,8}) " + NUMBER + " " + NUMBER + " " + NUMBER);

    private final DayMemory<List<Station>> memory;

    OfficialStations(Clock clock, SourceNotes notes) {
        Notes<List<Station>> form = new Notes<>(notes, "official ", OfficialStations::write, OfficialStations::read);
        memory = new DayMemory<>(LIMIT, clock, form);
    }

    /** The stations that may stand for a place, the nearest first; three at most, perhaps none. */
    Part<List<Station>> find(NwsClient client, GridCell cell, Place place) {
        String key = GridCells.key(place.coordinates()) + " "
                + (place.elevation().isPresent() ? place.elevation().getAsInt() : NONE);
        Optional<Remembered<List<Station>>> known = memory.get(key);
        if (known.filter(Remembered::fresh).isPresent()) {
            return new Part.Got<>(known.get().value());
        }
        Part<List<Station>> found = client.get(cell.path() + "/stations")
                .then(root -> NearestStations.of(place, decode(root)).stream()
                        .limit(MOST)
                        .toList());
        found.value().ifPresent(stations -> memory.put(key, stations));
        return found.value().isEmpty() && known.isPresent()
                ? new Part.Got<>(known.get().value())
                : found;
    }

    /** Reads the stations of an answer of {@code /gridpoints/…/stations}; one with a fault costs no other. */
    static List<Station> decode(JsonObject root) {
        JsonArray features = root.requiredArray("features");
        List<Station> stations = new ArrayList<>();
        List<JsonFault> faults = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            try {
                stations.add(station(features.object(i)));
            } catch (JsonFault fault) {
                faults.add(fault);
            }
        }
        if (stations.isEmpty() && !faults.isEmpty()) {
            throw faults.getFirst();
        }
        return List.copyOf(stations);
    }

    private static Station station(JsonObject feature) {
        JsonObject properties = feature.requiredObject("properties");
        String id = properties.requiredText("stationIdentifier");
        if (!ID.matcher(id).matches()) {
            throw new JsonFault(
                    properties.path("stationIdentifier") + " is a string that is not 3 to 8 capitals or digits");
        }
        JsonObject elevation = properties.requiredObject("elevation");
        Unit unit = NwsUnits.unit(elevation.requiredText("unitCode"), elevation.path("unitCode"));
        OptionalDouble value = elevation.number("value");
        if (!unit.convertsTo(Unit.METRE) || value.isEmpty()) {
            throw new JsonFault(elevation.path("value") + " is missing, or no length");
        }
        double metres = unit.convert(value.getAsDouble(), Unit.METRE);
        if (!Station.isElevation(metres)) {
            throw new JsonFault(elevation.path("value") + " is " + metres + ", no elevation in metres");
        }
        return new Station(id, coordinates(feature.requiredObject("geometry")), metres);
    }

    private static Coordinates coordinates(JsonObject geometry) {
        JsonArray point = geometry.requiredArray("coordinates");
        double longitude = point.size() < 2 ? Double.NaN : point.number(0).orElse(Double.NaN);
        double latitude = point.size() < 2 ? Double.NaN : point.number(1).orElse(Double.NaN);
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        if (!onEarth) {
            throw new JsonFault(point.path() + " is no point on earth");
        }
        return new Coordinates(latitude, longitude);
    }

    private static String write(List<Station> stations) {
        return stations.isEmpty()
                ? NONE
                : stations.stream()
                        .map(station ->
                                station.id() + " " + station.coordinates().latitude() + " "
                                        + station.coordinates().longitude() + " " + station.elevation())
                        .collect(Collectors.joining(";"));
    }

    private static Optional<List<Station>> read(String text) {
        if (text.equals(NONE)) {
            return Optional.of(List.of());
        }
        List<Station> stations = Arrays.stream(text.split(";", -1))
                .map(NOTE::matcher)
                .filter(Matcher::matches)
                .flatMap(note -> station(note).stream())
                .toList();
        return stations.isEmpty() ? Optional.empty() : Optional.of(stations);
    }

    private static Optional<Station> station(Matcher note) {
        try {
            Coordinates point = new Coordinates(Double.parseDouble(note.group(2)), Double.parseDouble(note.group(3)));
            return Optional.of(new Station(note.group(1), point, Double.parseDouble(note.group(4))));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
