package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.snapshot.Snapshot;
import java.util.Locale;
import java.util.Set;

/** The document of a place's weather as one client wants it: the same for whoever wants it so, and made once. */
public final class WeatherForm {

    /** The parameters that say how it is wanted. */
    public static final Set<String> PARAMETERS = Set.of("units", "include", "hours", "days", "provenance", "lang");

    private final Wish wish;

    private WeatherForm(Wish wish) {
        this.wish = wish;
    }

    /**
     * Reads the parameters.
     *
     * @param language of texts
     * @throws RefusedException if one is not as it should be
     */
    public static WeatherForm of(Parameters parameters, Locale language) {
        return new WeatherForm(Wish.of(parameters, language));
    }

    /** The document of a snapshot. */
    public Answer.Document document(Snapshot snapshot) {
        return snapshot.document(
                wish,
                "Accept, Accept-Language",
                () -> Representation.of(
                        Json.MEDIA_TYPE, Json.bytes(WeatherDocument.of(snapshot.weather(), wish, snapshot.window()))));
    }
}
