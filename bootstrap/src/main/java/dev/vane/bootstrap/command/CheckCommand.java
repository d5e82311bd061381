package dev.vane.bootstrap.command;

import dev.vane.adapters.sqlite.backup.Backups;
import dev.vane.adapters.sqlite.backup.DatabaseCheck;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.bootstrap.config.Storage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vane check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads the whole database and names what is damaged; the service must be stopped.")
final class CheckCommand implements Callable<Integer> {

    private static final int DAMAGED = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            DatabaseCheck check =
                    Backups.check(Storage.settings(Settings.read(spec).data()));
            out.println(check.file().sound() ? "the file is sound" : "the file is damaged: " + check.file());
            check.rows().forEach(kind -> {
                out.println(kind.kind() + ": " + kind.sound() + " sound, " + kind.damaged() + " damaged");
                kind.names().forEach(name -> out.println("  " + name));
            });
            return check.sound() ? 0 : DAMAGED;
        } catch (StorageException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return DAMAGED;
        }
    }
}
