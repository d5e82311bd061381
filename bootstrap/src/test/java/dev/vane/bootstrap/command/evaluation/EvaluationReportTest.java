package dev.vane.bootstrap.command.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.bootstrap.command.evaluation.Comparison.Line;
import dev.vane.bootstrap.command.evaluation.Comparison.Table;
import dev.vane.bootstrap.command.evaluation.Evaluation.Part;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {

    private static final String HEADER =
            "place,latitude,longitude,elevation,validTime,leadHours,variable,unit,observation,alpha,beta\n";

    @TempDir
    private Path folder;

    /** 48-hour forecasts of eight models at 480 stations of the Pacific Northwest, January and February 2004. */
    @Test
    void combinesRealForecastsBetterThanTheTextbookDoes() throws IOException {
        Path recorded = Path.of(System.getProperty("vane.shared"))
                .resolve("recordings/forecasts/pacific-northwest-temperature.csv");
        ForecastFile file;
        try (InputStream bytes = Files.newInputStream(recorded)) {
            file = ForecastFile.read(bytes, read -> {});
        }

        SortedMap<Part, Comparison> parts = Evaluation.of(file, rows -> {});

        assertThat(file.faults()).isEmpty();
        assertThat(parts).containsOnlyKeys(new Part(ScoredVariable.TEMPERATURE, LeadBucket.DAYS_2));
        Table learned = parts.get(parts.firstKey()).learned();
        assertThat(learned.pairs()).isEqualTo(13_385);
        assertThat(ratio(learned, "ukmo")).isEqualTo(1);
        assertThat(ratio(learned, "mean-of-raw")).isBetween(0.9835, 0.9845); // what anybody computes
        assertThat(ratio(learned, "blend-weighted")).isLessThan(0.80); // the textbook's: 0.820
        assertThat(ratio(learned, "blend-last")).isLessThan(0.77); // with a quarter of the last observation: 0.785
        assertThat(ratio(learned, "served by the gate")).isLessThan(1);
    }

    private static double ratio(Table table, String candidate) {
        return table.lines().stream()
                .filter(line -> line.name().equals(candidate))
                .mapToDouble(Line::ratio)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesABadRowWithItsLineAndGoesOn() throws IOException {
        String rows = HEADER
                + row("2026-01-01T00:00:00Z", "24,temperature,°C,1.5,2,3")
                + row("2026-01-02T00:00:00Z", "24,temperature,°C,NaN,,")
                + "too,few\n"
                + row("yesterday", "24,temperature,°C,1.5,2,3")
                + row("2026-01-03T00:00:00Z", "-1,temperature,°C,1.5,2,3")
                + row("2026-01-03T00:00:00Z", "24,mood,°C,1.5,2,3")
                + row("2026-01-03T00:00:00Z", "24,temperature,mm,1.5,2,3")
                + row("2026-01-03T00:00:00Z", "24,temperature,°C,1e308,2,3")
                + row("2026-01-03T00:00:00Z", "24,temperature,°C,1.5,0x10,3")
                + row("2026-01-03T00:00:00Z", "24,temperature,°C,1.5,Infinity,3")
                + row("2026-01-01T00:00:00Z", "24,temperature,°C,9,2,3")
                + "\"open,1,1,1,2026-01-03T00:00:00Z,24,temperature,°C,1.5,2,3\n"
                + "\u001B[31m,1,1,1,2026-01-03T00:00:00Z,24,temperature,°C,1.5,2,3\n"
                + "Here,91,1,1,2026-01-03T00:00:00Z,24,temperature,°C,1.5,2,3\n"
                + "Here,1,1,12000,2026-01-03T00:00:00Z,24,temperature,°C,1.5,2,3\n"
                + row("2026-01-04T00:00:00Z", "24,temperature,°F,50,41,32");

        ForecastFile file = read(rows);

        assertThat(file.rows()).hasSize(3);
        assertThat(file.rows().getLast().observation()).hasValue(10);
        assertThat(file.rows().getLast().forecasts().getFirst()).hasValue(5);
        assertThat(file.faults())
                .extracting(ForecastFile.Fault::line)
                .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L);
        assertThat(file.faults())
                .extracting(ForecastFile.Fault::what)
                .anyMatch(what -> what.contains("2 fields, not 11"))
                .anyMatch(what -> what.contains("validTime is 'yesterday'"))
                .anyMatch(what -> what.contains("leadHours is -1.0"))
                .anyMatch(what -> what.contains("variable is 'mood'"))
                .anyMatch(what -> what.contains("unit is 'mm'"))
                .anyMatch(what -> what.contains("1e308"))
                .anyMatch(what -> what.contains("forecast is '0x10'"))
                .anyMatch(what -> what.contains("an earlier row"))
                .noneMatch(what -> what.contains("\u001B"));
    }

    private static String row(String validTime, String rest) {
        return "Here,46.5,7.5,-9999," + validTime + "," + rest + "\n";
    }

    private static ForecastFile read(String text) throws IOException {
        return ForecastFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), read -> {});
    }

    @Test
    void rowsInAnyOrderGiveTheSame() throws IOException {
        StringBuilder ascending = new StringBuilder(HEADER);
        StringBuilder descending = new StringBuilder(HEADER);
        for (int day = 1; day <= 28; day++) {
            ascending.append(day(day));
            descending.append(day(29 - day));
        }

        assertThat(table(descending.toString())).isEqualTo(table(ascending.toString()));
    }

    private static String day(int day) {
        double truth = 5 + 3 * Math.sin(day);
        String time = "2026-01-%02dT00:00:00Z".formatted(day);
        return row(time, "24,temperature,°C,%.2f,%.2f,%.2f".formatted(truth, truth + 1, truth - 0.5 + Math.cos(day)));
    }

    private static List<Line> table(String text) throws IOException {
        return Evaluation.of(read(text), rows -> {})
                .values()
                .iterator()
                .next()
                .all()
                .lines();
    }

    @Test
    void sourcesAreComparedOnPairsThatAllHave() throws IOException {
        String rows = HEADER
                + row("2026-01-01T00:00:00Z", "24,temperature,°C,0,1,1")
                + row("2026-01-02T00:00:00Z", "24,temperature,°C,0,1,2")
                + row("2026-01-03T00:00:00Z", "24,temperature,°C,0,100,");

        Table table =
                Evaluation.of(read(rows), done -> {}).values().iterator().next().all();

        assertThat(table.pairs()).isEqualTo(2);
        assertThat(table.lines().getFirst().loss()).isEqualTo(1);
        assertThat(table.lines().get(1).loss()).isEqualTo(1.5);
        assertThat(table.lines().get(1).ratio()).isEqualTo(1.5);
    }

    @Test
    void aFileThatIsNoneOfForecastsIsRefused() throws IOException {
        assertThat(printed("")).contains("the file is empty");
        assertThat(printed("a,b\n1,2\n")).contains("line 1").contains("the header is not place,latitude");
        assertThat(printed(HEADER.replace("beta", "alpha"))).contains("two sources of the same name");
        assertThat(printed(folder.resolve("none.csv"))).contains("there is no such file");
    }

    private String printed(String text) throws IOException {
        Path path = folder.resolve("file.csv");
        Files.writeString(path, text);
        return printed(path);
    }

    private static String printed(Path path) {
        StringWriter problems = new StringWriter();
        int code = EvaluationReport.print(path, new PrintWriter(new StringWriter()), new PrintWriter(problems));
        assertThat(code).isNotZero();
        return problems.toString();
    }
}
