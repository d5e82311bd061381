package dev.vane.bootstrap;

import dev.vane.adapters.rest.BuildInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/** What this build is, as the build wrote it into {@code build.properties}. */
final class Build {

    private Build() {}

    /** Reads it. */
    static BuildInfo read() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read build.properties of the program", e);
        }
        return new BuildInfo(
                "Vane", properties.getProperty("version"), Instant.parse(properties.getProperty("timestamp")));
    }
}
