package dev.vane.application.api;

import dev.vane.domain.weather.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whose word counts first, as long as nothing is measured.
 *
 * @param byCountry for places in a country, by its ISO 3166-1 alpha-2 code in capitals: sources that come before all
 *     others, the most preferred first; the others follow in the order in which they were added
 */
public record SourcePreference(Map<String, List<SourceId>> byCountry) {

    /** The same order everywhere. */
    public static final SourcePreference NONE = new SourcePreference(Map.of());

    /** Copies the map. */
    public SourcePreference {
        byCountry = Map.copyOf(byCountry);
    }

    /**
     * Sources in the order of preference for a country.
     *
     * @param general the sources in their general order
     * @param country the code, empty if the place is in none
     */
    public List<SourceId> order(List<SourceId> general, String country) {
        List<SourceId> order = new ArrayList<>(byCountry.getOrDefault(country, List.of()));
        order.retainAll(general);
        general.stream().filter(source -> !order.contains(source)).forEach(order::add);
        return List.copyOf(order);
    }
}
