package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Packs and deletes observations, in steps of a few thousand. Each step is one transaction that takes rows away and puts
 * the pack there in which they are, so that each observation is at every moment in one of the two, or in both with the row
 * being right. The latest observation of a place and source is left where it is: it stays a row.
 */
public final class ObservationCare {

    private static final List<ObservationColumn> ALL = ObservationColumn.ALL;
    private static final Stretch EVER = new Stretch(-(1L << 60), 1L << 60);

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    /** How many rows are taken at a time. */
    private static final int ROWS = 2048;

    private static final String SHELVES = """
            SELECT heard.place, heard.source, source.name, place.code
              FROM heard
              JOIN place ON place.id = heard.place
              JOIN source ON source.id = heard.source""";

    private final Database database;

    /** Cares for the observations in a database that is open, and stays so. */
    public ObservationCare(Database database) {
        this.database = database;
    }

    /**
     * What came of a step.
     *
     * @param count how many observations were moved or deleted
     * @param rest what is left to do
     * @param damage what could not be done, if anything
     */
    private record Step(long count, Stretch rest, Optional<StorageException> damage) {
        Step(long count, Stretch rest) {
            this(count, rest, Optional.empty());
        }
    }

    /** A step for a place and source, in a stretch of time. */
    @FunctionalInterface
    private interface Work {
        Step step(Connection connection, NamedShelf named, Stretch stretch) throws SQLException;
    }

    /**
     * Packs the observations of whole UTC days.
     *
     * @param before the days that end at this time or earlier
     * @return how many were packed
     * @throws StorageException if it failed, or a pack is damaged, when all is done that can be
     */
    public long pack(Instant before) {
        long end = Math.floorDiv(Times.lastNotAfter(before), DAY_MS) * DAY_MS;
        return forEachShelf("packing observations of ", end, ObservationCare::packSome);
    }

    /**
     * Deletes observations but the latest of each place and source.
     *
     * @param before those with valid times before this
     * @return how many
     * @throws StorageException if it failed, or a pack is damaged, when all is done that can be
     */
    public long delete(Instant before) {
        return forEachShelf("deleting observations of ", Times.firstNotBefore(before), ObservationCare::deleteSome);
    }

    private long forEachShelf(String attempted, long end, Work work) {
        long count = 0;
        Optional<StorageException> damage = Optional.empty();
        for (NamedShelf named : database.read("reading what is on record", ObservationCare::shelves)) {
            Stretch rest = new Stretch(EVER.from(), end - 1);
            while (!rest.isEmpty()) {
                Stretch wanted = rest;
                Step step = database.write(
                        attempted + named,
                        connection -> work.step(connection, named, beforeLatest(connection, named, wanted)));
                count += step.count();
                rest = step.rest();
                damage = damage.or(step::damage);
            }
        }
        if (damage.isPresent()) {
            throw damage.get();
        }
        return count;
    }

    private static List<NamedShelf> shelves(Connection connection) throws SQLException {
        List<NamedShelf> shelves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SHELVES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Shelf shelf = new Shelf(rows.getLong(1), rows.getLong(2));
                shelves.add(new NamedShelf(shelf, new SourceId(rows.getString(3)), rows.getString(4)));
            }
        }
        return shelves;
    }

    /** A stretch of time up to before the latest observation, which is always a row. */
    private static Stretch beforeLatest(Connection connection, NamedShelf named, Stretch stretch) throws SQLException {
        String query = "SELECT ifnull(max(valid_time), ?) FROM observation WHERE place = ? AND source = ?";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, EVER.from());
            select.setLong(2, named.shelf().place());
            select.setLong(3, named.shelf().source());
            try (ResultSet row = select.executeQuery()) {
                return new Stretch(stretch.from(), Math.min(stretch.to(), row.getLong(1) - 1));
            }
        }
    }

    /** Packs the first rows of a stretch: those of one month, up to where the next pack begins. */
    private static Step packSome(Connection connection, NamedShelf named, Stretch stretch) throws SQLException {
        Readings first = ObservationTable.read(connection, named.shelf(), List.of(), stretch, 1);
        if (first.isEmpty()) {
            return new Step(0, new Stretch(stretch.to() + 1, stretch.to()));
        }
        Stretch month = month(first.firstTime());
        Stretch after = new Stretch(first.firstTime() + 1, month.to());
        Optional<ObservationPackTable.Pack> next = ObservationPackTable.first(connection, named, after, ALL);
        long end = next.map(pack -> pack.stretch().from() - 1).orElse(month.to());
        Stretch some = new Stretch(first.firstTime(), Math.min(end, stretch.to()));
        Readings rows = ObservationTable.read(connection, named.shelf(), ALL, some, ROWS);
        Optional<ObservationPackTable.Pack> pack =
                ObservationPackTable.at(connection, named, rows.firstTime(), month, ALL);
        Stretch rest = new Stretch(rows.lastTime() + 1, stretch.to());
        if (pack.isPresent() && pack.get().damage().isPresent()) {
            return new Step(0, rest, pack.get().damage());
        }
        Optional<ObservationPackTable.Pack> neighbour =
                pack.or(() -> next.filter(later -> later.content().isPresent()));
        Readings all = rows;
        if (neighbour.isPresent()) {
            all = neighbour.get().content().orElseThrow().with(rows);
            ObservationPackTable.delete(connection, neighbour.get());
        }
        ObservationPackTable.insert(connection, named.shelf(), all);
        ObservationTable.delete(connection, named.shelf(), new Stretch(rows.firstTime(), rows.lastTime()), rows.size());
        return new Step(rows.size(), rest);
    }

    private static Stretch month(long time) {
        YearMonth month = YearMonth.from(Times.time(time).atOffset(ZoneOffset.UTC));
        return new Stretch(start(month), start(month.plusMonths(1)) - 1);
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** Deletes the first pack of a stretch, or its part of that; or if there is no pack, the first rows. */
    private static Step deleteSome(Connection connection, NamedShelf named, Stretch stretch) throws SQLException {
        Optional<ObservationPackTable.Pack> first = ObservationPackTable.first(connection, named, stretch, ALL);
        if (first.isEmpty()) {
            int deleted = ObservationTable.delete(connection, named.shelf(), stretch, ROWS);
            long from = deleted < ROWS ? stretch.to() + 1 : stretch.from();
            return new Step(deleted, new Stretch(from, stretch.to()));
        }
        ObservationPackTable.Pack pack = first.get();
        boolean whole = pack.stretch().to() <= stretch.to();
        if (!whole && pack.damage().isPresent()) {
            return new Step(0, new Stretch(pack.stretch().from() + 1, stretch.to()), pack.damage());
        }
        ObservationPackTable.delete(connection, pack);
        Readings content = pack.content().orElseGet(() -> new Readings.Builder(ALL, 0).build());
        Readings old = content.within(stretch.from(), stretch.to());
        ObservationTable.delete(connection, named.shelf(), old.times());
        if (!whole) {
            Readings young = content.within(stretch.to() + 1, pack.stretch().to());
            ObservationPackTable.insert(connection, named.shelf(), young);
        }
        return new Step(old.size(), stretch);
    }
}
