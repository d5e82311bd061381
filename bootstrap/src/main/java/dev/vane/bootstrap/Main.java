package dev.vane.bootstrap;

import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.bootstrap.command.CommandLineProgram;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.ConfigurationException;
import dev.vane.bootstrap.config.ConfigurationReader;
import dev.vane.bootstrap.logging.Logs;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Starts Vane, and stops it in order when the process is told to end. */
public final class Main {

    /** The exit code for a configuration or an installation that cannot work: starting again will not help. */
    private static final int UNUSABLE = 78;

    private static final int FAILED = 1;

    private Main() {}

    /**
     * Is the service, which is set by the configuration file and the environment alone; or does what a command says, and ends.
     *
     * @param arguments none for the service
     */
    public static void main(String[] arguments) {
        if (!Main.class.getModule().isNamed()) {
            refuse("Vane runs on the module path only: java --module-path … --module dev.vane.bootstrap");
        }
        if (arguments.length > 0) {
            Logs.claim();
            Logs.start(System.err, Level.WARNING); // a command itself says what it does
            System.exit(CommandLineProgram.run(
                    new CommandLineProgram.Streams(System.out, System.err),
                    Map.of("backfill", new BackfillCommand(), "demo", new DemoCommand()),
                    arguments));
        }
        Logs.claim();
        run(System.getenv());
    }

    private static void run(Map<String, String> environment) {
        ConfigurationReader reader = new ConfigurationReader(environment);
        Configuration configuration = read(reader);
        Logs.start(System.out, configuration.log().level());
        Logger log = System.getLogger(Main.class.getName());
        log.log(Level.INFO, "settings: " + reader.effective());
        try {
            Vane vane = Vane.start(configuration);
            Runtime.getRuntime().addShutdownHook(new Thread(vane::close, "shutdown"));
            vane.overtaken().thenAccept(why -> {
                log.log(Level.ERROR, "ending: " + why);
                // the thread that is told is one that the shutdown waits for
                Thread.ofPlatform().name("ending").start(() -> System.exit(FAILED));
            });
        } catch (StorageException e) {
            log.log(
                    Level.ERROR,
                    "cannot start: " + e.getMessage()); // it says all there is, and where from helps nobody
            System.exit(FAILED);
        } catch (RuntimeException e) {
            log.log(Level.ERROR, "cannot start: " + e.getMessage(), e);
            System.exit(FAILED);
        }
    }

    private static Configuration read(ConfigurationReader reader) {
        try {
            return reader.read();
        } catch (ConfigurationException e) {
            refuse(e.getMessage());
            throw e;
        }
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(UNUSABLE);
    }
}
