package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.archive.PlaceTable;
import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.VerificationStore;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A memory of pairs in SQLite. Pairs are kept exactly, times of readings to the millisecond. The hours that wait are
 * marked by the archive, in the transaction that keeps what they wait for. Safe for use by several threads.
 */
public final class SqliteVerificationStore implements VerificationStore {

    private final Database database;

    /** A store in a database that is open, and stays so as long as the store is used. */
    public SqliteVerificationStore(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read
     * @throws IllegalArgumentException if the limit is negative
     */
    @Override
    public List<DueHour> due(Instant upTo, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit is " + limit + ", less than 0");
        }
        return database.read(
                "reading which hours wait to be verified", connection -> DueTable.upTo(connection, upTo, limit));
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be kept, in which case nothing of it is; so if the place is not on record
     *     or a day more than some 1,400 years away
     */
    @Override
    public void keep(PlaceId place, Verified verified) {
        String attempted = "keeping what came of verifying " + place;
        verified.days().forEach(day -> DayTable.requireNear(day.day().date()));
        Map<SourceId, Long> keys = keysOf(verified);
        List<Packed> packed =
                verified.days().stream().map(day -> Packed.of(day, keys)).toList();
        database.write(attempted, connection -> {
            long key =
                    placeKey(connection, place).orElseThrow(() -> new StorageException("the place is not on record"));
            for (Packed day : packed) {
                day.keep(connection, key);
            }
            for (FlaggedReading reading : verified.flags()) {
                FlagTable.keep(connection, key, keys.get(reading.source()), reading);
            }
            DueTable.done(connection, key, verified.done());
            return packed.size();
        });
    }

    /** The keys of all sources that are spoken of; those that have none get one. */
    private Map<SourceId, Long> keysOf(Verified verified) {
        List<SourceId> sources = Stream.concat(
                        verified.days().stream().flatMap(day -> day.day().forecasts().keySet().stream()),
                        verified.flags().stream().map(FlaggedReading::source))
                .distinct()
                .toList();
        String attempted = "reading the keys of sources";
        Map<SourceId, Long> keys = new HashMap<>();
        database.read(attempted, SourceTable::all).forEach((key, source) -> keys.put(source, key));
        List<SourceId> strangers =
                sources.stream().filter(source -> !keys.containsKey(source)).toList();
        if (!strangers.isEmpty()) {
            keys.putAll(database.write(attempted, connection -> {
                Map<SourceId, Long> made = new HashMap<>();
                for (SourceId source : strangers) {
                    made.put(source, PlaceTable.keyOf(connection, source));
                }
                return made;
            }));
        }
        return keys;
    }

    /** A day packed in the caller's thread: the one that writes has enough to do. An empty one has no bytes. */
    private record Packed(SeriesDay day, List<byte[]> pairs) {

        static Packed of(SeriesDay day, Map<SourceId, Long> keys) {
            return new Packed(day, day.day().isEmpty() ? List.of() : List.of(DayPacker.pack(day.day(), keys)));
        }

        void keep(Connection connection, long place) throws SQLException {
            LocalDate date = day.day().date();
            if (pairs.isEmpty()) {
                OptionalLong series = SeriesTable.key(connection, place, day.series());
                if (series.isPresent()) {
                    DayTable.delete(connection, series.getAsLong(), date);
                }
            } else {
                DayTable.keep(connection, SeriesTable.keyOf(connection, place, day.series()), date, pairs.getFirst());
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public Set<Series> series(PlaceId place) {
        return database.read(
                "reading which series there are of " + place, connection -> SeriesTable.of(connection, place));
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public List<VerificationDay> days(PlaceId place, Series series, LocalDate from, LocalDate to) {
        Map<Long, SourceId> sources = new HashMap<>();
        List<DayTable.Row> rows = database.read("reading pairs of " + place, connection -> {
            List<DayTable.Row> found = rows(connection, place, series, from, to);
            sources.putAll(SourceTable.all(connection)); // after the days, so that none speaks of a source not seen
            return found;
        });
        return rows.stream()
                .map(row -> DayTable.read(place.toString(), series, row, sources))
                .toList();
    }

    private static List<DayTable.Row> rows(
            Connection connection, PlaceId place, Series series, LocalDate from, LocalDate to) throws SQLException {
        OptionalLong key = placeKey(connection, place);
        OptionalLong ofSeries =
                key.isPresent() ? SeriesTable.key(connection, key.getAsLong(), series) : OptionalLong.empty();
        return ofSeries.isPresent() ? DayTable.between(connection, ofSeries.getAsLong(), from, to) : new ArrayList<>();
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public List<FlaggedReading> flags(PlaceId place, Instant from, Instant to) {
        return database.read(
                "reading what quality control says of " + place,
                connection -> FlagTable.between(connection, place, from, to));
    }

    private static OptionalLong placeKey(Connection connection, PlaceId place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM place WHERE code = ?")) {
            select.setString(1, place.toString());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
