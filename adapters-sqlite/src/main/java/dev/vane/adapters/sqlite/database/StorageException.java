package dev.vane.adapters.sqlite.database;

import java.io.Serial;

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
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
