package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program starts, and how it refuses to. */
class StartTest {

    private static final Instant NOW = Instant.parse("2026-02-06T21:35:00Z");

    @TempDir
    private Path directory;

    @Test
    void onTheClassPathItRefusesToStart() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.vane.bootstrap.Main")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(78);
        assertThat(output).contains("Vane runs on the module path only");
    }

    @Test
    void aDatabaseThatIsNotOursStopsTheStartAndStaysUntouched() throws IOException {
        Path file = Files.writeString(directory.resolve("vane.db"), "my diary");

        assertThatThrownBy(() -> RunningVane.start(directory, NOW, Map.of())).hasMessageContaining("vane.db");
        assertThat(file).hasContent("my diary");
    }

    @Test
    void aMissingGazetteerStopsTheStart() {
        assertThatThrownBy(() -> RunningVane.start(directory, NOW, Map.of("VANE_GAZETTEER_FILE", "/nowhere.db")))
                .hasMessageContaining("/nowhere.db");
    }

    @Test
    void aSecondProcessOnTheSameDataIsRefusedAndTheFirstServesOn() {
        try (RunningVane first = RunningVane.start(directory, NOW, Map.of())) {
            assertThatThrownBy(() -> RunningVane.start(directory, NOW, Map.of()))
                    .hasMessageContaining("lock");
            assertThat(first.get("/").statusCode()).isEqualTo(200);
        }
        try (RunningVane next = RunningVane.start(directory, NOW, Map.of())) {
            assertThat(next.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void partsAreClosedInTheOppositeOrderOfTheirOpeningEvenIfOneFails() {
        List<String> closed = new ArrayList<>();
        Opened parts = new Opened();
        parts.add("first", () -> closed.add("first"));
        parts.add("second", () -> {
            throw new IllegalStateException("it does not close");
        });
        parts.add("third", () -> closed.add("third"));

        parts.close();
        parts.close();

        assertThat(closed).containsExactly("third", "first");
    }
}
