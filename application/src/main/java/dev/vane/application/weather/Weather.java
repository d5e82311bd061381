package dev.vane.application.weather;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.InspectSources;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The use cases about weather.
 *
 * @param read reads weather
 * @param inspect tells how the sources do
 */
public record Weather(ReadWeather read, InspectSources inspect) {

    /**
     * What the use cases need from outside.
     *
     * @param sources in the order of preference
     * @param off sources that are not used, and why
     * @param archive remembers what sources said
     * @param events is told what happens with sources
     * @param executor runs the calls of sources; must not run out of threads while one waits for another
     */
    public record Needs(
            List<WeatherSource> sources,
            Map<SourceInfo, String> off,
            WeatherArchive archive,
            SourceEvents events,
            Executor executor) {}

    /** Puts the use cases together. */
    public static Weather of(Clock clock, RefreshPolicy policy, FindPlaces places, Needs needs) {
        SourceBoard board = new SourceBoard(needs.sources(), needs.off(), needs.events());
        Refresher refresher = new Refresher(clock, policy, needs.archive(), board, needs.executor());
        PlaceMemories memories =
                new PlaceMemories(policy.placesInMemory(), place -> new PlaceMemory(place, needs.sources()));
        WeatherReader.Memory memory = new WeatherReader.Memory(needs.archive(), memories, refresher);
        return new Weather(new WeatherReader(clock, policy, places, memory), board);
    }
}
