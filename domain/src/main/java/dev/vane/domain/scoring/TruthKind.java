package dev.vane.domain.scoring;

import java.util.Locale;

/** What forecasts are compared with, the best first. Scores by different kinds of truth are never mixed. */
public enum TruthKind {
    /** The house's own station, after quality control. */
    STATION,
    /** An official station within 30 km and 200 m of elevation. */
    OFFICIAL,
    /** The median of what the sources say of now: not independent of the forecasts, it never opens the gate. */
    ANALYSIS;

    /** Its name in URLs and JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether it is independent of the forecasts. */
    public boolean independent() {
        return this != ANALYSIS;
    }
}
