package dev.vane.adapters.rest;

import dev.vane.adapters.rest.storage.Stored;
import dev.vane.application.Application;
import io.helidon.health.HealthCheck;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the server serves.
 *
 * @param application the use cases
 * @param files the folders of static files; may be empty
 * @param checks what has to hold, by type: readiness of what reads need, nothing external
 * @param stored the database; empty if there is none to be shown and backed up
 * @param build what the program is
 * @param clock the time
 */
public record Served(
        Application application,
        List<StaticRoot> files,
        List<HealthCheck> checks,
        Optional<Stored> stored,
        BuildInfo build,
        Clock clock) {

    /** Copies the lists. */
    public Served {
        Objects.requireNonNull(application, "application");
        files = List.copyOf(files);
        checks = List.copyOf(checks);
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(clock, "clock");
    }

    /** What is served where no database is to be shown. */
    public Served(
            Application application, List<StaticRoot> files, List<HealthCheck> checks, BuildInfo build, Clock clock) {
        this(application, files, checks, Optional.empty(), build, clock);
    }
}
