package dev.vane.application.spi;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;

/** Real towns with their GeoNames ids, few enough to know by heart: what {@link GazetteerContract} asks for. */
public final class ContractTowns {

    /** Germany's Berlin. */
    public static final Place BERLIN = new Place(
            new PlaceId.Town(2950159),
            "Berlin",
            new Region("DE", "16", "State of Berlin"),
            new Coordinates(52.52437, 13.41053),
            OptionalInt.of(74),
            ZoneId.of("Europe/Berlin"),
            3426354);

    /** A Berlin in the USA. */
    public static final Place BERLIN_NEW_HAMPSHIRE = new Place(
            new PlaceId.Town(5083330),
            "Berlin",
            new Region("US", "NH", "New Hampshire"),
            new Coordinates(44.46867, -71.18508),
            OptionalInt.of(311),
            ZoneId.of("America/New_York"),
            9367);

    /** Brazil's São Paulo. */
    public static final Place SAO_PAULO = new Place(
            new PlaceId.Town(3448439),
            "São Paulo",
            new Region("BR", "27", "São Paulo"),
            new Coordinates(-23.5475, -46.63611),
            OptionalInt.of(769),
            ZoneId.of("America/Sao_Paulo"),
            12400232);

    /** New York City. */
    public static final Place NEW_YORK = new Place(
            new PlaceId.Town(5128581),
            "New York City",
            new Region("US", "NY", "New York"),
            new Coordinates(40.71427, -74.00597),
            OptionalInt.of(10),
            ZoneId.of("America/New_York"),
            8804190);

    /** England's London. */
    public static final Place LONDON = new Place(
            new PlaceId.Town(2643743),
            "London",
            new Region("GB", "ENG", "England"),
            new Coordinates(51.50853, -0.12574),
            OptionalInt.of(25),
            ZoneId.of("Europe/London"),
            8961989);

    /** Ontario's London. */
    public static final Place LONDON_ONTARIO = new Place(
            new PlaceId.Town(6058560),
            "London",
            new Region("CA", "08", "Ontario"),
            new Coordinates(42.98339, -81.23304),
            OptionalInt.of(252),
            ZoneId.of("America/Toronto"),
            346765);

    /** Oregon's Portland. */
    public static final Place PORTLAND = new Place(
            new PlaceId.Town(5746545),
            "Portland",
            new Region("US", "OR", "Oregon"),
            new Coordinates(45.52345, -122.67621),
            OptionalInt.of(12),
            ZoneId.of("America/Los_Angeles"),
            652503);

    /** Fiji's capital, near the antimeridian, whose elevation GeoNames does not know. */
    public static final Place SUVA = new Place(
            new PlaceId.Town(2198148),
            "Suva",
            new Region("FJ", "01", "Central"),
            new Coordinates(-18.13683, 178.42531),
            OptionalInt.empty(),
            ZoneId.of("Pacific/Fiji"),
            77366);

    /** All of them. */
    public static final List<Place> ALL =
            List.of(BERLIN, BERLIN_NEW_HAMPSHIRE, SAO_PAULO, NEW_YORK, LONDON, LONDON_ONTARIO, PORTLAND, SUVA);

    private ContractTowns() {}
}
