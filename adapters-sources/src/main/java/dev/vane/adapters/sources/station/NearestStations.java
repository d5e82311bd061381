package dev.vane.adapters.sources.station;

import dev.vane.domain.place.Place;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the stations that may stand for a place: within 30 km, and not more than 200 m above or below it.
 *
 * <p>If the elevation of a place is not known, no station is reduced to it, so one is good enough only where it does not matter:
 * where all stations within 30 km lie within 200 m of each other. Among mountains there is none then.
 */
public final class NearestStations {

    /** How far away a station may be, metres. */
    public static final double FARTHEST = 30_000;

    /** How much higher or lower a station may be, metres. */
    public static final double STEEPEST = 200;

    private NearestStations() {}

    /** Those of some stations that may stand for a place, the nearest first; of two as near, by their names. */
    public static List<Station> of(Place place, Collection<Station> stations) {
        List<Station> near = stations.stream()
                .filter(station -> distance(place, station) <= FARTHEST)
                .sorted(Comparator.<Station>comparingDouble(station -> distance(place, station))
                        .thenComparing(Station::id))
                .toList();
        if (place.elevation().isEmpty()) {
            return spread(near) <= STEEPEST ? near : List.of();
        }
        double here = place.elevation().getAsInt();
        return near.stream()
                .filter(station -> Math.abs(station.elevation() - here) <= STEEPEST)
                .toList();
    }

    private static double distance(Place place, Station station) {
        return place.coordinates().distanceTo(station.coordinates());
    }

    private static double spread(List<Station> stations) {
        var elevations = stations.stream().mapToDouble(Station::elevation).summaryStatistics();
        return stations.isEmpty() ? 0 : elevations.getMax() - elevations.getMin();
    }
}
