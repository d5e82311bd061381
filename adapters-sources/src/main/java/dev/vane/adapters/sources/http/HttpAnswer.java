package dev.vane.adapters.sources.http;

import dev.vane.application.spi.SourceReply;
import java.time.Duration;
import java.util.Optional;

/** What came of a call to a provider. */
public sealed interface HttpAnswer {

    /**
     * The provider answered with a status of success.
     *
     * @param text the whole body
     */
    record Content(String text) implements HttpAnswer {}

    /**
     * The provider answered with another status than success.
     *
     * @param status from 300 on
     * @param text the body as far as it can be read, perhaps markup, perhaps empty
     * @param retryAfter how long it asks to be left alone; empty if it does not say
     */
    record Refused(int status, String text, Optional<Duration> retryAfter) implements HttpAnswer {}

    /**
     * There is no answer that can be used.
     *
     * @param failure why
     */
    record Broken(SourceReply.Failed failure) implements HttpAnswer {}
}
