package dev.vane.adapters.sources.metnorway;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one call that is made of MET Norway. More than four decimals are refused by it, since they make its cache useless;
 * without an altitude it takes its own model of the ground.
 */
final class MetNorwayRequest {

    private static final int DECIMALS = 4;
    private static final int LOWEST = -500;
    private static final int HIGHEST = 9000;

    private MetNorwayRequest() {}

    /** The address to ask for a place. */
    static URI of(MetNorwaySettings settings, Place place) {
        Coordinates point = place.coordinates().rounded(DECIMALS);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("lat", decimal(point.latitude()));
        query.put("lon", decimal(point.longitude()));
        place.elevation().ifPresent(metres -> {
            if (metres >= LOWEST && metres <= HIGHEST) { // others it refuses, and they are none
                query.put("altitude", Integer.toString(metres));
            }
        });
        return settings.baseUrl().resource("/weatherapi/locationforecast/2.0/complete", query);
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
