package dev.vane.bootstrap.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of {@code vane}. */
@Command(
        name = "vane",
        mixinStandardHelpOptions = true,
        description = "Without a command it is the service; with one it does that and ends.",
        subcommands = {
            BackupCommand.class,
            CheckCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            RestoreCommand.class
        })
public final class CommandLineProgram implements Runnable {

    @Spec
    private CommandSpec spec;

    private CommandLineProgram() {}

    /**
     * Where a command writes.
     *
     * @param out what it was asked for
     * @param problems what is wrong, and how far it is
     */
    public record Streams(PrintStream out, PrintStream problems) {}

    /**
     * Runs a command.
     *
     * @param streams where it writes
     * @param more commands that need the parts of the service, by name
     * @param arguments the command with its options and parameters
     * @return the exit code: 0 if it was done, 2 if the command line is wrong
     */
    public static int run(Streams streams, Map<String, Callable<Integer>> more, String... arguments) {
        CommandLine program = new CommandLine(new CommandLineProgram())
                .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(streams.problems(), true, StandardCharsets.UTF_8));
        more.forEach(program::addSubcommand);
        return program.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
