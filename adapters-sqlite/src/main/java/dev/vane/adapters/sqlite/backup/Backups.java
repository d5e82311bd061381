package dev.vane.adapters.sqlite.backup;

import dev.vane.adapters.sqlite.database.Acceptance;
import dev.vane.adapters.sqlite.database.BackupFile;
import dev.vane.adapters.sqlite.database.Restoration;
import dev.vane.adapters.sqlite.database.StoppedDatabase;
import dev.vane.adapters.sqlite.database.StorageSettings;
import java.nio.file.Path;
import java.util.Optional;

/** What is done to a database while no service uses it. */
public final class Backups {

    private Backups() {}

    /**
     * Puts a backup in the place of the database. Should the process end in between, the old database is in its place, or
     * the new one.
     *
     * @param backup the backup, which stays as it is
     * @param target where the database is
     * @param force whether a database that is there is replaced
     * @throws dev.vane.adapters.sqlite.database.StorageException if a process uses the database; or if the backup is
     *     missing, not Vane's, of a newer version or damaged; in each case the database is as it was
     */
    public static RestoreOutcome restore(Path backup, StorageSettings target, boolean force) {
        Optional<BackupFile> restored = Restoration.run(backup, target, force);
        return restored.isPresent()
                ? new RestoreOutcome.Restored(restored.get())
                : new RestoreOutcome.DatabaseExists(target.databaseFile());
    }

    /**
     * Checks a copy that came from elsewhere and gives it its name, in one step, in place of a file of that name.
     *
     * @param copy the copy, which nobody uses; it stays where it is if it is refused
     * @param name where it goes, in the same folder
     * @throws dev.vane.adapters.sqlite.database.StorageException if it is not Vane's, of a newer version, truncated or
     *     damaged; if it would take the place of a database; or if it cannot be renamed
     */
    public static BackupFile keep(Path copy, Path name) {
        return Acceptance.keep(copy, name);
    }

    /**
     * Reads the whole database and says what is damaged, without changing it.
     *
     * @throws dev.vane.adapters.sqlite.database.StorageException if a process uses the database; if there is none; or if it
     *     is not Vane's, of a newer version, or truncated
     */
    public static DatabaseCheck check(StorageSettings settings) {
        return StoppedDatabase.read(settings, "checking the database", DatabaseCheck::of);
    }
}
