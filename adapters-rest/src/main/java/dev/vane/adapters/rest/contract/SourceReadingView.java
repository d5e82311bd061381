package dev.vane.adapters.rest.contract;

import dev.vane.application.api.SourceStatus;
import dev.vane.application.api.SourceStatus.Reading;
import dev.vane.application.spi.SourceInfo;
import io.avaje.jsonb.Json;
import java.util.Optional;

/**
 * Schema {@code SourceReading}. It carries times and no ages: a client computes those, so that the document stands until
 * the data change.
 *
 * @param source the source's id
 * @param name its name
 * @param simulated whether it makes its data up
 * @param attribution the credit to show
 * @param link where the credit leads
 * @param issuedAt when the provider issued its forecast
 * @param fetchedAt when its answer was had
 * @param staleAfter when that is due to be replaced
 * @param problem why the latest call failed
 * @param leftOut why what it says is not used
 */
@Json
public record SourceReadingView(
        String source,
        String name,
        boolean simulated,
        String attribution,
        String link,
        Optional<String> issuedAt,
        Optional<String> fetchedAt,
        Optional<String> staleAfter,
        Optional<String> problem,
        Optional<String> leftOut) {

    /** A source's state for a place. */
    public static SourceReadingView of(SourceStatus status) {
        SourceInfo info = status.source();
        return new SourceReadingView(
                info.id().name(),
                info.name(),
                info.simulated(),
                info.attribution(),
                info.link().toString(),
                status.reading().flatMap(Reading::issuedAt).map(Times::text),
                status.reading().map(Reading::fetchedAt).map(Times::text),
                status.reading().map(Reading::staleAfter).map(Times::text),
                status.problem(),
                status.leftOut());
    }
}
