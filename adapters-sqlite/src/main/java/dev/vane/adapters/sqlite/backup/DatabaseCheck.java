package dev.vane.adapters.sqlite.backup;

import dev.vane.adapters.sqlite.archive.StoredRuns;
import dev.vane.adapters.sqlite.database.RowCheck;
import dev.vane.adapters.sqlite.database.Soundness;
import dev.vane.adapters.sqlite.verification.StoredPairs;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

/**
 * What came of reading the whole database.
 *
 * @param file what SQLite says of its pages, indexes and references
 * @param rows what came of unpacking every packed row, by kind
 */
public record DatabaseCheck(Soundness file, List<RowCheck> rows) {

    /** Copies the list. */
    public DatabaseCheck {
        Objects.requireNonNull(file, "file");
        rows = List.copyOf(rows);
    }

    /** Reads the whole database. Every kind of packed row has its line here. */
    public static DatabaseCheck of(Connection connection) {
        return new DatabaseCheck(
                Soundness.of(connection), List.of(StoredRuns.check(connection), StoredPairs.check(connection)));
    }

    /** Tells whether nothing is damaged. */
    public boolean sound() {
        return file.sound() && rows.stream().allMatch(kind -> kind.damaged() == 0);
    }
}
