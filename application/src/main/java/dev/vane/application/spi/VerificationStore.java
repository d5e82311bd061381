package dev.vane.application.spi;

import dev.vane.domain.place.PlaceId;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Remembers pairs of forecast and truth, and which hours wait to be verified. One thread writes at a time, through the use
 * case that verifies; any may read.
 */
public interface VerificationStore {

    /**
     * Hours that wait: those that came with {@link WeatherArchive#keep(dev.vane.domain.place.Place, List,
     * java.util.Optional, java.util.Collection)} since they were last verified.
     *
     * @param upTo the last hour, inclusive
     * @param limit how many at most
     * @return by place, then ascending in time
     */
    List<DueHour> due(Instant upTo, int limit);

    /**
     * Keeps what came of verifying hours of a place for good, in one transaction: the days replace those of the same series
     * and date (one that is empty is deleted), the flags replace all flags of their reading, and the hours wait no more, but
     * for those that were marked anew since they were {@link #due read}.
     *
     * @param place one of which something is on record: that was watched, or {@link WeatherArchive#keep kept}
     */
    void keep(PlaceId place, Verified verified);

    /** The series of a place of which there is any day, in their order. */
    Set<Series> series(PlaceId place);

    /**
     * The days of a series of a place.
     *
     * @param from the first day, inclusive
     * @param to the last day, inclusive
     * @return by ascending date, without the empty ones
     */
    List<VerificationDay> days(PlaceId place, Series series, LocalDate from, LocalDate to);

    /**
     * What quality control said against readings of a place.
     *
     * @param from the first valid time, inclusive
     * @param to the last valid time, inclusive
     * @return by ascending valid time, then by source; only readings with flags
     */
    List<FlaggedReading> flags(PlaceId place, Instant from, Instant to);

    /**
     * An hour that waits to be verified.
     *
     * @param place where
     * @param hour a full hour, UTC
     * @param mark distinguishes this time of being marked from others
     */
    record DueHour(PlaceId place, Instant hour, long mark) {}

    /**
     * A day of a series.
     *
     * @param series which
     * @param day its pairs
     */
    record SeriesDay(Series series, VerificationDay day) {}

    /**
     * What quality control says of one reading.
     *
     * @param source whose reading
     * @param validTime when it was made
     * @param flags what is wrong with it; empty if nothing is, which takes earlier flags away
     */
    record FlaggedReading(SourceId source, Instant validTime, List<QualityFlag> flags) {
        /** Copies the list. */
        public FlaggedReading {
            flags = List.copyOf(flags);
        }
    }

    /**
     * What came of verifying hours.
     *
     * @param days the days that changed
     * @param flags the readings that were looked at
     * @param done the hours that were verified
     */
    record Verified(List<SeriesDay> days, List<FlaggedReading> flags, List<DueHour> done) {
        /** Copies the lists. */
        public Verified {
            days = List.copyOf(days);
            flags = List.copyOf(flags);
            done = List.copyOf(done);
        }
    }
}
