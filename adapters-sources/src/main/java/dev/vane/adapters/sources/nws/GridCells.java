package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.nws.DayMemory.Remembered;
import dev.vane.adapters.sources.nws.Part.Got;
import dev.vane.adapters.sources.nws.Part.Lost;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.place.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the grid cell of a point, with one call a day. That a point is not covered is remembered for a day too. A cell that
 * is older is used as long as it cannot be asked for again. One for all sources of the US National Weather Service, so that
 * none asks for what another knows. Safe for use by several threads.
 */
public final class GridCells {

    /** Some 300 bytes each. */
    private static final int LIMIT = 5000;

    private static final Pattern CELL = Pattern.compile("([A-Z]{3,4})/([0-9]{1,4}),([0-9]{1,4})");
    private static final String NOT_COVERED = "!";

    private final DayMemory<Part<GridCell>> memory;

    /** Remembers nothing but what is in the notes. */
    public GridCells(Clock clock, SourceNotes notes) {
        memory = new DayMemory<>(LIMIT, clock, new Notes<>(notes, "point ", GridCells::write, GridCells::read));
    }

    private static String write(Part<GridCell> part) {
        return switch (part) {
            case Got<GridCell>(GridCell cell) -> cell.office() + "/" + cell.x() + "," + cell.y();
            case Lost<GridCell>(Failed notCovered) -> NOT_COVERED + notCovered.detail();
        };
    }

    private static Optional<Part<GridCell>> read(String text) {
        if (text.startsWith(NOT_COVERED)) {
            String detail = text.substring(NOT_COVERED.length());
            return Optional.of(Part.lost(Reason.NOT_COVERED, detail));
        }
        Matcher cell = CELL.matcher(text);
        return cell.matches()
                ? Optional.of(new Got<>(
                        new GridCell(cell.group(1), Long.parseLong(cell.group(2)), Long.parseLong(cell.group(3)))))
                : Optional.empty();
    }

    /** The cell that holds a point. */
    Part<GridCell> find(NwsClient client, Coordinates point, Deadline deadline) {
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
    static String key(Coordinates point) {
        return decimal(point.latitude()) + "," + decimal(point.longitude());
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
