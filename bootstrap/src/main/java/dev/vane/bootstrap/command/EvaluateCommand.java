package dev.vane.bootstrap.command;

import dev.vane.bootstrap.command.evaluation.EvaluationReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vane evaluate FILE}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Scores and combines the forecasts of a file as the service does, without look-ahead, and prints how each source"
                    + " and each combination did.",
            "Columns: place,latitude,longitude,elevation,validTime,leadHours,variable,unit,observation,<source>…"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Comma-separated values, UTF-8, with a header.")
    private Path file;

    @Override
    public Integer call() {
        return EvaluationReport.print(
                file, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
