package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class StorageExceptionTest {

    @Test
    void saysWhoIsDeniedAccessToWhat() {
        assertThat(new StorageException("locking /data/vane.lock", new AccessDeniedException("/data/vane.lock")))
                .hasMessage("locking /data/vane.lock: access to /data/vane.lock is denied to the user that this process"
                        + " runs as");
    }

    @Test
    void givesTheMessageOfItsCause() {
        assertThat(new StorageException("reading /data/vane.db", new IOException("the disk is gone")))
                .hasMessage("reading /data/vane.db: the disk is gone");
    }
}
