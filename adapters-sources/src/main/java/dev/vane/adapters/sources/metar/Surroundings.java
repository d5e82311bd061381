package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.station.NearestStations;
import dev.vane.domain.place.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The box around a point in which all stations lie that may stand for it. It ends at the poles and at the 180th meridian; beyond
 * that nothing is looked for.
 */
final class Surroundings {

    /** A degree of latitude is nowhere shorter, metres. */
    private static final double DEGREE = 110_500;

    private static final int DECIMALS = 2;

    private Surroundings() {}

    /** South, west, north and east in degrees, joined by commas. */
    static String box(Coordinates point) {
        double tall = NearestStations.FARTHEST / DEGREE;
        double shrink = Math.cos(Math.toRadians(Math.min(90, Math.abs(point.latitude()) + tall)));
        double wide = Math.min(360, tall / Math.max(shrink, 1e-3));
        return String.join(
                ",",
                outwards(Math.max(-90, point.latitude() - tall), RoundingMode.FLOOR),
                outwards(Math.max(-180, point.longitude() - wide), RoundingMode.FLOOR),
                outwards(Math.min(90, point.latitude() + tall), RoundingMode.CEILING),
                outwards(Math.min(180, point.longitude() + wide), RoundingMode.CEILING));
    }

    private static String outwards(double degrees, RoundingMode mode) {
        return BigDecimal.valueOf(degrees).setScale(DECIMALS, mode).toPlainString();
    }
}
