package dev.vane.adapters.rest.storage;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The database as the operations listener shows it.
 *
 * @param backup makes a backup
 * @param info what is true of the database now; may throw if it cannot be read
 * @param backupTokenFile the file with the token that opens the backup to other machines, read anew for each request; empty
 *     if the backup is for this machine alone
 */
public record Stored(Backup backup, Supplier<StorageInfo> info, Optional<Path> backupTokenFile) {

    /** Checks that nothing is missing. */
    public Stored {
        Objects.requireNonNull(backup, "backup");
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(backupTokenFile, "backupTokenFile");
    }
}
