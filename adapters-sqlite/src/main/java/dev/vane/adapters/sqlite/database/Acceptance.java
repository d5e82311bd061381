package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Takes a copy of a database in that came from elsewhere, over the network for example: it is checked before it gets its
 * name, so that a good copy of that name is never replaced by a bad one.
 */
public final class Acceptance {

    private Acceptance() {}

    /**
     * Checks a copy and gives it its name, in one step, in place of a file of that name.
     *
     * @param copy the copy, which nobody uses; it stays where it is if it is refused
     * @param name where it goes, in the same folder
     * @throws StorageException if it is not Vane's, of a newer version, truncated or damaged; if it would take the place of
     *     the database that the folder's lock belongs to; or if it cannot be renamed
     */
    public static BackupFile keep(Path copy, Path name) {
        String attempted = "keeping a backup as " + name;
        if (isOfADatabase(name)) {
            throw new StorageException(attempted + ": this is the name of a file of a database itself");
        }
        DatabaseFile file = new DatabaseFile(copy);
        Inspection.requireUsable(file, new Migrator(Migration.all()));
        try {
            int version = check(file, attempted);
            Durable.rename(copy, name);
            return new BackupFile(name, Files.size(name), version);
        } catch (SQLException | IOException e) {
            throw new StorageException(attempted, e);
        }
    }

    private static boolean isOfADatabase(Path name) {
        StorageSettings beside = StorageSettings.in(name.toAbsolutePath().getParent());
        String database = beside.databaseFile().getFileName().toString();
        String wanted = name.getFileName().toString();
        return Files.exists(beside.lockFile()) && (wanted.equals(database) || wanted.startsWith(database + "-"));
    }

    private static int check(DatabaseFile file, String attempted) throws SQLException {
        try (Connection connection = file.connectUntouching()) {
            Soundness.of(connection).require(attempted);
            return (int) Sql.number(connection, "PRAGMA user_version");
        }
    }
}
