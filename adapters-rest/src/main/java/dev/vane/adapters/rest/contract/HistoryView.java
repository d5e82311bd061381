package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * Schema {@code History} but for its {@code rows}, which are streamed after it.
 *
 * @param place where
 * @param units the units of every value
 * @param from the first time, inclusive
 * @param to the time at which it ends, exclusive
 * @param step over what values are put together
 * @param columns what rows have values of, in the order of a table
 */
@Json
public record HistoryView(
        PlaceView place, UnitsView units, String from, String to, String step, List<ColumnView> columns) {

    /** Copies the list. */
    public HistoryView {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name its name in rows
     * @param variable the variable's key
     * @param aggregate how values are put together; empty without a step
     * @param unit the symbol of the unit; empty if there is none
     */
    @Json
    public record ColumnView(String name, String variable, Optional<String> aggregate, Optional<String> unit) {}
}
