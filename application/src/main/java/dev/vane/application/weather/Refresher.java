package dev.vane.application.weather;

import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceEvents;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherSource;
import dev.vane.application.verification.HoursToVerify;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Asks sources and remembers what they say. One flight for each place and source, however many ask: {@link PlaceMemory}
 * hands a source to one caller at a time.
 *
 * <p>Each source is called for a few places at a time; more wait for their turn, on virtual threads.
 *
 * <p>A flight always lands: whatever the source or the archive throws becomes a failure of that source or a line in the
 * log, since a place whose source never landed would never be refreshed again. An archive that cannot be written costs
 * memory, not service: the answer is served all the same.
 */
final class Refresher {

    private static final Logger LOG = System.getLogger(Refresher.class.getName());

    private static final SourceReply BROKEN = new SourceReply.Failed(
            SourceReply.Reason.MALFORMED, "The source failed in a way that it should not.", Optional.empty());

    /** However many places are asked for at once: a provider is not to be flooded, nor the heap with answers. */
    private static final int CALLS_AT_A_TIME = 8;

    private final Map<SourceId, Semaphore> bulkheads = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Gates gates;
    private final WeatherArchive archive;
    private final SourceEvents events;
    private final Executor executor;

    Refresher(Clock clock, Gates gates, WeatherArchive archive, SourceEvents events, Executor executor) {
        this.clock = clock;
        this.gates = gates;
        this.archive = archive;
        this.events = events;
        this.executor = executor;
    }

    /** Takes what the archive remembers of a place, once; an archive that cannot be read costs memory, not service. */
    void restore(PlaceMemory memory) {
        try {
            memory.restoreOnce(archive, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "cannot read what is archived of place " + memory.place().id(),
                    e);
        }
    }

    /** Starts a flight for each source that is due for a reader, and returns at once. */
    void refreshForReader(PlaceMemory memory) {
        memory.claimForReader(clock.instant(), gates).forEach(source -> start(memory, source));
    }

    /** Starts a flight for each source that is due in the background, and returns at once. */
    void refreshInBackground(PlaceMemory memory) {
        memory.claimForBackground(clock.instant(), gates).forEach(source -> start(memory, source));
    }

    private void start(PlaceMemory memory, WeatherSource source) {
        executor.execute(() -> fly(memory, source));
    }

    /** Asks the simulation here and now, if nothing else has said anything. */
    void simulate(PlaceMemory memory) {
        memory.claimSimulated(clock.instant(), gates).forEach(source -> fly(memory, source));
    }

    private void fly(PlaceMemory memory, WeatherSource source) {
        SourceReply reply = BROKEN;
        try {
            reply = askInTurn(source, memory.place());
            if (reply instanceof SourceReply.Answered answered && !source.info().simulated()) {
                keep(memory.place(), answered);
            }
        } finally {
            gates.of(source).concluded(reply);
            memory.land(source, reply, clock.instant()).forEach(events::repeated);
        }
    }

    private SourceReply askInTurn(WeatherSource source, Place place) {
        Semaphore bulkhead = bulkheads.computeIfAbsent(source.info().id(), id -> new Semaphore(CALLS_AT_A_TIME, true));
        bulkhead.acquireUninterruptibly();
        try {
            Instant start = clock.instant();
            SourceReply reply = ask(source, place, gates.of(source));
            tell(source, reply, Duration.between(start, clock.instant()));
            return reply;
        } finally {
            bulkhead.release();
        }
    }

    private static SourceReply ask(WeatherSource source, Place place, CallMeter calls) {
        try {
            return source.ask(place, calls);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "source " + source.info().id() + " broke its contract at place " + place.id(), e);
            return BROKEN;
        }
    }

    private void tell(WeatherSource source, SourceReply reply, Duration took) {
        switch (reply) {
            case SourceReply.Answered answered ->
                events.answered(
                        source.info().id(), took, answered.reports().getFirst().fetchedAt());
            case SourceReply.Failed failed -> events.failed(source.info().id(), took, failed);
        }
    }

    private void keep(Place place, SourceReply.Answered answered) {
        try {
            archive.keep(
                    place,
                    answered.reports(),
                    answered.dueAt(),
                    HoursToVerify.after(answered.reports(), clock.instant()));
        } catch (RuntimeException e) {
            SourceId source = answered.reports().getFirst().source();
            LOG.log(Level.ERROR, "cannot archive what " + source + " said of place " + place.id(), e);
        }
    }
}
