package dev.vane.adapters.sources;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import java.time.ZoneId;
import java.util.OptionalInt;

/** Places for tests. */
public final class TestPlaces {

    /** On Manhattan, 10 m above the sea. */
    public static final Place NEW_YORK = place(40.71427, -74.00597, OptionalInt.of(10), "America/New_York");

    /** In a zone whose clocks change, without elevation. */
    public static final Place BERLIN = place(52.52437, 13.41053, OptionalInt.empty(), "Europe/Berlin");

    /** In Norway, whose warnings MET Norway gives. */
    public static final Place OSLO = in("NO", place(59.91273, 10.74609, OptionalInt.of(26), "Europe/Oslo"));

    private TestPlaces() {}

    /** The same place in a country, by the two letters of its code. */
    public static Place in(String country, Place place) {
        Region region = new Region(country, "", "");
        return new Place(
                place.id(),
                place.name(),
                region,
                place.coordinates(),
                place.elevation(),
                place.zone(),
                place.population());
    }

    /** A point with all that a source looks at. */
    public static Place place(double latitude, double longitude, OptionalInt elevation, String zone) {
        Coordinates coordinates = new Coordinates(latitude, longitude);
        PlaceId id = new PlaceId.Point(coordinates);
        return new Place(id, id.toString(), Region.NONE, coordinates, elevation, ZoneId.of(zone), 0);
    }
}
