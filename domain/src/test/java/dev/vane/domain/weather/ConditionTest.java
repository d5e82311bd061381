package dev.vane.domain.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void hasTheRanksOfTheSharedTable() throws IOException {
        Path table = Path.of(System.getProperty("vane.shared", "../../shared")).resolve("codes/conditions.csv");
        boolean present = Files.exists(table);
        System.out.println("ConditionTest: "
                + (present
                        ? "reads " + table.getFileName()
                        : "skipped, codes/conditions.csv is not beside the project"));
        assumeTrue(present);
        List<String> rows = Files.readAllLines(table).stream().skip(1).toList();
        System.out.println("ConditionTest: " + rows.size() + " rows");
        Map<String, Integer> ranks = rows.stream()
                .map(row -> row.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.valueOf(cells[1])));
        assertThat(Arrays.stream(Condition.values())
                        .collect(Collectors.toMap(Condition::key, Condition::significanceRank)))
                .isEqualTo(ranks);
    }

    @Test
    void ranksEachConditionDifferently() {
        assertThat(Condition.values()).extracting(Condition::significanceRank).doesNotHaveDuplicates();
    }

    @Test
    void ranksDangerFirstAndTheUnknownLast() {
        assertThat(Arrays.stream(Condition.values())
                        .collect(Collectors.toMap(Condition::significanceRank, Function.identity())))
                .containsEntry(1, Condition.TORNADO)
                .containsEntry(2, Condition.HURRICANE)
                .containsEntry(22, Condition.CLEAR)
                .containsEntry(99, Condition.UNKNOWN);
    }

    @Test
    void keysAreLowerCaseWords() {
        assertThat(Condition.values()).extracting(Condition::key).allMatch(key -> key.matches("[a-z]+(_[a-z]+)?"));
        assertThat(Condition.FREEZING_RAIN.key()).isEqualTo("freezing_rain");
    }
}
