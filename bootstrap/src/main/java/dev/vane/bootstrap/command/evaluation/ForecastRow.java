package dev.vane.bootstrap.command.evaluation;

import dev.vane.domain.scoring.ScoredVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A row of a file of forecasts.
 *
 * @param line its line in the file, from 1
 * @param place the name of the place
 * @param longitude degrees east: tells the time of the day
 * @param validTime the time that is forecast
 * @param lead how long before that the forecasts were had
 * @param variable what is forecast
 * @param observation what was observed, in the canonical unit; empty if nothing was
 * @param forecasts one a source in the order of the header, in the canonical unit; empty where there is none
 */
record ForecastRow(
        long line,
        String place,
        double longitude,
        Instant validTime,
        Duration lead,
        ScoredVariable variable,
        OptionalDouble observation,
        List<OptionalDouble> forecasts) {

    /** What only one row of a file may be about. */
    record Key(String place, ScoredVariable variable, Instant validTime, Duration lead) {}

    Key key() {
        return new Key(place, variable, validTime, lead);
    }
}
