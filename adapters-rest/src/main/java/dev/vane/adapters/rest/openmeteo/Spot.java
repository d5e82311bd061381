package dev.vane.adapters.rest.openmeteo;

import dev.vane.domain.place.Coordinates;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One of the places of a request.
 *
 * @param coordinates where
 * @param manner how its answer differs from that of the others
 */
record Spot(Coordinates coordinates, Manner manner) {

    /** More are refused: each place that nobody has asked for yet is asked of every source. */
    static final int MOST = 10;

    /**
     * What is said of one place by itself.
     *
     * @param id its number in the answer
     * @param zone the zone of its times, empty for its own
     * @param elevation metres, if the client says so
     */
    record Manner(int id, Optional<ZoneId> zone, OptionalDouble elevation) {}

    /** Reads the places of a request, at least one. */
    static List<Spot> all(Input input) {
        List<Double> latitudes = input.decimals("latitude");
        List<Double> longitudes = input.decimals("longitude");
        if (latitudes.isEmpty() && longitudes.isEmpty()) {
            throw OpenMeteoErrors.refused("Parameter 'latitude' and 'longitude' must not be empty");
        }
        sameCount(longitudes, latitudes, "Parameter 'latitude' and 'longitude' must have the same number of elements");
        if (latitudes.size() > MOST) {
            throw OpenMeteoErrors.refused("Only up to " + MOST + " locations can be requested at once");
        }
        List<Double> elevations = input.decimals("elevation");
        List<Double> ids = input.decimals("location_id");
        List<Optional<ZoneId>> zones =
                input.list("timezone").stream().map(ClientZone::parse).toList();
        if (!elevations.isEmpty()) {
            sameCount(
                    elevations,
                    latitudes,
                    "Parameter 'elevation' must have the same number of elements as coordinates");
        }
        if (!ids.isEmpty()) {
            sameCount(ids, latitudes, "Parameter 'location_id' and coordinates must have the same number of elements");
        }
        if (zones.size() > 1) {
            sameCount(zones, latitudes, "Parameter 'timezone' and coordinates must have the same number of elements");
        }
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < latitudes.size(); i++) {
            Manner manner = new Manner(ids.isEmpty() ? i : id(ids.get(i)), zone(zones, i), elevation(elevations, i));
            spots.add(new Spot(coordinates(latitudes.get(i), longitudes.get(i)), manner));
        }
        return spots;
    }

    private static void sameCount(List<?> these, List<?> those, String otherwise) {
        if (these.size() != those.size()) {
            throw OpenMeteoErrors.refused(otherwise);
        }
    }

    private static int id(double number) {
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw OpenMeteoErrors.refused("Value of type 'Int' required for key 'location_id'.");
        }
        return (int) number;
    }

    private static Optional<ZoneId> zone(List<Optional<ZoneId>> zones, int index) {
        return zones.isEmpty() ? Optional.of(ClientZone.DEFAULT) : zones.get(zones.size() == 1 ? 0 : index);
    }

    private static OptionalDouble elevation(List<Double> elevations, int index) {
        if (elevations.isEmpty() || elevations.get(index).isNaN()) {
            return OptionalDouble.empty();
        }
        double metres = elevations.get(index);
        if (metres < -500 || metres > 9000) {
            throw OpenMeteoErrors.refused("Elevation must be in range of -500 to 9000 m. Given: " + metres + ".");
        }
        return OptionalDouble.of(metres);
    }

    private static Coordinates coordinates(double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90)) {
            throw OpenMeteoErrors.refused("Latitude must be in range of -90 to 90°. Given: " + latitude + ".");
        }
        if (!(Math.abs(longitude) <= 180)) {
            throw OpenMeteoErrors.refused("Longitude must be in range of -180 to 180°. Given: " + longitude + ".");
        }
        return new Coordinates(latitude, longitude);
    }
}
