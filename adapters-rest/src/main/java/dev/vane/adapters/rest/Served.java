package dev.vane.adapters.rest;

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
 * @param backup makes a backup; empty if there is nothing to be backed up
 * @param build what the program is
 * @param clock the time
 */
public record Served(
        Application application,
        List<StaticRoot> files,
        List<HealthCheck> checks,
        Optional<Backup> backup,
        BuildInfo build,
        Clock clock) {

    /** Copies the lists. */
    public Served {
        Objects.requireNonNull(application, "application");
        files = List.copyOf(files);
        checks = List.copyOf(checks);
        Objects.requireNonNull(backup, "backup");
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(clock, "clock");
    }

    /** What is served where there is nothing to be backed up. */
    public Served(
            Application application, List<StaticRoot> files, List<HealthCheck> checks, BuildInfo build, Clock clock) {
        this(application, files, checks, Optional.empty(), build, clock);
    }
}
