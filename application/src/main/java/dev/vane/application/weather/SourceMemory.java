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

    private final WeatherSource source;
    private Optional<SourceReport> report = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private int failuresOnEnd;
    private Instant notBefore = Instant.MIN;
    private Instant staleAfter = Instant.MIN;
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

    /** Tells whether the answer is at most one refresh interval late. */
    boolean fresh(Instant now) {
        return report.isPresent() && now.isBefore(staleAfter.plus(info().refreshInterval()));
    }

    void takeOff() {
        inFlight = true;
    }

    void restore(SourceReport remembered) {
        heard(remembered, Optional.empty());
    }

    void land(SourceReply reply, Instant now, RefreshPolicy policy) {
        inFlight = false;
        switch (reply) {
            case SourceReply.Answered(SourceReport answer, Optional<Instant> dueAt) -> {
                heard(answer, dueAt);
                problem = Optional.empty();
                failuresOnEnd = 0;
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

    private void heard(SourceReport answer, Optional<Instant> dueAt) {
        report = Optional.of(answer);
        Instant usual = answer.fetchedAt().plus(info().refreshInterval());
        staleAfter = dueAt.filter(answer.fetchedAt()::isBefore).orElse(usual);
        notBefore = staleAfter;
    }

    SourceStatus status() {
        return new SourceStatus(
                info(),
                report.map(SourceReport::fetchedAt),
                report.map(known -> staleAfter),
                report.flatMap(SourceReport::run).flatMap(run -> run.issuedAt()),
                problem);
    }
}
