package dev.vane.adapters.sqlite.database;

/** Which journal mode is asked for. */
public enum JournalChoice {
    /** The one that fits what the database lies on. */
    AUTO,
    /** {@link JournalMode#WAL}. */
    WAL,
    /** {@link JournalMode#DELETE}. */
    DELETE;

    /** The choice of a mode, whatever the database lies on. */
    static JournalChoice of(JournalMode mode) {
        return switch (mode) {
            case WAL -> WAL;
            case DELETE -> DELETE;
        };
    }

    /**
     * The journal mode on a file system. SQLite itself takes a write-ahead log on a network file system without a word, and
     * damages it when two machines use it (<a href="https://www.sqlite.org/wal.html">Write-Ahead Logging</a>); so it is
     * refused here. A rollback journal works everywhere.
     *
     * @throws StorageException if the one that is asked for does not work there
     */
    JournalMode on(DataFileSystem fileSystem) {
        return switch (this) {
            case AUTO ->
                switch (fileSystem.kind()) {
                    case LOCAL, TEMPORARY -> JournalMode.WAL;
                    case NETWORK, UNKNOWN -> JournalMode.DELETE;
                };
            case DELETE -> JournalMode.DELETE;
            case WAL -> {
                if (fileSystem.kind() == DataFileSystem.Kind.NETWORK) {
                    throw new StorageException("the journal mode is set to wal, but the data directory lies on "
                            + fileSystem.type() + ", where a write-ahead log can be damaged; set it to auto or delete");
                }
                yield JournalMode.WAL;
            }
        };
    }
}
