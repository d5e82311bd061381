package dev.vane.application.weather;

import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.util.SplittableRandom;

/** A share of a time that is always the same for a place and a source, and differs from theirs for all others. */
final class Jitter {

    private final double share;

    Jitter(PlaceId place, SourceId source) {
        long seed = 31L * place.toString().hashCode() + source.name().hashCode();
        share = new SplittableRandom(seed).nextDouble();
    }

    /** From none of a time to just below all of it, in whole milliseconds. */
    Duration of(Duration most) {
        return Duration.ofMillis((long) (most.toMillis() * share));
    }
}
