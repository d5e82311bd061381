package dev.vane.adapters.sources.metnorway;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The calls that are made of MET Norway. More than four decimals are refused by it, since they make its cache useless;
 * without an altitude it takes its own model of the ground.
 */
final class MetNorwayRequest {

    private static final int DECIMALS = 4;
    private static final int LOWEST = -500;
    private static final int HIGHEST = 9000;

    private MetNorwayRequest() {}

    /** The address to ask for the forecast for a place. */
    static URI of(MetNorwaySettings settings, Place place) {
        Map<String, String> query = point(place);
        place.elevation().ifPresent(metres -> {
            if (metres >= LOWEST && metres <= HIGHEST) { // others it refuses, and they are none
                query.put("altitude", Integer.toString(metres));
            }
        });
        return settings.baseUrl().resource("/weatherapi/locationforecast/2.0/complete", query);
    }

    /** The address to ask for the warnings for a place. */
    static URI alerts(MetNorwaySettings settings, Place place) {
        Map<String, String> query = point(place);
        query.put("lang", "en");
        return settings.baseUrl().resource("/weatherapi/metalerts/2.0/current.json", query);
    }

    private static Map<String, String> point(Place place) {
        Coordinates point = place.coordinates().rounded(DECIMALS);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("lat", decimal(point.latitude()));
        query.put("lon", decimal(point.longitude()));
        return query;
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }
}
