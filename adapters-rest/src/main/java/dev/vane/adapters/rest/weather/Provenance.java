package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.ConditionsView.WindView;
import dev.vane.application.api.Origins;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of each member of conditions which source it is from, or that Vane computed it. */
final class Provenance {

    private static final String DERIVED = "derived";

    private final Map<String, String> members = new LinkedHashMap<>();

    private Provenance() {}

    /**
     * Of the members that stand in every kind of conditions.
     *
     * @param sourced the conditions with their origins
     * @param values the values in them
     * @param wind the words made of them
     */
    static <Q extends Enum<Q> & Quantity> Provenance of(Sourced<?, Q> sourced, Values<Q> values, WindView wind) {
        SourceId main = sourced.source();
        Origins<Q> origins = sourced.origins();
        Provenance provenance = new Provenance();
        provenance.put("sky", origins.sky().orElse(main).name());
        for (Q quantity : values.known()) {
            boolean derived = origins.derived().contains(quantity);
            provenance.put(
                    quantity.key(),
                    derived ? DERIVED : origins.of(quantity, main).name());
        }
        wind.compass().ifPresent(point -> provenance.put("windCompass", DERIVED));
        wind.beaufort().ifPresent(force -> provenance.put("beaufort", DERIVED));
        return provenance;
    }

    /** The same, with whether the sun is up. */
    Provenance withDaylight() {
        put("daylight", DERIVED);
        return this;
    }

    private void put(String member, String source) {
        members.put(member, source);
    }

    /** The sources by the names of the members. */
    Map<String, String> members() {
        return members;
    }
}
