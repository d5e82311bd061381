package dev.vane.domain.blending;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was true at a place, by time: for the last observation before a forecast. Not safe for use by several threads. */
public final class TruthHistory {

    private final NavigableMap<Instant, Double> truths = new TreeMap<>();

    /** Starts without any truth. */
    public TruthHistory() {}

    /** Adds what was true at a time. */
    public void add(Instant time, double truth) {
        truths.put(time, truth);
    }

    /** The last truth at or before a time, NaN if there is none or it is older than a limit. */
    double last(Instant time, Duration oldest) {
        var entry = truths.floorEntry(time);
        return entry == null || entry.getKey().isBefore(time.minus(oldest)) ? Double.NaN : entry.getValue();
    }
}
