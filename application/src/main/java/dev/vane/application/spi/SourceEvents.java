package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;

/** Is told of what happens with sources, for metrics and logs. Called from several threads; must not block nor throw. */
public interface SourceEvents {

    /** Is told of nothing. */
    SourceEvents NONE = new SourceEvents() {
        @Override
        public void answered(SourceId source, Duration took, Instant fetchedAt) {}

        @Override
        public void failed(SourceId source, Duration took, SourceReply.Failed failure) {}

        @Override
        public void called(SourceId account, int weight) {}

        @Override
        public void repeated(SourceId source) {}
    };

    /** A source answered. */
    void answered(SourceId source, Duration took, Instant fetchedAt);

    /** A source failed. */
    void failed(SourceId source, Duration took, SourceReply.Failed failure);

    /** A call was counted on an account, before it was made. */
    void called(SourceId account, int weight);

    /** A source repeated a run that is too old for it by now: it is left out. */
    void repeated(SourceId source);
}
