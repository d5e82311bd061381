package dev.vane.bootstrap.command;

import dev.vane.adapters.sqlite.backup.Backups;
import dev.vane.adapters.sqlite.backup.RestoreOutcome;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.bootstrap.config.Storage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vane restore FILE}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts a backup in the place of the database, after checking it; the service must be stopped.")
final class RestoreCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--force", description = "Replace a database that is there.")
    private boolean force;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Override
    public Integer call() {
        try {
            RestoreOutcome outcome = Backups.restore(
                    file.toAbsolutePath(), Storage.settings(Settings.read(spec).data()), force);
            return switch (outcome) {
                case RestoreOutcome.Restored restored -> {
                    spec.commandLine().getOut().println(restored.database() + " is in its place");
                    yield 0;
                }
                case RestoreOutcome.DatabaseExists there -> {
                    spec.commandLine()
                            .getErr()
                            .println(there.database() + " is there already: give --force to replace it");
                    yield FAILED;
                }
            };
        } catch (StorageException e) {
            spec.commandLine().getErr().println("nothing was restored: " + e.getMessage());
            return FAILED;
        }
    }
}
