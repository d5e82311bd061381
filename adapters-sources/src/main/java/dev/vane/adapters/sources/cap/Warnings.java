package dev.vane.adapters.sources.cap;

import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.domain.weather.Alert;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking for warnings.
 *
 * @param all those in force, an empty list if there are none; empty if that is not known
 * @param faults what is wrong with the answer, in words
 */
public record Warnings(Optional<List<Alert>> all, List<String> faults) {

    /** Nobody asked. */
    public static final Warnings NOT_ASKED = new Warnings(Optional.empty(), List.of());

    /** Copies the lists. */
    public Warnings {
        all = all.map(List::copyOf);
        faults = List.copyOf(faults);
    }

    /** It is not known whether there are any. */
    public static Warnings unknown(String why) {
        return new Warnings(Optional.empty(), List.of("no warnings: " + why));
    }

    /** Adds them to a report. */
    public void addTo(ReportDraft draft) {
        all.ifPresent(draft::alerts);
        faults.forEach(draft::fault);
    }
}
