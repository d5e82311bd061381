package dev.vane.adapters.sqlite.archive;

import dev.vane.adapters.sqlite.database.Database;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What {@link SqliteWeatherArchive} has kept. Long reads go in pages, each of one moment, so that nobody waits for them;
 * no connection is held while a visitor works. Safe for use by several threads.
 */
public final class SqliteWeatherRecord implements WeatherRecord {

    private static final String SHELVES = """
            SELECT heard.place, heard.source, source.name
              FROM place
              JOIN heard ON heard.place = place.id
              JOIN source ON source.id = heard.source
             WHERE place.code = ?
             ORDER BY source.name""";

    private static final List<ObservationColumn> ALL = ObservationColumn.ALL;

    private final Database database;

    /** A record in a database that is open, and stays so as long as the record is used. */
    public SqliteWeatherRecord(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public List<Observed> observations(PlaceId place, Instant from, Instant to) {
        Stretch stretch = new Stretch(Times.firstNotBefore(from), Times.lastNotAfter(to));
        List<Observed> observed = new ArrayList<>();
        ObservationReader reader = new ObservationReader(ALL);
        for (NamedShelf named : shelves(place, Optional.empty())) {
            forEachPage(named, stretch, ALL, page -> {
                for (int i = 0; i < page.size(); i++) {
                    observed.add(new Observed(named.source(), observation(named, reader, page, i)));
                }
            });
        }
        observed.sort(Comparator.comparing((Observed one) -> one.observation().validTime())
                .thenComparing(Observed::source));
        return Collections.unmodifiableList(observed);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public List<SourceRun> runsKnownAt(PlaceId place, Instant at, Instant notBefore) {
        Stretch stretch = new Stretch(Times.firstNotBefore(notBefore), Times.lastNotAfter(at));
        List<SourceRun> runs = new ArrayList<>();
        for (NamedShelf named : shelves(place, Optional.empty())) {
            String attempted = "reading the run of " + named + " known at " + at;
            database.read(attempted, connection -> RunTable.latest(connection, named, stretch))
                    .ifPresent(run -> runs.add(new SourceRun(named.source(), run)));
        }
        return List.copyOf(runs);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read
     */
    @Override
    public Set<SourceId> sources(PlaceId place) {
        return shelves(place, Optional.empty()).stream()
                .map(NamedShelf::source)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public void scanObservations(Span span, List<Variable> variables, Consumer<ObservationChunk> visitor) {
        List<Variable> wanted = List.copyOf(variables);
        List<ObservationColumn> columns = ReadingsChunk.columns(wanted);
        for (NamedShelf named : shelves(span.place(), span.source())) {
            forEachPage(
                    named,
                    stretch(span),
                    columns,
                    page -> visitor.accept(new ReadingsChunk(named.source(), wanted, page)));
        }
    }

    private void forEachPage(
            NamedShelf named, Stretch stretch, List<ObservationColumn> columns, Consumer<Readings> visitor) {
        Stretch rest = stretch;
        while (!rest.isEmpty()) {
            Stretch wanted = rest;
            ObservationPage page = database.readAtOnce(
                    "reading observations of " + named,
                    connection -> ObservationPage.read(connection, named, columns, wanted));
            if (!page.readings().isEmpty()) {
                visitor.accept(page.readings());
            }
            rest = page.rest();
        }
    }

    private static Observation observation(NamedShelf named, ObservationReader reader, Readings readings, int index) {
        try {
            return reader.read(readings, index);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new StorageException(
                    "the observation of " + named + " at " + Times.time(readings.time(index)) + " is damaged", e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if it could not be read, or what was kept is damaged
     */
    @Override
    public void scanRuns(Span span, Consumer<SourceRun> visitor) {
        Stretch stretch = stretch(span);
        for (NamedShelf named : shelves(span.place(), span.source())) {
            RunTable.Position position = RunTable.Position.before(stretch);
            while (position.more()) {
                RunTable.Position after = position;
                RunTable.Page page = database.read(
                        "reading runs of " + named,
                        connection -> RunTable.page(connection, named, after, stretch.to()));
                page.runs().forEach(run -> visitor.accept(new SourceRun(named.source(), run)));
                position = page.end();
            }
        }
    }

    private static Stretch stretch(Span span) {
        return new Stretch(Times.firstNotBefore(span.from()), Times.firstNotBefore(span.to()) - 1);
    }

    /** The sources of which anything was kept about a place, in their order; or only one of them. */
    private List<NamedShelf> shelves(PlaceId place, Optional<SourceId> only) {
        return database
                .read("reading which sources are on record about " + place, connection -> shelves(connection, place))
                .stream()
                .filter(shelf -> only.isEmpty() || only.get().equals(shelf.source()))
                .toList();
    }

    private static List<NamedShelf> shelves(Connection connection, PlaceId place) throws SQLException {
        List<NamedShelf> shelves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SHELVES)) {
            select.setString(1, place.toString());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Shelf shelf = new Shelf(rows.getLong(1), rows.getLong(2));
                    shelves.add(new NamedShelf(shelf, new SourceId(rows.getString(3)), place.toString()));
                }
            }
        }
        return shelves;
    }
}
