package dev.vane.adapters.rest.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** Makes a backup of everything on record while the service runs. Safe for use by several threads. */
@FunctionalInterface
public interface Backup {

    /**
     * Writes a whole and checked copy of the database.
     *
     * @param out where it is written to; asked for once, when the copy is whole, and left open
     * @throws IOException if it cannot be made or written; what was written is then not whole
     */
    void writeTo(Supplier<OutputStream> out) throws IOException;
}
