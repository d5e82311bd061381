package dev.vane.application;

import dev.vane.application.api.CallBudget;
import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.FollowWeather;
import dev.vane.application.api.InspectSources;
import dev.vane.application.api.KeepPast;
import dev.vane.application.api.KeepRecord;
import dev.vane.application.api.KeepScores;
import dev.vane.application.api.KeepUpToDate;
import dev.vane.application.api.ReadHistory;
import dev.vane.application.api.ReadScores;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.SourcePreference;
import dev.vane.application.api.StationSettings;
import dev.vane.application.api.WatchPlaces;
import dev.vane.application.history.History;
import dev.vane.application.places.Places;
import dev.vane.application.record.RecordKeeper;
import dev.vane.application.spi.CallLedger;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.Gazetteer;
import dev.vane.application.spi.RecordCare;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherSource;
import dev.vane.application.station.StationReports;
import dev.vane.application.verification.HoursToVerify;
import dev.vane.application.verification.Verification;
import dev.vane.application.weather.Weather;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * The use cases of Vane, put together.
 *
 * @param findPlaces finds places
 * @param readWeather reads weather
 * @param inspectSources tells how the sources do
 * @param watchPlaces keeps places on record
 * @param keepUpToDate refreshes places that are watched or followed
 * @param followWeather tells of changes
 * @param reportReadings takes what the house's own station measures
 * @param readHistory reads the record
 * @param readScores tells how well sources forecast
 * @param keepScores compares forecasts with the truth
 */
public record Application(
        FindPlaces findPlaces,
        ReadWeather readWeather,
        InspectSources inspectSources,
        WatchPlaces watchPlaces,
        KeepUpToDate keepUpToDate,
        FollowWeather followWeather,
        ReportReadings reportReadings,
        ReadHistory readHistory,
        ReadScores readScores,
        KeepScores keepScores) {

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

    /** Keeps a record small. */
    public static KeepRecord keepRecord(Clock clock, RecordCare care, KeepRecord.Retention retention) {
        return new RecordKeeper(clock, care, retention);
    }

    /** Puts on record what is of the past. */
    public static KeepPast keepPast(Clock clock, WeatherArchive archive) {
        return (place, reports) ->
                archive.keep(place, reports, Optional.empty(), HoursToVerify.after(reports, clock.instant()));
    }

    /**
     * Counts calls of a provider against its budget, where no application does so at the same time.
     *
     * @param account whose quota
     */
    public static CallMeter meter(Clock clock, CallLedger ledger, SourceId account, CallBudget budget) {
        return Weather.meter(clock, ledger, account, budget);
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
        private Optional<Station> station = Optional.empty();

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

        /**
         * Adds the house's own station; without, nobody can report readings.
         *
         * @param place the id of the place where it stands; {@link #build} throws an IllegalArgumentException if there is none
         * @param settings how it is recognised
         */
        public Builder station(PlaceId place, StationSettings settings) {
            station = Optional.of(new Station(place, settings));
            return this;
        }

        private record Station(PlaceId place, StationSettings settings) {}

        private ReportReadings reports(FindPlaces places, Station own) {
            Place place = places.byId(own.place())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the station stands at " + own.place() + ", where there is no place"));
            return new StationReports(clock, place, own.settings(), stores.archive(), stores.record());
        }

        /** The use cases. */
        public Application build() {
            FindPlaces places = Places.findPlaces(gazetteer);
            Set<SourceId> official = sources.stream()
                    .filter(WeatherSource::official)
                    .map(source -> source.info().id())
                    .collect(Collectors.toUnmodifiableSet());
            Verification verification = Verification.of(clock, places, stores, official);
            Weather weather = Weather.of(clock, places, needs(), verification.blender());
            return new Application(
                    places,
                    weather.read(),
                    weather.inspect(),
                    weather.watch(),
                    weather.keepUpToDate(),
                    weather.follow(),
                    station.map(own -> reports(places, own)).orElse(upload -> new ReportReadings.NoStation()),
                    new History(places, stores.record()),
                    verification.read(),
                    verification.keep());
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
