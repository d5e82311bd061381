package dev.vane.adapters.sqlite.gazetteer;

import dev.vane.application.spi.Gazetteer;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gazetteer in a read-only SQLite file.
 *
 * <p>Look-ups go through statements that are prepared once, on a few connections that are handed from caller to caller;
 * a caller waits while all are in use. Safe for use by several threads. Does not notice if the file is replaced; the
 * file must not be changed or truncated while it is open.
 */
public final class SqliteGazetteer implements Gazetteer, AutoCloseable {

    /** How many towns around a point are compared with the query one by one. */
    private static final int NEIGHBOURS = 200;

    private final TownStatementsPool pool;
    private final Catalogue catalogue;

    private SqliteGazetteer(TownStatementsPool pool, Catalogue catalogue) {
        this.pool = pool;
        this.catalogue = catalogue;
    }

    /**
     * Opens a gazetteer.
     *
     * @param path the file that the build made
     * @throws SqliteGazetteerException if it is not there, is no gazetteer, is of another version or is truncated
     */
    public static SqliteGazetteer open(Path path) {
        GazetteerFile file = new GazetteerFile(path);
        file.check();
        try {
            TownStatementsPool pool = TownStatementsPool.open(file);
            return new SqliteGazetteer(pool, catalogue(file));
        } catch (SQLException e) {
            throw new SqliteGazetteerException("the gazetteer " + path + " cannot be opened", e);
        }
    }

    private static Catalogue catalogue(GazetteerFile file) throws SQLException {
        try (Connection connection = file.connect()) {
            return Catalogue.read(connection);
        }
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit) {
        requirePositive(limit);
        return pool.with("search for " + query.text(), statements -> matches(statements, query)).stream()
                .sorted(Match.BEST_FIRST)
                .map(Match::place)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Place> search(PlaceQuery query, int limit, Coordinates near) {
        requirePositive(limit);
        Stream<Place> found = pool.with("search for " + query.text(), statements -> {
            List<Reading> readings = new QueryReader(statements).read(query);
            Collection<Match> matches = new TownSearch(statements, catalogue).matches(readings);
            return Stream.concat(matches.stream().map(Match::place), neighbours(statements, readings, near));
        });
        return found.distinct()
                .sorted(NearestSearch.byDistance(near))
                .limit(limit)
                .toList();
    }

    /** Of the many towns that a short word begins, the index gives the largest; those close by are found this way. */
    private Stream<Place> neighbours(TownStatements statements, List<Reading> readings, Coordinates near)
            throws SQLException {
        if (readings.isEmpty() || !readings.getFirst().areas().isEmpty()) {
            return Stream.empty();
        }
        return new NearestSearch(statements, catalogue)
                .nearest(near, NEIGHBOURS).stream()
                        .filter(place -> readings.getFirst().names(place));
    }

    private Collection<Match> matches(TownStatements statements, PlaceQuery query) throws SQLException {
        List<Reading> readings = new QueryReader(statements).read(query);
        return new TownSearch(statements, catalogue).matches(readings);
    }

    @Override
    public Optional<Place> town(PlaceId.Town id) {
        return pool.with("look-up of " + id, statements -> statements.town(id.number(), catalogue::place)).stream()
                .findFirst();
    }

    @Override
    public List<Place> nearest(Coordinates point, int limit) {
        requirePositive(limit);
        return pool.with(
                "search around " + point, statements -> new NearestSearch(statements, catalogue).nearest(point, limit));
    }

    /** Whom to credit for the data, in one line, as its licence asks. */
    public String attribution() {
        return catalogue.attribution();
    }

    private static void requirePositive(int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("limit is " + limit + ", not positive");
        }
    }

    /** Closes the file. Look-ups that are under way end first; later ones fail. */
    @Override
    public void close() {
        pool.close();
    }
}
