package dev.vane.adapters.sqlite.database;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A second JVM that runs a main class of the tests, talks over its standard output, and can be killed like a pod. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a main class with arguments. */
    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Called by the child: tells its parent something. */
    public static void say(String line) {
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(line);
    }

    /** Called by the child: waits until its parent lets it go on, or is gone. */
    public static void waitForParent() throws IOException {
        System.in.read();
    }

    /** Called by the child: waits until it is killed, or until its parent is gone. */
    public static void waitToBeKilled() throws IOException {
        while (System.in.read() >= 0) {
            // nobody says anything to a child
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Lets a child go on that waits. */
    public void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** What it says next; empty when it has ended and everything was read. */
    public Optional<String> readLine() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    /** Kills it with SIGKILL and waits until it is gone; what it had said can still be read. */
    public void kill() {
        process.toHandle().destroyForcibly(); // the process's own method would close its output
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        output.close();
    }
}
