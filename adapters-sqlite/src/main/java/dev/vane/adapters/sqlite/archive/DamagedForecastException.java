package dev.vane.adapters.sqlite.archive;

import java.io.Serial;

/** Bytes are no forecast: they were damaged, cut or written by a newer program. The message says what was found. */
final class DamagedForecastException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    DamagedForecastException(String found) {
        super(found);
    }

    DamagedForecastException(String found, Throwable cause) {
        super(found + ": " + cause.getMessage(), cause);
    }
}
