package dev.vane.bootstrap;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The threads of this process, virtual ones included. */
final class ThreadDump {

    private ThreadDump() {}

    /** Name and number of each thread with a frame that matches; those of stub providers are left out. */
    static Set<String> threadsWith(String frame) {
        Set<String> found = new TreeSet<>();
        String thread = "";
        boolean matches = false;
        boolean stub = false;
        for (String line : (text() + "#end\n").lines().toList()) {
            if (line.startsWith("#")) {
                if (matches && !stub) {
                    found.add(thread);
                }
                thread = line.replaceFirst("(#[0-9]+ \"[^\"]*\").*", "$1"); // without state and time
                matches = false;
                stub = false;
            } else {
                matches |= line.contains(frame);
                stub |= line.contains(".StubProvider");
            }
        }
        return found;
    }

    private static String text() {
        try {
            Path file = Files.createTempDirectory("threads").resolve("dump");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            String text = Files.readString(file);
            Files.delete(file);
            Files.delete(file.getParent());
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot dump the threads", e);
        }
    }
}
