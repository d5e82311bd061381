package dev.vane.bootstrap;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program in a process of its own, on the module path as it runs in the image; killed at the end. */
final class MainProcess implements AutoCloseable {

    /** What only tests need. Parts of it are no modules, or open what the program does not have. */
    private static final Pattern TESTS = Pattern.compile(
            ".*(/test-classes/?|-tests?\\.jar|/(junit|assertj|archunit|opentest4j|apiguardian|byte-buddy|surefire|jspecify)[^/]*\\.jar)");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private MainProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it with settings by environment variable. */
    static MainProcess start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=org.xerial.sqlitejdbc",
                        "--module-path",
                        modulePath(),
                        "--module",
                        "dev.vane.bootstrap/dev.vane.bootstrap.Main")
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("VANE_"));
        builder.environment().putAll(settings);
        return new MainProcess(builder.start());
    }

    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !TESTS.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads what it says until a line contains a text; that line, or everything if it ends before. */
    String await(String text) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        return String.join("\n", lines);
    }

    /** Everything that it said, when it has ended by itself; one that does not end is killed, which its exit code tells. */
    List<String> ended() throws IOException {
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(process.toHandle()::destroyForcibly);
        output.lines().forEach(lines::add);
        process.onExit().join();
        return List.copyOf(lines);
    }

    /** Its exit code, when it has ended by itself. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() throws IOException {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        output.close();
    }
}
