package dev.vane.application.weather;

import dev.vane.application.api.RefreshPolicy;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.WeatherArchive.Remembered;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one source for one place: what its members said, and when it is asked next. Not safe for use by several
 * threads: {@link PlaceMemory} guards it.
 *
 * <p>A refresh is put off by a little jitter, which is always the same for a place and a source: the refreshes of many
 * places do not come at once, and a restart changes nothing.
 */
final class SourceMemory {

    private final WeatherSource source;
    private final List<Voice> voices;
    private final RefreshPolicy policy;
    private final Jitter jitter;
    private Optional<String> problem = Optional.empty();
    private int failuresOnEnd;
    private Instant notBefore = Instant.MIN;
    private Instant backgroundNotBefore = Instant.MIN;
    private boolean inFlight;

    SourceMemory(WeatherSource source, PlaceId place, RefreshPolicy policy) {
        this.source = source;
        this.policy = policy;
        voices = source.members().stream().map(Voice::new).toList();
        jitter = new Jitter(place, source.info().id());
    }

    WeatherSource source() {
        return source;
    }

    boolean simulated() {
        return source.info().simulated();
    }

    List<Voice> voices() {
        return voices;
    }

    boolean inFlight() {
        return inFlight;
    }

    Instant notBefore() {
        return notBefore;
    }

    /** When the background may ask; later than readers may after a restart, or when calls are scarce. */
    Instant backgroundNotBefore() {
        return notBefore.isAfter(backgroundNotBefore) ? notBefore : backgroundNotBefore;
    }

    boolean due(Instant now) {
        return !inFlight && !now.isBefore(notBefore);
    }

    boolean backgroundDue(Instant now) {
        return !inFlight && !now.isBefore(backgroundNotBefore());
    }

    void takeOff() {
        inFlight = true;
    }

    /** Takes note that it was not asked. */
    void refused(ProviderGate.Purpose purpose, ProviderGate.Refusal refusal) {
        if (purpose == ProviderGate.Purpose.BACKGROUND) {
            backgroundNotBefore = refusal.until();
        } else {
            notBefore = refusal.until();
            problem = Optional.of(refusal.why());
        }
    }

    /** Keeps the background from asking for a part of a time that is its own, so that what is overdue does not burst. */
    void spread(Instant now, Duration over) {
        if (now.isAfter(notBefore)) {
            backgroundNotBefore = now.plus(jitter.of(over));
        }
    }

    void restore(Remembered remembered) {
        for (Voice voice : voices) {
            if (voice.info().id().equals(remembered.report().source())) {
                Instant due = due(remembered.report(), remembered.dueAt());
                voice.recalls(remembered, due, tolerance());
                Instant next = due.plus(delay());
                notBefore = next.isAfter(notBefore) ? next : notBefore;
            }
        }
    }

    void land(SourceReply reply, Instant now) {
        inFlight = false;
        switch (reply) {
            case SourceReply.Answered answered -> {
                answered.reports().forEach(report -> hear(report, answered.dueAt()));
                problem = Optional.empty();
                failuresOnEnd = 0;
            }
            case SourceReply.Failed failed -> fail(failed, now);
        }
    }

    private void hear(SourceReport report, Optional<Instant> dueAt) {
        Instant due = due(report, dueAt);
        voices.stream()
                .filter(voice -> voice.info().id().equals(report.source()))
                .forEach(voice -> voice.hears(report, due, tolerance()));
        notBefore = due.plus(delay());
    }

    private void fail(SourceReply.Failed failed, Instant now) {
        problem = Optional.of(failed.detail());
        if (failed.reason() == Reason.BUDGET_SPENT) { // not the provider's failure
            notBefore = now.plus(failed.retryAfter().orElse(policy.retry().first()));
            return;
        }
        Duration asked = failed.retryAfter().orElse(Duration.ZERO);
        failuresOnEnd++;
        Duration wait = policy.retry().backOff(failuresOnEnd);
        notBefore = now.plus(wait.compareTo(asked) > 0 ? wait : asked);
    }

    private Instant due(SourceReport answer, Optional<Instant> dueAt) {
        Instant usual = answer.fetchedAt().plus(source.info().refreshInterval());
        return dueAt.filter(answer.fetchedAt()::isBefore).orElse(usual);
    }

    private Duration delay() {
        return jitter.of(source.info()
                .refreshInterval()
                .multipliedBy(policy.background().jitterPercent())
                .dividedBy(100));
    }

    /** An answer that is a whole interval late is still as good as fresh: its source may just be being asked. */
    private Duration tolerance() {
        return source.info().refreshInterval().plus(delay());
    }

    /** What is left out, and when. */
    SourceStatus status(Voice voice) {
        return new SourceStatus(
                voice.info(),
                voice.report().map(said -> reading(voice, said)),
                problem,
                voice.repeatsTooLong()
                        ? Optional.of("It has been repeating the same forecast since " + voice.runSince()
                                + ", so it is left out.")
                        : Optional.empty());
    }

    private SourceStatus.Reading reading(Voice voice, SourceReport said) {
        return new SourceStatus.Reading(
                said.fetchedAt(), voice.staleAfter(), said.run().flatMap(run -> run.issuedAt()), notBefore);
    }
}
