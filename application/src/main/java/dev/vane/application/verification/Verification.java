package dev.vane.application.verification;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.KeepScores;
import dev.vane.application.api.ReadScores;
import dev.vane.application.spi.Stores;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.util.Set;

/**
 * The use cases about scores.
 *
 * @param keep verifies and learns
 * @param read tells how well sources forecast
 * @param blender makes the forecast of what was learned
 */
public record Verification(KeepScores keep, ReadScores read, Blender blender) {

    /**
     * Puts the use cases together.
     *
     * @param official the sources that say what official stations measured
     */
    public static Verification of(Clock clock, FindPlaces places, Stores stores, Set<SourceId> official) {
        BlendBook book = new BlendBook(stores.verification());
        ScoreKeeper keeper = new ScoreKeeper(clock, stores, official, book);
        return new Verification(keeper, new ScoreReader(clock, places, stores, keeper, book), new Blender(book));
    }
}
