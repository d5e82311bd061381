package dev.vane.application.history;

import dev.vane.application.api.ReadHistory.RunTimes;
import dev.vane.domain.weather.SourceId;
import java.util.Optional;

/** Makes rows of readings. */
interface Putting {

    /** What follows is of another source, or of another run of one. */
    void begin(SourceId source, Optional<RunTimes> run);

    /** Takes a reading, later than the one before it; the reading is not kept. */
    void put(Reading reading);

    /** Nothing follows. */
    void end();
}
