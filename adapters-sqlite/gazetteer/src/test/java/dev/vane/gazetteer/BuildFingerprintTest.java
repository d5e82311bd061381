package dev.vane.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFingerprintTest {

    @TempDir
    private Path folder;

    private Path lock;
    private Path gazetteer;

    @BeforeEach
    void writeFiles() throws IOException {
        lock = Files.writeString(folder.resolve("package-lock.json"), "{}");
        gazetteer = Files.writeString(folder.resolve("gazetteer.db"), "towns");
    }

    @Test
    void recognisesWhatWasBuiltFromTheSame() throws IOException {
        BuildFingerprint.of(lock).writeBeside(gazetteer);

        assertThat(BuildFingerprint.of(lock).isOf(gazetteer)).isTrue();
    }

    @Test
    void asksForABuildAfterTheLockFileChanged() throws IOException {
        BuildFingerprint.of(lock).writeBeside(gazetteer);
        Files.writeString(lock, "{\"packages\": {}}");

        assertThat(BuildFingerprint.of(lock).isOf(gazetteer)).isFalse();
    }

    @Test
    void asksForABuildWhereNoneWas() throws IOException {
        assertThat(BuildFingerprint.of(lock).isOf(gazetteer)).isFalse();
        BuildFingerprint.of(lock).writeBeside(gazetteer);
        Files.delete(gazetteer);
        assertThat(BuildFingerprint.of(lock).isOf(gazetteer)).isFalse();
    }

    @Test
    void looksAtEveryClassOfTheBuilder() throws IOException, URISyntaxException {
        URI classes = BuildGazetteer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        try (Stream<Path> files = Files.list(Path.of(classes).resolve("dev/vane/gazetteer"))) {
            List<String> all = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .toList();

            assertThat(BuildFingerprint.CODE)
                    .extracting(type -> type.getSimpleName() + ".class")
                    .containsAll(all);
        }
    }
}
