package dev.vane.adapters.rest;

import dev.vane.application.api.ReportReadings;
import java.time.Duration;
import java.time.Instant;

/** What can come of an upload that is not kept. */
enum StationOutcome {
    FORBIDDEN,
    NO_STATION,
    TOO_MANY,
    OUT_OF_TIME,
    NOT_KEPT;

    ReportReadings.Outcome get() {
        return switch (this) {
            case FORBIDDEN -> new ReportReadings.Forbidden();
            case NO_STATION -> new ReportReadings.NoStation();
            case TOO_MANY -> new ReportReadings.TooMany(Duration.ofMillis(1001));
            case OUT_OF_TIME -> new ReportReadings.OutOfTime(Instant.EPOCH, Samples.NOW, Samples.NOW.plusSeconds(1));
            case NOT_KEPT -> new ReportReadings.NotKept();
        };
    }
}
