package dev.vane.bootstrap;

import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.metar.MetarSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModel;
import dev.vane.adapters.sources.openmeteo.PreviousRuns;
import dev.vane.adapters.sources.openmeteo.PreviousRunsSettings;
import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.adapters.sqlite.gazetteer.SqliteGazetteer;
import dev.vane.application.Application;
import dev.vane.application.api.CallBudget;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherSource;
import dev.vane.bootstrap.Backfill.Done;
import dev.vane.bootstrap.Backfill.Outcome;
import dev.vane.bootstrap.Backfill.Stopped;
import dev.vane.bootstrap.command.evaluation.ProgressBar;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.ConfigurationException;
import dev.vane.bootstrap.config.ConfigurationReader;
import dev.vane.bootstrap.config.Storage;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceId;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vane backfill PLACE}. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Puts on record what models forecast for a watched place in past days, and what aerodromes measured in the last"
                    + " two weeks, and scores it; the service must be stopped.",
            "It may be stopped and started again: it goes on where it was."
        })
final class BackfillCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int MOST_DAYS = 365;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PLACE", description = "The id of a town, or latitude,longitude.")
    private String place;

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "How many days, up to 365; ${DEFAULT-VALUE} unless given.")
    private int days;

    @Option(names = "--watch", description = "Watch the place from now on, if it is not watched.")
    private boolean watch;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        if (days < 1 || days > MOST_DAYS) {
            throw wrong("--days is " + days + ", not 1 to " + MOST_DAYS);
        }
        PlaceId id = PlaceId.parse(place)
                .orElseThrow(() -> wrong("'" + place + "' is neither the id of a town nor latitude,longitude"));
        Configuration configuration = configuration();
        try (SqliteGazetteer gazetteer = SqliteGazetteer.open(configuration.gazetteer());
                SqliteStorage storage = SqliteStorage.open(Storage.settings(configuration.data()));
                ProviderSources providers = new ProviderSources(
                        SourceWiring.http(
                                configuration.httpClient(), Build.read().version()),
                        clock,
                        storage.notes())) {
            Stores stores = new Stores(
                    storage.archive(), storage.record(), storage.verification(), storage.watches(), storage.ledger());
            Application.Builder builder = Application.builder(clock, gazetteer, stores, Runnable::run);
            new SourceWiring(configuration, providers).addTo(builder);
            Application application = builder.build();
            Place where = watched(application, stores, configuration, id);
            return fill(application, storage, providers, configuration, where);
        } catch (StorageException e) {
            spec.commandLine().getErr().println("nothing can be put on record: " + e.getMessage());
            return FAILED;
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private Configuration configuration() {
        try {
            return new ConfigurationReader(System.getenv()).read();
        } catch (ConfigurationException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Place watched(Application application, Stores stores, Configuration configuration, PlaceId id) {
        Place where = application.findPlaces().byId(id).orElseThrow(() -> wrong("there is no place " + id));
        boolean known =
                stores.watches().all().stream().anyMatch(one -> one.place().id().equals(where.id()));
        if (!known && !watch) {
            throw wrong(where.name() + " is not watched, and only watched places are scored: give --watch to watch it");
        }
        if (!known) {
            int limit = configuration.watch().limit();
            if (stores.watches().all().size() >= limit) {
                throw wrong("as many places are watched as watch.limit allows, which is " + limit);
            }
            stores.watches().add(where, clock.instant());
        }
        return where;
    }

    private int fill(
            Application application,
            SqliteStorage storage,
            ProviderSources providers,
            Configuration configuration,
            Place where)
            throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Configuration.Sources sources = configuration.sources();
        Backfill backfill = new Backfill(
                new Backfill.Upstream(
                        providers.previousRuns(PreviousRunsSettings.standard()),
                        sources.openMeteoModels().models().stream()
                                .map(OpenMeteoModel::of)
                                .toList(),
                        meter(
                                storage,
                                configuration,
                                PreviousRuns.account(),
                                sources.openMeteo().provider())),
                Application.keepPast(clock, storage.archive()),
                storage.notes(),
                clock);
        Configuration.Provider metar = sources.official().metar();
        WeatherSource stations =
                providers.pastMetar(new MetarSettings(new BaseUrl(metar.baseUrl()), metar.refreshInterval()));
        Optional<Failed> silent = backfill.observations(
                where, stations, meter(storage, configuration, stations.tariff().account(), metar));
        silent.ifPresent(failed -> out.println("no aerodrome's reports: " + failed.detail()));
        Outcome outcome = forecasts(backfill, where);
        out.println("scoring what is on record");
        application.keepScores().verifyDue();
        return switch (outcome) {
            case Done done -> {
                out.println("the last " + days + " days are on record; " + done.runs() + " runs were found this time");
                yield 0;
            }
            case Stopped stopped -> {
                spec.commandLine().getErr().println(stopped(stopped));
                yield FAILED;
            }
        };
    }

    private Outcome forecasts(Backfill backfill, Place where) throws InterruptedException {
        try (ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            Outcome outcome = backfill.forecasts(where, days, done -> bar.show("days", done, days));
            while (outcome instanceof Stopped stopped && Backfill.soon(stopped, clock.instant())) {
                Thread.sleep(Duration.between(clock.instant(), stopped.after().orElseThrow())
                        .plusSeconds(1));
                outcome = backfill.forecasts(where, days, done -> bar.show("days", done, days));
            }
            return outcome;
        }
    }

    private CallMeter meter(
            SqliteStorage storage, Configuration configuration, SourceId account, Configuration.Provider provider) {
        int soft = configuration.refresh().background().softLimitPercent();
        return Application.meter(clock, storage.ledger(), account, new CallBudget(provider.budget(), soft));
    }

    private static String stopped(Stopped stopped) {
        return stopped.why().detail() + " The days from " + stopped.next() + " on are missing: start it again"
                + stopped.after().map(after -> " after " + after).orElse(" later") + ", and it goes on there.";
    }
}
