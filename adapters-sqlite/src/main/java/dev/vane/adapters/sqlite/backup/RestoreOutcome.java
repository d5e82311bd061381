package dev.vane.adapters.sqlite.backup;

import dev.vane.adapters.sqlite.database.BackupFile;
import java.nio.file.Path;

/** What came of restoring a backup. */
public sealed interface RestoreOutcome {

    /**
     * The database is what the backup was. If its schema is older than the program's, the next start brings it up to date.
     *
     * @param database the database
     */
    record Restored(BackupFile database) implements RestoreOutcome {}

    /**
     * There is a database already, and it was not to be replaced. Nothing has changed.
     *
     * @param database where it lies
     */
    record DatabaseExists(Path database) implements RestoreOutcome {}
}
