package dev.vane.adapters.rest.snapshot;

import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.PlaceId;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads places' weather for all formats, which share one memory of documents. Safe for use by several threads.
 */
public final class Snapshots {

    /** As many as a house looks at; what they hold is in memory anyway as long as its place is. */
    private static final int MOST = 16;

    private final ReadWeather weather;
    private final Clock clock;
    private final Map<PlaceId, Snapshot> latest = new ConcurrentHashMap<>();
    private final Renderings renderings = new Renderings();

    /**
     * Creates it.
     *
     * @param weather reads the weather
     * @param clock says which hour and day are in progress
     */
    public Snapshots(ReadWeather weather, Clock clock) {
        this.weather = weather;
        this.clock = clock;
    }

    /**
     * Reads the weather of a place.
     *
     * @param target which place
     * @param parameter what the client named it by, for a refusal
     * @param language of the names in a refusal
     * @throws RefusedException if there is no such place, if there are several, or if nothing is known of its weather
     */
    public Snapshot read(ReadWeather.Target target, String parameter, Locale language) {
        return switch (weather.read(target)) {
            case WeatherOutcome.Served served -> of(served.weather());
            case WeatherOutcome.UnknownPlace() -> throw new RefusedException(new Refusal.UnknownPlace(parameter));
            case WeatherOutcome.AmbiguousPlace ambiguous ->
                throw new RefusedException(new Refusal.AmbiguousPlace(ambiguous, language));
            case WeatherOutcome.NoWeather none -> throw new RefusedException(new Refusal.NoWeather(none));
        };
    }

    /** A snapshot of weather that has been read already. */
    public Snapshot of(PlaceWeather served) {
        PlaceId place = served.place().id();
        Snapshot last = latest.get(place);
        if (last != null && last.stands(served, clock.instant())) {
            return last;
        }
        Snapshot made = new Snapshot(served, clock, renderings);
        if (latest.size() >= MOST) {
            latest.clear();
        }
        latest.put(place, made);
        return made;
    }
}
