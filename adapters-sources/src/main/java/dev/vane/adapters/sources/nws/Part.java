package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.http.ProviderText;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of one part of an ask.
 *
 * @param <T> what the part is for
 */
sealed interface Part<T> {

    /** It is there. */
    record Got<T>(T found) implements Part<T> {}

    /** It is not there. */
    record Lost<T>(Failed why) implements Part<T> {}

    /** What can be read from it; a fault in it is a failure. */
    default <R> Part<R> then(Function<T, R> read) {
        return switch (this) {
            case Lost<T>(Failed failure) -> new Lost<>(failure);
            case Got<T>(T found) -> read(found, read);
        };
    }

    /** What is there. */
    default Optional<T> value() {
        return switch (this) {
            case Got<T>(T found) -> Optional.of(found);
            case Lost<T> lost -> Optional.empty();
        };
    }

    /** Why it is not there. */
    default Optional<Failed> failure() {
        return switch (this) {
            case Got<T> got -> Optional.empty();
            case Lost<T>(Failed failure) -> Optional.of(failure);
        };
    }

    /** A part that is not there, without a time to wait. */
    static <T> Part<T> lost(Reason reason, String detail) {
        return new Lost<>(new Failed(reason, detail, Optional.empty()));
    }

    private static <T, R> Part<R> read(T value, Function<T, R> read) {
        try {
            return new Got<>(read.apply(value));
        } catch (JsonFault fault) {
            String what = ProviderText.clean(fault.getMessage());
            return lost(
                    Reason.MALFORMED, "The answer of the US National Weather Service cannot be used: " + what + ".");
        }
    }
}
