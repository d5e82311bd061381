package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.application.api.ReadWeather;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.PlaceQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where, and perhaps when, as the end of the path says it: {@code latitude,longitude} or {@code city,country}, and a time
 * after a further comma.
 *
 * @param place where
 * @param time when; empty for now
 */
record Spot(ReadWeather.Target place, Optional<String> time) {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{0,20})?");
    private static final Pattern NUMBERS = Pattern.compile("[0-9+.-]*");

    /**
     * Reads it.
     *
     * @throws RefusedException naming {@code latitude}, {@code longitude} or {@code location}
     */
    static Spot parse(String text) {
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.size() < 2 || parts.size() > 3) {
            throw invalid(text);
        }
        ReadWeather.Target place = NUMBERS.matcher(parts.get(0)).matches()
                ? new ReadWeather.ByCoordinates(coordinates(text, parts.get(0), parts.get(1)))
                : new ReadWeather.ByQuery(query(text, parts.get(0) + ", " + parts.get(1)));
        return new Spot(place, parts.size() == 3 ? Optional.of(parts.get(2)) : Optional.empty());
    }

    private static Coordinates coordinates(String text, String latitude, String longitude) {
        if (!DECIMAL.matcher(latitude).matches() || !DECIMAL.matcher(longitude).matches()) {
            throw invalid(text);
        }
        double north = Double.parseDouble(latitude);
        double east = Double.parseDouble(longitude);
        if (Math.abs(north) > 90) {
            throw RefusedException.invalid("latitude", "is " + latitude + ", not from -90 to 90");
        }
        if (east < -180 || east > 360) {
            throw RefusedException.invalid("longitude", "is " + longitude + ", not from -180 to 360");
        }
        return new Coordinates(north, east > 180 ? east - 360 : east);
    }

    private static PlaceQuery query(String text, String query) {
        if (PlaceQuery.fault(query).isPresent()) {
            throw invalid(text);
        }
        return new PlaceQuery(query);
    }

    private static RefusedException invalid(String text) {
        return RefusedException.invalid(
                "location", "is '" + Parameters.shown(text) + "', not a latitude and a longitude such as 45.42,-75.69");
    }
}
