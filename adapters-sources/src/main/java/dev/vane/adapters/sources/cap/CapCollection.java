package dev.vane.adapters.sources.cap;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.weather.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a GeoJSON collection of warnings (RFC 7946). Each is read by itself: one that is not what the provider documents is
 * left out and told, and the others stay. Of two with one identifier that which was sent later counts. Those that are over
 * are left out.
 */
public final class CapCollection {

    /** More at one place at a time are none that anybody could read; a bad day has a dozen. */
    static final int MOST = 100;

    /** More faults than this are only counted. */
    private static final int MOST_FAULTS = 5;

    private final Map<String, Alert> inForce = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int more;

    private CapCollection() {}

    /**
     * Reads an answer.
     *
     * @param now those are left out that are over by then
     * @param read one warning out of its feature; empty for one that is no warning to the public, or withdrawn
     * @throws JsonFault if the answer is no such collection
     */
    public static Warnings read(JsonObject root, Instant now, Function<JsonObject, Optional<Alert>> read) {
        JsonArray features = root.requiredArray("features");
        CapCollection collection = new CapCollection();
        for (int i = 0; i < features.size(); i++) {
            collection.add(features, i, now, read);
        }
        return collection.warnings();
    }

    private void add(JsonArray features, int index, Instant now, Function<JsonObject, Optional<Alert>> read) {
        try {
            read.apply(features.object(index))
                    .filter(alert -> alert.validity().ends().map(now::isBefore).orElse(true))
                    .ifPresent(this::add);
        } catch (JsonFault fault) {
            fault("a warning is lost: " + fault.getMessage());
        }
    }

    private void add(Alert alert) {
        Alert other = inForce.get(alert.id());
        if (other == null && inForce.size() == MOST) {
            fault("there are more than " + MOST + " warnings; this one is left out: " + alert.id());
        } else if (other == null
                || !alert.validity().sent().isBefore(other.validity().sent())) {
            inForce.put(alert.id(), alert);
        }
    }

    private void fault(String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(what);
        } else {
            more++;
        }
    }

    private Warnings warnings() {
        if (more > 0) {
            faults.add("and " + more + " more faults of warnings");
        }
        return new Warnings(Optional.of(List.copyOf(inForce.values())), faults);
    }
}
