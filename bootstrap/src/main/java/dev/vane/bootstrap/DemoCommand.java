package dev.vane.bootstrap;

import dev.vane.adapters.rest.ServerSettings;
import dev.vane.bootstrap.config.ConfigurationException;
import dev.vane.bootstrap.config.ConfigurationReader;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vane demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Lives through simulated days as fast as it can: watch scores appear and the blend take over.")
final class DemoCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int MOST_DAYS = 1000;

    /** Only who sits at this machine is to see it. */
    private static final String HOST = "127.0.0.1";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--days",
            defaultValue = "90",
            description = "How many days, up to 1000; ${DEFAULT-VALUE} unless given.")
    private int days;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description =
                    "Where the page and the API are served meanwhile; ${DEFAULT-VALUE} unless given, 0 takes any free port.")
    private int port;

    @Option(names = "--no-server", description = "Serve nothing, and end after the last day.")
    private boolean noServer;

    @Option(
            names = "--place",
            defaultValue = "3143244",
            description = "Where: the id of a town, or latitude,longitude; Oslo unless given.")
    private String place;

    @Override
    public Integer call() throws InterruptedException {
        if (days < 1 || days > MOST_DAYS) {
            throw wrong("--days is " + days + ", not 1 to " + MOST_DAYS);
        }
        if (port < 0 || port > 65_535) {
            throw wrong("--port is " + port + ", not 0 to 65535");
        }
        PlaceId id = PlaceId.parse(place)
                .orElseThrow(() -> wrong("--place is neither the id of a town nor latitude,longitude"));
        Path gazetteer = gazetteer();
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        try (Demonstration demonstration = Demonstration.open(gazetteer, id, end.minus(Duration.ofDays(days)))) {
            Runtime.getRuntime().addShutdownHook(new Thread(demonstration::close, "shutdown"));
            show(demonstration);
            return 0;
        } catch (IllegalArgumentException | IllegalStateException e) {
            spec.commandLine().getErr().println("the demonstration cannot begin: " + e.getMessage());
            return FAILED;
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private Path gazetteer() {
        try {
            return new ConfigurationReader(System.getenv()).read().gazetteer();
        } catch (ConfigurationException e) {
            throw wrong(e.getMessage());
        }
    }

    private void show(Demonstration demonstration) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Place where = demonstration.place();
        out.println(days + " days of made-up weather at " + where.name()
                + ": four simulated providers, each wrong in its own way, and a station that measures.");
        if (!noServer) {
            int served = demonstration.serve(settings());
            out.println("Meanwhile: http://localhost:" + served + "/ and http://localhost:" + served
                    + "/api/v1/scores?place=" + where.id());
        }
        out.println("Mean absolute error of the temperature one to two days ahead, in K, recent days counting more:");
        out.println(DemoTable.header());
        demonstration.live(days, day -> {
            if (day % Demonstration.LEARNING_EVERY == 0 || day == days) {
                LocalDate date = LocalDate.ofInstant(demonstration.now(), ZoneOffset.UTC);
                DemoTable.Line line = DemoTable.read(demonstration.application().readScores(), where.id());
                out.println(DemoTable.format(day, date, line));
            }
        });
        if (!noServer) {
            out.println("That was the last day. It is served until Ctrl-C.");
            demonstration.liveOn();
        }
    }

    private ServerSettings settings() {
        ServerSettings standard = ServerSettings.defaults();
        return new ServerSettings(
                new ServerSettings.Address(HOST, port),
                new ServerSettings.Address(HOST, 0),
                standard.limits(),
                new ServerSettings.Shutdown(Duration.ZERO, Duration.ofSeconds(1)),
                standard.slowRequest());
    }
}
