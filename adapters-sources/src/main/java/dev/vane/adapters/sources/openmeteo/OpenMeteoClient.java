package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.HttpAnswer;
import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import dev.vane.adapters.sources.http.HttpAnswer.Refused;
import dev.vane.adapters.sources.http.MeteredHttp;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Calls Open-Meteo, one request at a time, as it asks of an address: all sources that ask it share one client. Their calls
 * queue here in the order of their arrival, each waiting for at most the total time limit of a call, so that an ask takes
 * at most twice that limit. Safe for use by several threads.
 */
public final class OpenMeteoClient {

    /** Whose quota it is: Open-Meteo counts by address, not by what is asked for. */
    static final SourceId ACCOUNT = new SourceId("open-meteo");

    /** When to come again where there were too many before: it is not the provider that failed. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final ProviderHttp http;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1, true);

    /** Makes the client; nothing is called yet. */
    public OpenMeteoClient(ProviderHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * Makes a call.
     *
     * @param asker who is named if the answer is malformed
     * @param meter is asked for leave when it is this call's turn
     * @param decode makes the reply of an answer that is no error; its {@link JsonFault} makes the answer malformed
     */
    SourceReply ask(
            SourceInfo asker, OpenMeteoRequest request, CallMeter meter, Function<JsonObject, SourceReply> decode) {
        return read(asker, request, meter, decode, failure -> failure);
    }

    /**
     * Makes a call whose answer is no reply of a source; see {@link #ask}.
     *
     * @param failed what a failure is
     */
    <R> R read(
            SourceInfo asker,
            OpenMeteoRequest request,
            CallMeter meter,
            Function<JsonObject, R> decode,
            Function<Failed, R> failed) {
        return switch (call(request.resource(), http.metered(meter, request.weight()))) {
            case Content(String text) -> decoded(asker, text, decode, failed);
            case Refused(int status, String text, var retryAfter) ->
                failed.apply(
                        OpenMeteoRefusal.failed(status, OpenMeteoRefusal.reason(text), retryAfter, clock.instant()));
            case Broken(Failed failure) -> failed.apply(failure);
        };
    }

    private HttpAnswer call(URI resource, MeteredHttp metered) {
        try {
            if (!turn.tryAcquire(http.settings().totalTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Broken(new Failed(
                        Reason.BUDGET_SPENT,
                        "Open-Meteo was not asked: earlier calls took until the time limit, and it wants one at a time.",
                        Optional.of(AGAIN)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return broken(Reason.UNREACHABLE, "The call to Open-Meteo was given up because Vane is stopping.");
        }
        try {
            return metered.get(resource);
        } finally {
            turn.release();
        }
    }

    private <R> R decoded(SourceInfo asker, String text, Function<JsonObject, R> decode, Function<Failed, R> failed) {
        try {
            JsonObject root = JsonTree.parse(text);
            if (root.has("error") && root.flag("error").orElse(false)) {
                return failed.apply(
                        OpenMeteoRefusal.failed(400, root.text("reason"), Optional.empty(), clock.instant()));
            }
            return decode.apply(root);
        } catch (JsonFault fault) {
            String what = ProviderText.clean(fault.getMessage());
            String detail = "The answer of " + asker.name() + " cannot be used: " + what + ".";
            return failed.apply(new Failed(Reason.MALFORMED, detail, Optional.empty()));
        }
    }

    private static Broken broken(Reason reason, String detail) {
        return new Broken(new Failed(reason, detail, Optional.empty()));
    }
}
