package dev.vane.adapters.rest;

import java.io.IOException;
import java.io.OutputStream;

/** Makes a backup of everything on record while the service runs. Safe for use by several threads. */
@FunctionalInterface
public interface Backup {

    /**
     * Writes a whole and checked copy of the database.
     *
     * @throws IOException if it cannot be made or written; what was written is then not whole
     */
    void writeTo(OutputStream out) throws IOException;
}
