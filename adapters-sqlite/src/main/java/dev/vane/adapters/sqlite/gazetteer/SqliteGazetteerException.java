package dev.vane.adapters.sqlite.gazetteer;

import java.io.Serial;

/** The gazetteer's file cannot be used, or reading it failed. The message names the file and what was found. */
public final class SqliteGazetteerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    SqliteGazetteerException(String message) {
        super(message);
    }

    SqliteGazetteerException(String message, Throwable cause) {
        super(message, cause);
    }
}
