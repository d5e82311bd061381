package dev.vane.bootstrap.command.evaluation;

import dev.vane.bootstrap.command.evaluation.Evaluation.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;

/** Evaluates a file and prints what came of it; what is wrong with rows, and how far it is, goes to the other stream. */
public final class EvaluationReport {

    /** The exit code for a file that cannot be used. */
    private static final int UNUSABLE = 65;

    private static final int OK = 0;

    private EvaluationReport() {}

    /**
     * Evaluates a file.
     *
     * @param out for the tables
     * @param problems for bad rows, and for the progress if it is a terminal
     * @return the exit code: 0 if the file could be used, however many of its rows could not
     */
    public static int print(Path path, PrintWriter out, PrintWriter problems) {
        long begin = System.nanoTime();
        try (ProgressBar progress = new ProgressBar(problems)) {
            ForecastFile file = read(path, progress);
            progress.clear();
            file.faults().forEach(fault -> problems.println("line " + fault.line() + ": " + fault.what()));
            problems.flush();
            SortedMap<Part, Comparison> parts = Evaluation.of(
                    file, rows -> progress.show("evaluating", rows, file.rows().size()));
            progress.clear();
            parts.forEach((part, comparison) -> print(part, comparison, out));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            out.printf(
                    Locale.ROOT,
                    "%n%d rows evaluated, %d could not be used, in %.1f s%n",
                    file.rows().size(),
                    file.faults().size(),
                    took.toMillis() / 1000.0);
            out.flush();
            return OK;
        } catch (ForecastFile.UnusableFileException e) {
            problems.println(path + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            problems.println(path + ": there is no such file");
        } catch (IOException e) {
            problems.println(path + " cannot be read: " + e.getMessage());
        }
        problems.flush();
        return UNUSABLE;
    }

    private static ForecastFile read(Path path, ProgressBar progress) throws IOException {
        long size = Files.size(path);
        try (InputStream bytes = Files.newInputStream(path)) {
            return ForecastFile.read(bytes, read -> progress.show("reading", read, size));
        }
    }

    private static void print(Part part, Comparison comparison, PrintWriter out) {
        Comparison.Table all = comparison.all();
        Comparison.Table learned = comparison.learned();
        String measure =
                part.variable().kind() == dev.vane.domain.scoring.ScoredVariable.Kind.PROBABILITY ? "Brier" : "MAE";
        out.printf(
                Locale.ROOT,
                "%n%s, lead time %s h, %s%n",
                part.variable().variable().key(),
                part.bucket().key(),
                part.variable().variable().dimension().canonical().symbol());
        out.printf(
                Locale.ROOT,
                "  %d pairs of %d places; common to the sources: %d; from the 11th of the %d places with 30 or more: %d%n",
                comparison.pairs(),
                all.places(),
                all.pairs(),
                learned.places(),
                learned.pairs());
        out.printf(Locale.ROOT, "  %-28s%36s%36s%n", "", "all pairs", "from the 11th pair");
        String columns = String.format(Locale.ROOT, "%9s%9s%9s%9s", "bias", measure, "RMSE", "ratio");
        out.printf(Locale.ROOT, "  %-28s%s%s%n", "", columns, columns);
        for (int i = 0; i < all.lines().size(); i++) {
            out.printf(
                    Locale.ROOT,
                    "  %-28s%s%s%n",
                    all.lines().get(i).name(),
                    line(all.lines().get(i)),
                    line(learned.lines().get(i)));
        }
    }

    private static String line(Comparison.Line line) {
        return line.pairs() == 0
                ? String.format(Locale.ROOT, "%36s", "-")
                : String.format(
                        Locale.ROOT,
                        "%9.3f%9.3f%9.3f%9.4f",
                        line.bias(),
                        line.loss(),
                        line.rootMeanSquare(),
                        line.ratio());
    }
}
