package dev.vane.adapters.sources.metar;

import dev.vane.domain.weather.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** What came of decoding a text that should be a report of an aerodrome. */
sealed interface Decoded {

    /**
     * A report.
     *
     * @param header whose, and when
     * @param conditions what it says, with the pressure at mean sea level only if it says that (remark {@code SLPppp})
     * @param period how far back the precipitation reaches; zero if there is none
     * @param altimeter the altimeter setting (QNH) in hPa, which is not the pressure at mean sea level
     * @param skipped how many groups of its body were not understood
     */
    record Report(Header header, Conditions conditions, Duration period, OptionalDouble altimeter, int skipped)
            implements Decoded {}

    /**
     * A report that was due and is missing: {@code NIL}.
     *
     * @param header whose, and for when
     */
    record Missing(Header header) implements Decoded {}

    /**
     * No report of an aerodrome.
     *
     * @param why a clause without the text itself, which may hold anything
     */
    record Refused(String why) implements Decoded {}

    /**
     * The beginning of a report.
     *
     * @param station the ICAO location indicator, four capitals and digits
     * @param time when it was made
     * @param special whether it is a SPECI, made between the routine reports
     * @param corrected whether it corrects an earlier one
     */
    record Header(String station, Instant time, boolean special, boolean corrected) {}
}
