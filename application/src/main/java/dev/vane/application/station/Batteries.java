package dev.vane.application.station;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;

/** Says in the log when a battery of the station turns low, and when it is good again. Safe for use by several threads. */
final class Batteries {

    /** No station has as many; what comes beyond is not remembered and not said. */
    private static final int MOST = 64;

    private final Logger log;
    private final Map<String, Boolean> low = new HashMap<>();

    Batteries(Logger log) {
        this.log = log;
    }

    /**
     * Takes the state of batteries.
     *
     * @param now whether each is low, by its name
     */
    synchronized void report(Map<String, Boolean> now) {
        now.forEach((name, isLow) -> {
            if (low.containsKey(name) || low.size() < MOST) {
                say(name, low.put(name, isLow), isLow);
            }
        });
    }

    private void say(String name, Boolean before, boolean isLow) {
        if (isLow && !Boolean.TRUE.equals(before)) {
            log.log(Level.WARNING, "the station says that its battery " + name + " is low");
        } else if (!isLow && Boolean.TRUE.equals(before)) {
            log.log(Level.INFO, "the station says that its battery " + name + " is good again");
        }
    }
}
