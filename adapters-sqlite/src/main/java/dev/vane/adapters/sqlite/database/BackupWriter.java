package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Copies a database that is in use. The copy is made beside its target under another name, checked, brought to the disk
 * and only then given its name: a file of that name is whole, whenever the process ends. What an interrupted copy left
 * behind is replaced by the next one to the same target.
 */
final class BackupWriter {

    private final DatabaseFile database;
    private final Path target;
    private final DatabaseFile unfinished;
    private final String attempted;

    /**
     * Prepares a copy.
     *
     * @throws StorageException if the target is there already, or cannot be one
     */
    BackupWriter(DatabaseFile database, Path target) {
        this.database = database;
        this.target = target.toAbsolutePath().normalize();
        this.attempted = "backing up to " + this.target;
        if (this.target.getFileName() == null) {
            throw new StorageException(attempted + ": it is a folder");
        }
        this.unfinished = new DatabaseFile(this.target.resolveSibling(this.target.getFileName() + ".unfinished"));
        requireFree();
    }

    private void requireFree() {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new StorageException(attempted + ": it is there already; a backup overwrites nothing");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new StorageException(attempted + ": there is no folder " + target.getParent());
        }
        if (target.getFileName().toString().startsWith(database.path().getFileName() + "-")
                && target.getParent().equals(database.path().getParent())) {
            throw new StorageException(attempted + ": this is the name of a file of the database itself");
        }
    }

    String attempted() {
        return attempted;
    }

    /** Copies what is committed. May be called again if the first copy came to nothing. */
    void copy(Connection connection) throws SQLException {
        discard();
        try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, unfinished.path().toString());
            vacuum.execute();
        }
    }

    /** Checks the copy and gives it its name. */
    BackupFile finish() {
        try {
            int version = check();
            requireFree();
            Durable.rename(unfinished.path(), target);
            return new BackupFile(target, Files.size(target), version);
        } catch (SQLException | IOException e) {
            throw new StorageException(attempted, e);
        }
    }

    private int check() throws SQLException {
        try (Connection copy = unfinished.connectUntouching()) {
            Soundness.of(copy).require(attempted);
            return (int) Sql.number(copy, "PRAGMA user_version");
        }
    }

    /** Removes an unfinished copy. */
    void discard() {
        try {
            Files.deleteIfExists(unfinished.path());
            Files.deleteIfExists(unfinished.journal());
        } catch (IOException e) {
            throw new StorageException(attempted + ": removing " + unfinished, e);
        }
    }
}
