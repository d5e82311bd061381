package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.application.api.ReadWeather;
import dev.vane.domain.place.PlaceId;
import java.util.Locale;

/** Finds the place of a request, as OpenWeather does: of several of a name the likeliest, without asking back. */
final class Locations {

    /** Stands for the place in refusals when nothing names one. */
    static final String NOWHERE = "place";

    private static final String TOWN = "[1-9][0-9]{0,9}";

    private final Snapshots snapshots;

    Locations(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The weather of a place by name, id or coordinates. */
    Snapshot named(Parameters parameters, Locale language) {
        if (parameters.text("q").filter(text -> !text.isBlank()).isPresent()) {
            return likeliest(new ReadWeather.ByQuery(parameters.requiredPlaceQuery("q")), language);
        }
        if (parameters.has("id")) {
            String id = parameters.requiredText("id");
            if (!id.matches(TOWN)) {
                throw RefusedException.invalid("id", "is '" + Parameters.shown(id) + "', not the number of a city");
            }
            return snapshots.read(new ReadWeather.ById(new PlaceId.Town(Long.parseLong(id))), "id", language);
        }
        if (parameters.has("zip") && !parameters.has("lat")) {
            throw RefusedException.invalid("zip", "is not known here: say the place by q, id, or lat and lon");
        }
        return at(parameters, language);
    }

    /** The weather of a place by its coordinates. */
    Snapshot at(Parameters parameters, Locale language) {
        if (!parameters.has("lat") || !parameters.has("lon")) {
            throw RefusedException.invalid(NOWHERE, "is missing");
        }
        return snapshots.read(
                new ReadWeather.ByCoordinates(parameters.requiredCoordinates("lat", "lon")), NOWHERE, language);
    }

    private Snapshot likeliest(ReadWeather.Target target, Locale language) {
        try {
            return snapshots.read(target, "q", language);
        } catch (RefusedException e) {
            if (e.refusal() instanceof Refusal.AmbiguousPlace ambiguous) {
                PlaceId first = ambiguous.outcome().candidates().getFirst().id();
                return snapshots.read(new ReadWeather.ById(first), "q", language);
            }
            throw e;
        }
    }
}
