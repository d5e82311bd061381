package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A source that says what the test tells it to, and counts how often it is asked. */
public final class ScriptedSource implements WeatherSource {

    private final SourceInfo info;
    private final boolean watchedOnly;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Function<Place, SourceReply> script;

    private ScriptedSource(SourceInfo info, boolean watchedOnly, Function<Place, SourceReply> script) {
        this.info = info;
        this.watchedOnly = watchedOnly;
        this.script = script;
    }

    /** A provider whose answers stay fresh for a time. */
    public static ScriptedSource real(String id, Duration refreshInterval, Function<Place, SourceReply> script) {
        return new ScriptedSource(describe(id, refreshInterval, false), false, script);
    }

    /** A provider that is asked about watched places only. */
    public static ScriptedSource forTheRecord(
            String id, Duration refreshInterval, Function<Place, SourceReply> script) {
        return new ScriptedSource(describe(id, refreshInterval, false), true, script);
    }

    /** A simulation. */
    public static ScriptedSource simulated(Duration refreshInterval, Function<Place, SourceReply> script) {
        return new ScriptedSource(describe("simulated", refreshInterval, true), false, script);
    }

    private static SourceInfo describe(String id, Duration refreshInterval, boolean simulated) {
        return new SourceInfo(
                new SourceId(id),
                id,
                "data from " + id,
                URI.create("https://example.net/"),
                new SourceInfo.Rhythm(refreshInterval, Duration.ofHours(6)),
                simulated);
    }

    /** A failure without a wish to be left alone. */
    public static SourceReply failure(SourceReply.Reason reason) {
        return new SourceReply.Failed(reason, "it failed: " + reason.key(), Optional.empty());
    }

    /** Replaces what it says from now on. */
    public void says(Function<Place, SourceReply> next) {
        script = next;
    }

    /** How often it was asked. */
    public int calls() {
        return calls.get();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public boolean watchedOnly() {
        return watchedOnly;
    }

    @Override
    public SourceReply ask(Place place, CallMeter meter) {
        Optional<SourceReply.Failed> refused = meter.take(1);
        if (refused.isPresent()) {
            return refused.get();
        }
        calls.incrementAndGet();
        return script.apply(place);
    }
}
