package dev.vane.application.weather;

import dev.vane.application.api.CallBudget;
import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.FollowWeather;
import dev.vane.application.api.InspectSources;
import dev.vane.application.api.KeepUpToDate;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourcePreference;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherSource;
import dev.vane.application.verification.Blender;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The use cases about weather.
 *
 * @param read reads weather
 * @param inspect tells how the sources do
 * @param watch keeps places on record
 * @param keepUpToDate refreshes places that are watched or followed
 * @param follow tells of changes
 */
public record Weather(
        ReadWeather read, InspectSources inspect, WatchPlaces watch, KeepUpToDate keepUpToDate, FollowWeather follow) {

    /**
     * What the use cases need from outside.
     *
     * @param sources in the order of preference
     * @param off sources that are not used, and why
     * @param rules what is allowed and preferred
     * @param stores remember across restarts
     * @param events is told what happens with sources
     * @param executor runs the calls of sources; must not run out of threads while one waits for another
     */
    public record Needs(
            List<WeatherSource> sources,
            Map<SourceInfo, String> off,
            Rules rules,
            Stores stores,
            SourceEvents events,
            Executor executor) {}

    /**
     * What is allowed and preferred.
     *
     * @param refresh when sources are asked
     * @param budgets how many calls may be made on an account; no limit for one that is absent
     * @param preference whose word counts first
     */
    public record Rules(RefreshPolicy refresh, Map<SourceId, CallBudget> budgets, SourcePreference preference) {}

    /**
     * Puts the use cases together.
     *
     * @param blender makes the forecast of what was learned
     */
    public static Weather of(Clock clock, FindPlaces places, Needs needs, Blender blender) {
        RefreshPolicy policy = needs.rules().refresh();
        Gates gates = gates(clock, needs);
        PlaceMemories memories = new PlaceMemories(
                policy.placesInMemory(),
                place -> new PlaceMemory(
                        place,
                        needs.sources(),
                        policy,
                        new Choice.Rule(needs.rules().preference(), blender)));
        SourceBoard board = new SourceBoard(clock, needs, gates, memories);
        Refresher refresher = new Refresher(clock, gates, needs.stores().archive(), board, needs.executor());
        Watcher watcher = new Watcher(
                clock, policy.background(), places, needs.stores().watches(), new Watcher.Memory(memories, refresher));
        return new Weather(
                new WeatherReader(clock, policy, places, memories, refresher),
                board,
                watcher,
                watcher,
                new WeatherFollower(places, memories, refresher));
    }

    /** Counts calls on an account, as long as nobody else does. */
    public static CallMeter meter(Clock clock, CallLedger ledger, SourceId account, CallBudget budget) {
        CallAccount.Book book = new CallAccount.Book(ledger, account);
        return ProviderGate.of(clock, SourceEvents.NONE, book, budget, RefreshPolicy.RetryPolicy.standard());
    }

    private static Gates gates(Clock clock, Needs needs) {
        Map<SourceId, ProviderGate> gates = new HashMap<>();
        for (WeatherSource source : needs.sources()) {
            gates.computeIfAbsent(
                    source.tariff().account(),
                    account -> ProviderGate.of(
                            clock,
                            needs.events(),
                            new CallAccount.Book(needs.stores().ledger(), account),
                            needs.rules().budgets().getOrDefault(account, CallBudget.UNLIMITED),
                            needs.rules().refresh().retry()));
        }
        return new Gates(gates);
    }
}
