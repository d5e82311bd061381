package dev.vane.adapters.rest.calendar;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.domain.units.UnitSystem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a client wants in its calendar.
 *
 * @param kinds which kinds of events
 * @param frost °C: a night is one with frost if it gets as cold as that
 * @param rain mm an hour: as much has to fall for a time to be worth an event
 * @param units the units of the texts
 * @param language the language of the texts
 */
record Wish(List<Event.Kind> kinds, double frost, double rain, UnitSystem units, Locale language) {

    static final Set<String> PARAMETERS = Set.of("include", "frost", "rain", "units", "lang");

    private static final double DEFAULT_FROST = 0;
    private static final double DEFAULT_RAIN = 0.5;

    /** Reads the wish from parameters. */
    static Wish of(Parameters parameters, Locale language) {
        List<Event.Kind> all = List.of(Event.Kind.values());
        return new Wish(
                parameters.has("include") ? parameters.severalOf("include", all, Event.Kind::key) : all,
                parameters.decimal("frost", -60, 40, DEFAULT_FROST),
                parameters.decimal("rain", 0.1, 100, DEFAULT_RAIN),
                parameters.units(),
                language);
    }
}
