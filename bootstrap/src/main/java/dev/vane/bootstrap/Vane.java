package dev.vane.bootstrap;

import dev.vane.adapters.rest.MeteredSourceEvents;
import dev.vane.adapters.rest.Served;
import dev.vane.adapters.rest.ServerSettings;
import dev.vane.adapters.rest.StaticRoot;
import dev.vane.adapters.rest.VaneServer;
import dev.vane.adapters.rest.storage.Stored;
import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.gazetteer.SqliteGazetteer;
import dev.vane.application.Application;
import dev.vane.application.api.KeepRecord;
import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.spi.Stores;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.Storage;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The running service: every part, wired by hand.
 *
 * <p>Parts are opened in the order in which they need each other and closed in the opposite one: first no more requests,
 * then no more calls of providers, then the database, which commits what waits. A part that cannot be opened closes those
 * before it; a part that cannot be closed does not keep the others open.
 */
public final class Vane implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Vane.class.getName());

    private final Opened parts;
    private final VaneServer server;
    private final CompletionStage<String> overtaken;

    private Vane(Opened parts, VaneServer server, CompletionStage<String> overtaken) {
        this.parts = parts;
        this.server = server;
        this.overtaken = overtaken;
    }

    /**
     * Starts the service on the system's clock; returns when it serves.
     *
     * @throws RuntimeException if a part cannot be opened; the message says which and why
     */
    public static Vane start(Configuration configuration) {
        return start(configuration, Clock.systemUTC(), StaticModules.ofProgram());
    }

    /** Starts the service on a given clock with given files; see {@link #start(Configuration)}. */
    static Vane start(Configuration configuration, Clock clock, List<StaticRoot> files) {
        long begin = System.nanoTime();
        Opened parts = new Opened();
        try {
            Vane vane = open(configuration, clock, files, parts);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            LOG.log(
                    Level.INFO,
                    "serving on port " + vane.port() + ", operations on port " + vane.operationsPort() + ", started in "
                            + took.toMillis() + " ms");
            return vane;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Vane open(Configuration configuration, Clock clock, List<StaticRoot> files, Opened parts) {
        SqliteGazetteer gazetteer = parts.add("gazetteer", SqliteGazetteer.open(configuration.gazetteer()));
        SqliteStorage storage = parts.add("database", SqliteStorage.open(Storage.settings(configuration.data())));
        StorageReport.log(storage.facts());
        var build = Build.read();
        ProviderSources providers = parts.add(
                "provider client",
                new ProviderSources(
                        SourceWiring.http(configuration.httpClient(), build.version()), clock, storage.notes()));
        ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
        parts.add("provider calls", calls::shutdownNow);
        Stores stores = new Stores(
                storage.archive(), storage.record(), storage.verification(), storage.watches(), storage.ledger());
        Application.Builder builder = Application.builder(clock, gazetteer, stores, calls)
                .refresh(refresh(configuration))
                .events(new MeteredSourceEvents(clock));
        new SourceWiring(configuration, providers).addTo(builder);
        configuration.station().ifPresent(station -> builder.station(station.place(), station.settings()));
        Application application = builder.build();
        configuration.station().ifPresent(station -> application.watchPlaces().watch(station.place()));
        KeepRecord tidy = Application.keepRecord(clock, storage.care(), configuration.record());
        parts.add("refreshing", Background.start("refreshing", application.keepUpToDate()::refreshDue, clock));
        parts.add("verifying", Background.start("verifying", application.keepScores()::verifyDue, clock));
        parts.add("tidying", Background.start("tidying", tidy::tidy, clock));
        Served served = new Served(
                application, files, checks(storage), Optional.of(stored(storage, configuration)), build, clock);
        VaneServer server = VaneServer.start(server(configuration), served);
        parts.add("server", server::stop);
        return new Vane(parts, server, storage.overtaken());
    }

    private static Stored stored(SqliteStorage storage, Configuration configuration) {
        Path directory = configuration.data().directory();
        return new Stored(
                out -> backUp(storage, directory, out),
                () -> StorageReport.of(storage.facts()),
                configuration.operations().backupTokenFile());
    }

    /** By way of a file beside the database: only a whole copy that was checked is given to anyone. */
    private static void backUp(SqliteStorage storage, Path directory, Supplier<OutputStream> out) throws IOException {
        Path copy = directory.resolve("backup-" + UUID.randomUUID() + ".db").toAbsolutePath();
        try {
            storage.backup(copy);
            Files.copy(copy, out.get());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static RefreshPolicy refresh(Configuration configuration) {
        Configuration.Refresh refresh = configuration.refresh();
        return new RefreshPolicy(
                refresh.firstAnswerLimit(),
                new RefreshPolicy.RetryPolicy(
                        refresh.failure().retryAfter(),
                        refresh.failure().longestRetry(),
                        refresh.failure().failuresToPause()),
                new RefreshPolicy.BackgroundPolicy(
                        configuration.watch().limit(),
                        refresh.background().jitterPercent(),
                        refresh.background().restartSpread()),
                refresh.placesInMemory());
    }

    private static ServerSettings server(Configuration configuration) {
        Configuration.Server server = configuration.server();
        Configuration.Operations operations = configuration.operations();
        return new ServerSettings(
                new ServerSettings.Address(server.host(), server.port()),
                new ServerSettings.Address(operations.host(), operations.port()),
                ServerSettings.defaults().limits(),
                new ServerSettings.Shutdown(server.shutdownDelay(), server.shutdownGrace()),
                configuration.log().slowRequest(),
                server.tls()
                        .map(tls -> new ServerSettings.Tls(
                                tls.certificateFile(), tls.privateKeyFile(), tls.reloadInterval())),
                streaming(configuration.stream()));
    }

    private static ServerSettings.Streaming streaming(Configuration.Stream stream) {
        return new ServerSettings.Streaming(stream.subscribers(), stream.heartbeat(), stream.writeLimit());
    }

    /** The service is ready while the database can be read and is its own; a provider that is down makes it no less ready. */
    private static List<HealthCheck> checks(SqliteStorage storage) {
        return List.of(new HealthCheck() {
            @Override
            public HealthCheckType type() {
                return HealthCheckType.READINESS;
            }

            @Override
            public String name() {
                return "database";
            }

            @Override
            public HealthCheckResponse call() {
                return HealthCheckResponse.builder().status(storage.canRead()).build();
            }
        });
    }

    /** The port of the page and the API. */
    public int port() {
        return server.port();
    }

    /** The port of health, metrics and build information. */
    public int operationsPort() {
        return server.operationsPort();
    }

    /**
     * Ends, with what was found, when another process has taken the database over: then nothing can be written any more, the
     * service is not ready, and whoever started it had better close it. Not on the thread that is told.
     */
    public CompletionStage<String> overtaken() {
        return overtaken;
    }

    /** Stops in order; returns when everything is closed. */
    @Override
    public void close() {
        long begin = System.nanoTime();
        parts.close();
        LOG.log(
                Level.INFO,
                "stopped in " + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
    }
}
