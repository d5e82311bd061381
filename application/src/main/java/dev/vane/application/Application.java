package dev.vane.application;

import dev.vane.application.api.CallBudget;
import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.InspectSources;
import dev.vane.application.api.KeepUpToDate;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourcePreference;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.places.Places;
import dev.vane.application.spi.Gazetteer;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherSource;
import dev.vane.application.weather.Weather;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The use cases of Vane, put together.
 *
 * @param findPlaces finds places
 * @param readWeather reads weather
 * @param inspectSources tells how the sources do
 * @param watchPlaces keeps places on record
 * @param keepUpToDate refreshes watched places
 */
public record Application(
        FindPlaces findPlaces,
        ReadWeather readWeather,
        InspectSources inspectSources,
        WatchPlaces watchPlaces,
        KeepUpToDate keepUpToDate) {

    /**
     * Starts to put the use cases together.
     *
     * @param clock tells the time
     * @param gazetteer knows the towns
     * @param stores remember across restarts
     * @param executor runs the calls of sources, each of which blocks: a virtual thread for each
     */
    public static Builder builder(Clock clock, Gazetteer gazetteer, Stores stores, Executor executor) {
        return new Builder(clock, gazetteer, stores, executor);
    }

    /** Collects the parts of an application. Not safe for use by several threads. */
    public static final class Builder {
        private final Clock clock;
        private final Gazetteer gazetteer;
        private final Stores stores;
        private final Executor executor;
        private final List<WeatherSource> sources = new ArrayList<>();
        private final Map<SourceInfo, String> off = new LinkedHashMap<>();
        private SourceEvents events = SourceEvents.NONE;
        private RefreshPolicy policy = RefreshPolicy.DEFAULT;
        private final Map<SourceId, CallBudget> budgets = new LinkedHashMap<>();
        private SourcePreference preference = SourcePreference.NONE;

        private Builder(Clock clock, Gazetteer gazetteer, Stores stores, Executor executor) {
            this.clock = clock;
            this.gazetteer = gazetteer;
            this.stores = stores;
            this.executor = executor;
        }

        /** Adds a source, less preferred than those added before. */
        public Builder source(WeatherSource source) {
            sources.add(source);
            return this;
        }

        /**
         * Names a source that is not used.
         *
         * @param why the reason in plain words
         */
        public Builder sourceOff(SourceInfo source, String why) {
            off.put(source, why);
            return this;
        }

        /** Sets who is told of what happens with sources. */
        public Builder events(SourceEvents listener) {
            events = listener;
            return this;
        }

        /** Sets when sources are asked. */
        public Builder refresh(RefreshPolicy refresh) {
            policy = refresh;
            return this;
        }

        /** Sets how many calls may be made on an account; without, there is no limit. */
        public Builder budget(SourceId account, CallBudget budget) {
            budgets.put(account, budget);
            return this;
        }

        /** Sets whose word counts first. */
        public Builder preference(SourcePreference order) {
            preference = order;
            return this;
        }

        /** The use cases. */
        public Application build() {
            FindPlaces places = Places.findPlaces(gazetteer);
            Weather weather = Weather.of(clock, places, needs());
            return new Application(places, weather.read(), weather.inspect(), weather.watch(), weather.keepUpToDate());
        }

        private Weather.Needs needs() {
            return new Weather.Needs(
                    List.copyOf(sources),
                    Collections.unmodifiableMap(new LinkedHashMap<>(off)), // in the order of preference, too
                    new Weather.Rules(policy, Map.copyOf(budgets), preference),
                    stores,
                    events,
                    executor);
        }
    }
}
