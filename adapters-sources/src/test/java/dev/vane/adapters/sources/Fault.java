package dev.vane.adapters.sources;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The ways in which a provider can fail, each as a change to a good answer of it. For those that need one, a good answer is
 * an uncompressed JSON text.
 */
public enum Fault {
    /** No answer for longer than anybody waits. */
    HANG(good -> good.after(Duration.ofMinutes(5))),
    /** One byte every 20 ms, for half an hour. */
    DRIP(good -> good.mapText(json -> json + " ".repeat(100_000)).dripping()),
    /** The connection ends in the middle of the body. */
    CUT(StubAnswer::cut),
    /** The connection ends before any head. */
    CLOSED(good -> StubAnswer.closed()),
    /** 401. */
    UNAUTHORIZED(good -> good.withStatus(401)),
    /** 403 with a page. */
    FORBIDDEN(good -> StubAnswer.html(403)),
    /** 404 with nothing. */
    NOT_FOUND(good -> StubAnswer.status(404)),
    /** 429 that does not say when to come back. */
    TOO_MANY_REQUESTS(good -> StubAnswer.status(429)),
    /** 429 that says to come back in two minutes. */
    TOO_MANY_REQUESTS_RETRY_AFTER(good -> StubAnswer.status(429).withHeader("Retry-After", "120")),
    /** 500 with a page. */
    SERVER_ERROR(good -> StubAnswer.html(500)),
    /** 503 with nothing. */
    UNAVAILABLE(good -> StubAnswer.status(503)),
    /** 200 with a page. */
    HTML(good -> StubAnswer.html(200)),
    /** 200 with nothing. */
    EMPTY(good -> StubAnswer.status(200)),
    /** 200 with the first half of the text. */
    TRUNCATED_JSON(good -> good.mapText(JsonText::truncated)),
    /** 200 with strings for numbers and numbers for everything else. */
    WRONG_TYPES(good -> good.mapText(JsonText::wrongTypes)),
    /** 200 with nulls in every array. */
    NULLS_IN_ARRAYS(good -> good.mapText(JsonText::nullsInArrays)),
    /** 200 with a body of 50 MiB. */
    HUGE(good -> StubAnswer.huge(50)),
    /** 200 with a gzip of 64 MiB. */
    GZIP_BOMB(good -> StubAnswer.gzipBomb(64)),
    /** A redirect to {@link StubProvider#elsewhere}, which must never be called. */
    REDIRECT(good -> StubAnswer.redirectElsewhere()),
    /** Good, but of three days ago: runs that are not renewed. */
    FROZEN(good -> good.shifted(Duration.ofDays(-3))),
    /** Good, but by a clock that is six hours ahead. */
    SKEWED_AHEAD(good -> good.shifted(Duration.ofHours(6))),
    /** Good, but by a clock that is six hours behind. */
    SKEWED_BEHIND(good -> good.shifted(Duration.ofHours(-6)));

    @SuppressWarnings("ImmutableEnumChecker") // the changes above hold nothing
    private final UnaryOperator<StubAnswer> change;

    Fault(UnaryOperator<StubAnswer> change) {
        this.change = change;
    }

    /** What a provider with this fault answers in place of a good answer. */
    public StubAnswer applyTo(StubAnswer good) {
        return change.apply(good);
    }

    /** Tells whether only the time limit ends a call with it. */
    public boolean lasts() {
        return this == HANG || this == DRIP;
    }
}
