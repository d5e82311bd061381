package dev.vane.adapters.sqlite.archive;

import java.io.Serial;

/** Bytes are no forecast: they were damaged, cut or written by a newer program. The message says what was found. */
public final class DamagedForecastException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says what was found. */
    public DamagedForecastException(String found) {
        super(found);
    }

    /** Says what was found, and what was attempted on it. */
    public DamagedForecastException(String found, Throwable cause) {
        super(found + ": " + cause.getMessage(), cause);
    }
}
