package dev.vane.application.weather;

import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one source said last of one place. Not safe for use by several threads: {@link PlaceMemory} guards it.
 *
 * <p>Freshness is judged by when Vane had the answer, never by the times that the provider writes into it: a provider
 * that stamps its data in the past would otherwise be asked again by every reader.
 */
final class Voice {

    /** A source that repeats a run for longer than this many of its update intervals is left out. */
    private static final int LATE_UPDATES = 2;

    private final SourceInfo info;
    private Optional<SourceReport> report = Optional.empty();
    private Instant staleAfter = Instant.MIN;
    private Instant freshUntil = Instant.MIN;
    private Instant runSince = Instant.MAX;

    Voice(SourceInfo info) {
        this.info = info;
    }

    SourceInfo info() {
        return info;
    }

    Optional<SourceReport> report() {
        return report;
    }

    Instant staleAfter() {
        return staleAfter;
    }

    /** Tells whether the answer is at most one refresh interval late. */
    boolean fresh(Instant now) {
        return report.isPresent() && now.isBefore(freshUntil);
    }

    /** Tells whether it has been repeating its run for so long that something is wrong with it (the stale-run guard). */
    boolean repeatsTooLong() {
        Duration longest = info.rhythm().updateInterval().multipliedBy(LATE_UPDATES);
        return report.filter(said -> said.run().isPresent())
                .filter(said -> runSince.plus(longest).isBefore(said.fetchedAt()))
                .isPresent();
    }

    /** Since when it has been saying the same run. */
    Instant runSince() {
        return runSince;
    }

    /**
     * Takes what it says now. A run that is the same as before keeps the time when it was had first. What it does not say
     * this time stands as it was said before: a source whose forecast fails for once still has its last one.
     */
    void hears(SourceReport said, Instant dueAt, Duration tolerance) {
        Optional<Run> before = report.flatMap(SourceReport::run);
        if (said.run().isPresent() && before.filter(said.run().get()::repeats).isEmpty()) {
            runSince = said.fetchedAt();
        }
        Optional<Run> run = said.run().map(now -> firstHad(now, before)).or(() -> before);
        report = Optional.of(new SourceReport(
                said.source(),
                said.fetchedAt(),
                said.current().or(() -> report.flatMap(SourceReport::current)),
                run,
                said.alerts().or(() -> report.flatMap(SourceReport::alerts))));
        staleAfter = dueAt;
        freshUntil = dueAt.plus(tolerance);
    }

    private static Run firstHad(Run now, Optional<Run> before) {
        return before.filter(now::forecastsTheSameAs)
                .map(known -> new Run(now.issuedAt(), known.availableAt(), known.hourly(), known.daily()))
                .orElse(now);
    }

    /** Takes what the archive remembers of it. */
    void recalls(Remembered remembered, Instant dueAt, Duration tolerance) {
        report = Optional.of(remembered.report());
        runSince = remembered.runSince().orElse(Instant.MAX);
        staleAfter = dueAt;
        freshUntil = dueAt.plus(tolerance);
    }
}
