package dev.vane.adapters.sqlite.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Some observations of a shelf.
 *
 * @param readings which; perhaps none
 * @param rest the stretch of time that has not been read yet
 */
record ObservationPage(Readings readings, Stretch rest) {

    /** How many rows are read at a time. */
    private static final int ROWS = 4096;

    /** How many packs are read at a time. */
    private static final int PACKS = 16;

    /** Reads the first observations of a stretch of time: what is packed, and the rows, which are newer. The connection shows one moment. */
    static ObservationPage read(
            Connection connection, NamedShelf named, List<ObservationColumn> columns, Stretch stretch)
            throws SQLException {
        ObservationPackTable.Found packed = ObservationPackTable.read(connection, named, columns, stretch, PACKS);
        Stretch covered = new Stretch(stretch.from(), packed.readTo());
        Readings rows = ObservationTable.read(connection, named.shelf(), columns, covered, ROWS);
        long readTo = rows.size() == ROWS ? rows.lastTime() : covered.to();
        Readings all = packed.readings().within(stretch.from(), readTo).with(rows);
        return new ObservationPage(all, new Stretch(readTo + 1, stretch.to()));
    }
}
