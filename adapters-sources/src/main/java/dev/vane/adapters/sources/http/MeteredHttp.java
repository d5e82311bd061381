package dev.vane.adapters.sources.http;

import dev.vane.application.spi.CallMeter;
import java.net.URI;
import java.util.Map;

/**
 * The client as one ask of a source sees it: every call takes leave of the ask's meter at the moment it is made, a second
 * attempt at it like the first, and there is no other way to call. Made by {@link ProviderHttp#metered}. Safe for use by several threads.
 */
public final class MeteredHttp {

    private final SecondAttempt calls;
    private final CallMeter meter;
    private final int weight;

    MeteredHttp(SecondAttempt calls, CallMeter meter, int weight) {
        if (weight < 1) {
            throw new IllegalArgumentException("weight of a call is " + weight + ", below 1");
        }
        this.calls = calls;
        this.meter = meter;
        this.weight = weight;
    }

    /**
     * Asks for a resource. Blocks for at most the total limit; an interrupt ends the wait and stays set. If the meter
     * refuses, no call is made and the refusal is the answer.
     */
    public HttpAnswer get(URI resource) {
        return exchange(resource, Map.of()).answer();
    }

    /**
     * Asks for a resource with more headers, such as {@code If-Modified-Since}, and tells the headers of the answer.
     * Blocks like {@link #get}. A 304 is {@link HttpAnswer.Refused}.
     *
     * @throws IllegalArgumentException if what is given cannot stand in a header
     */
    public HttpExchange exchange(URI resource, Map<String, String> headers) {
        return calls.call(resource, headers, () -> meter.take(weight));
    }
}
