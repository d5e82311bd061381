package dev.vane.adapters.rest;

import dev.vane.adapters.rest.connection.Connections;
import dev.vane.adapters.rest.contract.BuildView;
import dev.vane.adapters.rest.contract.Times;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.NoContentLength;
import dev.vane.adapters.rest.exchange.TransportGuard;
import dev.vane.adapters.rest.exchange.TransportProblems;
import dev.vane.adapters.rest.operations.BackupService;
import dev.vane.adapters.rest.operations.InfoService;
import dev.vane.adapters.rest.operations.RequestMetrics;
import dev.vane.adapters.rest.operations.ShutdownCheck;
import dev.vane.adapters.rest.operations.SourceGauges;
import dev.vane.adapters.rest.storage.Stored;
import dev.vane.adapters.rest.stream.Streams;
import dev.vane.adapters.rest.tls.Certificate;
import dev.vane.adapters.rest.tls.CertificateFiles;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.metrics.api.Metrics;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP server of Vane: one listener for the API and the page, one for operations.
 *
 * <p>It speaks HTTP/1.1 only, the API over TLS if a certificate is set; HTTP/2 is for the proxy in front. Threads are
 * virtual, one a connection.
 *
 * <p>Stopping has three phases: readiness turns 503 and everything is still served; after a delay the listeners close, and
 * streams of events end, and connections with their next answer, or when nothing came over them for a while (see {@link Connections}); what then
 * still goes on after the grace is cut. Started and stopped by one thread; everything else is safe for use by several.
 */
public final class VaneServer {

    private static final String OPERATIONS = "operations";
    private static final System.Logger LOGGER = System.getLogger(VaneServer.class.getName());

    /** Room in the first line of a request for what is not its target. */
    private static final int REQUEST_LINE_EXTRA = 64;

    private final ServerSettings settings;
    private final Served served;
    private final ShutdownCheck shutdown = new ShutdownCheck();
    private final RequestMetrics metrics = new RequestMetrics(Metrics.globalRegistry());
    private final TransportGuard guard;
    private final Connections connections;
    private final Streams streams;
    private final Optional<Certificate> certificate;
    private final WebServer server;

    private VaneServer(ServerSettings settings, Served served) {
        this.settings = settings;
        this.served = served;
        this.guard = new TransportGuard(settings.limits().maxTarget());
        this.connections = new Connections(http1(settings.limits()), guard, new NoContentLength());
        ServerSettings.Streaming streaming = settings.streaming();
        this.streams = new Streams(
                new Streams.Limits(streaming.subscribers(), streaming.heartbeat(), streaming.writeLimit()),
                System::nanoTime,
                Metrics.globalRegistry());
        this.certificate = settings.tls()
                .map(tls -> Certificate.read(
                        new CertificateFiles(tls.certificateFile(), tls.privateKeyFile(), tls.reloadInterval()),
                        served.clock(),
                        Metrics.globalRegistry()));
        this.server = build();
        SourceGauges.register(Metrics.globalRegistry(), served.application().inspectSources());
    }

    /**
     * Starts a server.
     *
     * @throws IllegalStateException if it cannot listen, because a port is taken or a certificate cannot be used for example
     */
    public static VaneServer start(ServerSettings settings, Served served) {
        VaneServer vane = new VaneServer(settings, served);
        vane.server.start();
        if (!vane.server.isRunning()) { // Helidon logs why, and returns as if nothing had happened
            throw new IllegalStateException(
                    "cannot listen on " + settings.api() + " and " + settings.operations() + "; the log says why");
        }
        vane.certificate.ifPresent(Certificate::watch);
        return vane;
    }

    /** The port of the API and the page. */
    public int port() {
        return server.port();
    }

    /** The port of the operations. */
    public int operationsPort() {
        return server.port(OPERATIONS);
    }

    /** Begins to stop: readiness turns 503, everything is still served. */
    public void drain() {
        shutdown.begin();
    }

    /** Stops: drains, waits for the configured delay, lets requests under way end, and closes. Blocks until then. */
    public void stop() {
        drain();
        LOGGER.log(
                System.Logger.Level.INFO, "stopping in " + settings.shutdown().delay());
        try {
            Thread.sleep(settings.shutdown().delay());
            Thread stopping = Thread.ofVirtual().name("stopping").start(server::stop);
            connections.endAfterListening(settings.shutdown().grace());
            streams.end();
            stopping.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever interrupts is in a hurry
        }
        certificate.ifPresent(Certificate::close);
    }

    private WebServer build() {
        Exchange exchange = new Exchange(metrics, settings.slowRequest(), System::nanoTime);
        return WebServer.builder()
                .featuresDiscoverServices(false)
                .shutdownHook(false)
                .update(listener -> listen(listener, settings.api()))
                .addConnectionSelector(connections)
                .connectionOptions(connections.socketOptions())
                .update(listener -> certificate.map(Certificate::tls).ifPresent(listener::tls))
                .routing(routing -> new Routes(exchange, served, streams).on(routing))
                .putSocket(
                        OPERATIONS,
                        ListenerConfig.builder()
                                .name(OPERATIONS)
                                .update(listener -> listen(listener, settings.operations()))
                                .addProtocol(http1(settings.limits())
                                        .addReceiveListener(guard)
                                        .addSendListener(new NoContentLength())
                                        .build())
                                .routing(this::operations)
                                .build())
                .addFeature(observation())
                .build();
    }

    private void listen(ListenerConfig.BuilderBase<?, ?> listener, ServerSettings.Address address) {
        listener.host(address.host())
                .port(address.port())
                .maxPayloadSize(settings.limits().maxBody())
                .shutdownGracePeriod(settings.shutdown().grace())
                .directHandlers(TransportProblems.handlers(metrics))
                .protocolsDiscoverServices(false);
    }

    private static Http1Config.Builder http1(ServerSettings.Limits limits) {
        return Http1Config.builder()
                .maxPrologueLength(limits.maxTarget() + REQUEST_LINE_EXTRA)
                .maxHeadersSize(limits.maxHeaders())
                // Helidon refuses what browsers send, such as a colon in a query; Parameters is strict where it counts
                .validatePrologue(false)
                .sendLog(false)
                .receiveLog(false);
    }

    private void operations(HttpRouting.Builder routing) {
        served.stored().ifPresent(stored -> routing.register(new BackupService(stored, served.clock())));
        BuildInfo build = served.build();
        routing.register(new InfoService(
                storage -> new BuildView(build.name(), build.version(), Times.text(build.builtAt()), storage),
                served.stored().map(Stored::info)));
    }

    private ObserveFeature observation() {
        List<HealthCheck> checks = new ArrayList<>(served.checks());
        checks.add(shutdown);
        HealthObserver health = HealthObserver.builder()
                .useSystemServices(false)
                .details(true)
                .healthChecks(checks)
                .addCheck(VaneServer::started, HealthCheckType.STARTUP, "listening")
                .build();
        return ObserveFeature.builder()
                .observersDiscoverServices(false)
                .endpoint("/")
                .sockets(List.of(OPERATIONS))
                .observers(List.of(health, MetricsObserver.create()))
                .build();
    }

    /** Who can ask has an answer: bootstrap starts the server after everything that it needs. */
    private static HealthCheckResponse started() {
        return HealthCheckResponse.builder().status(true).build();
    }
}
