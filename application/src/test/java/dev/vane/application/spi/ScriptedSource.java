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
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Function<Place, SourceReply> script;

    private ScriptedSource(SourceInfo info, Function<Place, SourceReply> script) {
        this.info = info;
        this.script = script;
    }

    /** A provider whose answers stay fresh for a time. */
    public static ScriptedSource real(String id, Duration refreshInterval, Function<Place, SourceReply> script) {
        return of(id, refreshInterval, false, script);
    }

    /** A simulation. */
    public static ScriptedSource simulated(Duration refreshInterval, Function<Place, SourceReply> script) {
        return of("simulated", refreshInterval, true, script);
    }

    private static ScriptedSource of(
            String id, Duration refreshInterval, boolean simulated, Function<Place, SourceReply> script) {
        SourceInfo info = new SourceInfo(
                new SourceId(id),
                id,
                "data from " + id,
                URI.create("https://example.net/"),
                refreshInterval,
                simulated);
        return new ScriptedSource(info, script);
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
    public SourceReply ask(Place place) {
        calls.incrementAndGet();
        return script.apply(place);
    }
}
