package dev.vane.application.api;

import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.weather.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes what the house's own station measures. Safe for use by several threads. */
public interface ReportReadings {

    /** Takes readings for good: once it says so, they are on disk. */
    Outcome report(Upload upload);

    /**
     * Readings of the station.
     *
     * @param credentials who says so
     * @param readings what was measured, at least one
     * @param batteries the state of batteries by the station's name of each: whether it is low
     */
    record Upload(Credentials credentials, List<Observation> readings, Map<String, Boolean> batteries) {
        /** Copies the collections and checks that there is a reading. */
        public Upload {
            Objects.requireNonNull(credentials, "credentials");
            readings = List.copyOf(readings);
            batteries = Map.copyOf(batteries);
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("an upload without any reading");
            }
        }
    }

    /** Who reports. What is secret in it is in no text of it. */
    sealed interface Credentials {}

    /**
     * The station's name and password, as in the Weather Underground's protocol.
     *
     * @param station the name
     * @param password the password
     */
    record StationPassword(String station, String password) implements Credentials {
        @Override
        public String toString() {
            return "StationPassword[station=" + station + "]";
        }
    }

    /**
     * The key of an Ecowitt gateway: the MD5 of its MAC address.
     *
     * @param key the key
     */
    record PassKey(String key) implements Credentials {
        @Override
        public String toString() {
            return "PassKey[]";
        }
    }

    /** What came of an upload. */
    sealed interface Outcome {}

    /**
     * The readings are kept.
     *
     * @param verdicts one a reading, in their order
     */
    record Kept(List<Verdict> verdicts) implements Outcome {
        /** Copies the list. */
        public Kept {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * What quality control says of a reading by what is known now; what comes later may change it.
     *
     * @param validTime when it was made
     * @param flags what is wrong with it; empty if nothing is
     */
    record Verdict(Instant validTime, List<QualityFlag> flags) {
        /** Copies the list. */
        public Verdict {
            flags = List.copyOf(flags);
        }
    }

    /** No station is configured. */
    record NoStation() implements Outcome {}

    /** Not the station's name and secret. */
    record Forbidden() implements Outcome {}

    /**
     * Too many uploads.
     *
     * @param retryAfter when the next is taken, positive
     */
    record TooMany(Duration retryAfter) implements Outcome {}

    /**
     * A reading is not of a time that is taken: not in the future beyond what clocks differ, nor older than what can still be
     * of use. Nothing of the upload is kept.
     *
     * @param validTime of the first such reading
     * @param earliest the earliest time that is taken
     * @param latest the latest time that is taken
     */
    record OutOfTime(Instant validTime, Instant earliest, Instant latest) implements Outcome {}

    /** The record cannot be written: the upload should be repeated. Nothing of it is kept. */
    record NotKept() implements Outcome {}
}
