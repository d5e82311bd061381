package dev.vane.application.weather;

import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the official warnings that sources told of. */
final class Warnings {

    private static final Comparator<IssuedAlert> GRAVEST_FIRST = Comparator.comparing(
                    (IssuedAlert one) -> one.alert().gravity().severity())
            .thenComparing(Warnings::onset)
            .thenComparing(one -> one.alert().id());

    private Warnings() {}

    /**
     * The warnings of all voices, each once by its identifier, as the most preferred voice tells it. One that does not say
     * when it ends counts only as long as its source is fresh: nobody else would take it back.
     *
     * @param voices the most preferred first
     * @return the gravest first, of equals the one that begins first
     */
    static List<IssuedAlert> of(List<Voice> voices, Instant now) {
        Set<String> known = new HashSet<>();
        List<IssuedAlert> gathered = new ArrayList<>();
        for (Voice voice : voices) {
            for (Alert alert : voice.report().flatMap(SourceReport::alerts).orElse(List.of())) {
                boolean stands = voice.fresh(now) || alert.validity().ends().isPresent();
                if (stands && known.add(alert.id())) {
                    gathered.add(new IssuedAlert(voice.info().id(), alert));
                }
            }
        }
        gathered.sort(GRAVEST_FIRST);
        return gathered;
    }

    private static Instant onset(IssuedAlert one) {
        return one.alert().validity().onset().orElse(one.alert().validity().sent());
    }
}
