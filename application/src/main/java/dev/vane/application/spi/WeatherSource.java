package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import java.util.List;

/** A provider of weather data. Safe for use by several threads. */
public interface WeatherSource {

    /** What is always true of this source; of all its members together where it has several. */
    SourceInfo info();

    /**
     * Whom it speaks for: itself, or several models whose forecasts come with one answer.
     *
     * @return never empty; the most preferred first
     */
    default List<SourceInfo> members() {
        return List.of(info());
    }

    /** How an ask counts on the provider's quota. */
    default Tariff tariff() {
        return new Tariff(info().id(), 1);
    }

    /** Tells whether it is asked about watched places only, because what it says is for the record. */
    default boolean watchedOnly() {
        return official();
    }

    /**
     * Tells whether it says what official stations measured near a place: truth to score forecasts by, which is put on record
     * and never served. It is asked about watched places only.
     */
    default boolean official() {
        return false;
    }

    /**
     * Asks the source about a place. Blocks for no longer than the source's own time limits; never throws for what a
     * provider or the network does, which comes back as {@link SourceReply.Failed}.
     *
     * @param calls is asked for leave before each call of the provider; where it refuses, no call is made
     */
    SourceReply ask(Place place, CallMeter calls);
}
