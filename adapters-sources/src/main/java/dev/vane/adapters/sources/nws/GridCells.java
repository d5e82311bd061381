package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.nws.DayMemory.Remembered;
import dev.vane.adapters.sources.nws.Part.Got;
import dev.vane.adapters.sources.nws.Part.Lost;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.place.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/**
 * Finds the grid cell of a point, with one call a day. That a point is not covered is remembered for a day too. A cell that
 * is older is used as long as it cannot be asked for again.
 */
final class GridCells {

    /** Some 300 bytes each. */
    private static final int LIMIT = 5000;

    private final NwsClient client;
    private final DayMemory<Part<GridCell>> memory;

    GridCells(NwsClient client, Clock clock) {
        this.client = client;
        memory = new DayMemory<>(LIMIT, clock);
    }

    /** The cell that holds a point. */
    Part<GridCell> find(Coordinates point, Deadline deadline) {
        String key = key(point);
        Optional<Remembered<Part<GridCell>>> known = memory.get(key);
        if (known.isPresent() && known.get().fresh()) {
            return known.get().value() instanceof Lost<GridCell>(Failed failure)
                    ? notCovered(failure, known.get())
                    : known.get().value();
        }
        Optional<Part<GridCell>> earlier =
                known.map(Remembered::value).filter(part -> part.value().isPresent());
        FutureTask<Part<GridCell>> call =
                Deadline.start("point", () -> client.get("/points/" + key).then(GridCell::decode));
        Part<GridCell> found = earlier.isPresent() ? deadline.awaitHalf(call) : deadline.await(call);
        if (lasts(found)) {
            memory.put(key, found);
            return found;
        }
        return earlier.orElse(found);
    }

    /** Forgets the cell of a point, because its office does not know it any more. */
    void forget(Coordinates point) {
        memory.forget(key(point));
    }

    private static boolean lasts(Part<GridCell> found) {
        return switch (found) {
            case Got<GridCell> got -> true;
            case Lost<GridCell>(Failed failure) -> failure.reason() == Reason.NOT_COVERED;
        };
    }

    private static Part<GridCell> notCovered(Failed failure, Remembered<Part<GridCell>> known) {
        return new Lost<>(new Failed(failure.reason(), failure.detail(), Optional.of(known.left())));
    }

    /** As the API wants it: with more than four decimals, or zeros at the end, it redirects. */
    private static String key(Coordinates point) {
        return decimal(point.latitude()) + "," + decimal(point.longitude());
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
