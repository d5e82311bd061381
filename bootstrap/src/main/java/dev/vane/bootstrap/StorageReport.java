package dev.vane.bootstrap;

import dev.vane.adapters.rest.storage.StorageInfo;
import dev.vane.adapters.sqlite.database.DataFileSystem;
import dev.vane.adapters.sqlite.database.StorageFacts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Says what the database lies on: in the log at the start, and to whoever asks on the operations listener. */
final class StorageReport {

    private static final Logger LOG = System.getLogger(StorageReport.class.getName());

    private StorageReport() {}

    /** One line; a warning if something is wrong with it. */
    static void log(StorageFacts facts) {
        facts.footing()
                .fileSystem()
                .warning()
                .ifPresentOrElse(
                        warning -> LOG.log(Level.WARNING, "storage: " + facts + "; " + warning),
                        () -> LOG.log(Level.INFO, "storage: " + facts));
    }

    /** The same for the operations listener. */
    static StorageInfo of(StorageFacts facts) {
        DataFileSystem fileSystem = facts.footing().fileSystem();
        return new StorageInfo(
                facts.file(),
                facts.bytes(),
                new StorageInfo.Ground(fileSystem.type(), fileSystem.kind().key(), fileSystem.warning()),
                facts.journalMode().name().toLowerCase(Locale.ROOT),
                facts.footing().asked().name().toLowerCase(Locale.ROOT),
                facts.schemaVersion(),
                facts.sqliteVersion(),
                facts.writerEpoch());
    }
}
