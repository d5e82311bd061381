package dev.vane.adapters.rest.history;

import dev.vane.application.api.ReadHistory.Row;

/** Writes rows as text. */
interface RowFormat {

    /** What stands before the rows. */
    String head();

    /**
     * Appends a row.
     *
     * @param first whether it is the first one
     */
    void append(Row row, boolean first, StringBuilder text);

    /** What stands after the rows. */
    String tail();
}
