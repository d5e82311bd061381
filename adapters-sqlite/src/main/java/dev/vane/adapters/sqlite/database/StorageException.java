package dev.vane.adapters.sqlite.database;

import java.io.Serial;
import java.nio.file.AccessDeniedException;

/** The storage cannot do what it was asked to. The message says what was attempted, on which file, and what went wrong. */
public final class StorageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With a message alone: the storage itself refused. */
    public StorageException(String message) {
        super(message);
    }

    /** With what was attempted; the cause's message says what went wrong. */
    public StorageException(String attempted, Throwable cause) {
        super(attempted + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof AccessDeniedException denied) { // whose message is the file's name alone
            return "access to " + denied.getFile() + " is denied to the user that this process runs as";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
