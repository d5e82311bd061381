package dev.vane.application.weather;

import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one source for one place. Not safe for use by several threads: {@link PlaceMemory} guards it.
 *
 * <p>Freshness is judged by when Vane had the answer, never by the times that the provider writes into it: a provider
 * that stamps its data in the past would otherwise be asked again by every reader.
 */
final class SourceMemory {

    /** Served without regard for its age up to this many refresh intervals, so that one late answer changes nothing. */
    private static final int INTERVALS_OF_GRACE = 2;

    private final WeatherSource source;
    private Optional<SourceReport> report = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private int failuresOnEnd;
    private Instant notBefore = Instant.MIN;
    private boolean inFlight;

    SourceMemory(WeatherSource source) {
        this.source = source;
    }

    WeatherSource source() {
        return source;
    }

    SourceInfo info() {
        return source.info();
    }

    boolean simulated() {
        return info().simulated();
    }

    Optional<SourceReport> report() {
        return report;
    }

    boolean inFlight() {
        return inFlight;
    }

    Instant notBefore() {
        return notBefore;
    }

    boolean due(Instant now) {
        return !inFlight && !now.isBefore(notBefore);
    }

    boolean fresh(Instant now) {
        Duration grace = info().refreshInterval().multipliedBy(INTERVALS_OF_GRACE);
        return report.map(known -> now.isBefore(known.fetchedAt().plus(grace))).orElse(false);
    }

    void takeOff() {
        inFlight = true;
    }

    void restore(SourceReport remembered) {
        report = Optional.of(remembered);
        notBefore = staleAfter(remembered);
    }

    void land(SourceReply reply, Instant now, RefreshPolicy policy) {
        inFlight = false;
        switch (reply) {
            case SourceReply.Answered(SourceReport answer) -> {
                report = Optional.of(answer);
                problem = Optional.empty();
                failuresOnEnd = 0;
                notBefore = staleAfter(answer);
            }
            case SourceReply.Failed failed -> {
                problem = Optional.of(failed.detail());
                failuresOnEnd++;
                Duration wait = policy.backOff(failuresOnEnd);
                Duration asked = failed.retryAfter().orElse(Duration.ZERO);
                notBefore = now.plus(wait.compareTo(asked) > 0 ? wait : asked);
            }
        }
    }

    private Instant staleAfter(SourceReport known) {
        return known.fetchedAt().plus(info().refreshInterval());
    }

    SourceStatus status() {
        return new SourceStatus(
                info(),
                report.map(SourceReport::fetchedAt),
                report.map(this::staleAfter),
                report.flatMap(SourceReport::run).flatMap(run -> run.issuedAt()),
                problem);
    }
}
