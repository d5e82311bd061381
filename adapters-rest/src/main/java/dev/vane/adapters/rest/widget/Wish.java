package dev.vane.adapters.rest.widget;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.domain.units.UnitSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a client wants a place in small.
 *
 * @param shape what it is to fit into
 * @param units the units
 * @param language the language of the texts
 * @param theme the colours of a page for a frame
 */
record Wish(Shape shape, UnitSystem units, Locale language, Theme theme) {

    static final Set<String> PARAMETERS = Set.of("units", "lang");
    static final String THEME = "theme";

    /** What it is to fit into. */
    enum Shape {
        GLANCE,
        HOMEPAGE,
        EMBED
    }

    /** Colours. */
    enum Theme {
        /** As the reader's system has it. */
        AUTO,
        LIGHT,
        DARK;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the wish from parameters. */
    static Wish of(Shape shape, Parameters parameters, Locale language) {
        List<Theme> themes = Arrays.asList(Theme.values());
        Theme theme = parameters
                .text(THEME)
                .map(text -> Parameters.oneOf(THEME, text, themes, Theme::key))
                .orElse(Theme.AUTO);
        return new Wish(shape, parameters.units(), language, theme);
    }
}
