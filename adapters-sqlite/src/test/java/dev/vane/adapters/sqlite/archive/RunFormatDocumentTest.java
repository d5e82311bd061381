package dev.vane.adapters.sqlite.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/run-format.md says of codes and quanta is what the program does. */
class RunFormatDocumentTest {

    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = Files.readAllLines(Path.of("..", "docs", "run-format.md"));
    }

    @Test
    void givesTheCodeAndTheQuantumOfEveryVariable() {
        for (Variable variable : Variable.values()) {
            BigDecimal quantum = BigDecimal.ONE.movePointLeft(Resolution.decimals(variable));
            String symbol = variable.dimension().canonical().symbol();

            assertThat(lines)
                    .contains(
                            ("| " + Codes.quantity(variable) + " | " + variable.key() + " | " + quantum + " " + symbol)
                                            .strip()
                                    + " |");
        }
    }

    @Test
    void givesTheCodeOfEveryQuantityOfADay() {
        for (DailyVariable daily : DailyVariable.values()) {
            assertThat(lines).contains("| " + Codes.quantity(daily) + " | " + daily.key() + " |");
        }
    }

    @Test
    void givesTheCodeOfEveryCondition() {
        for (Condition condition : Condition.values()) {
            assertThat(lines).contains("| " + Codes.sky(Sky.of(condition)) / 8 + " | " + condition.key() + " |");
        }
    }
}
