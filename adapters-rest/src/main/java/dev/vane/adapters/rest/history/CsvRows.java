package dev.vane.adapters.rest.history;

import dev.vane.application.api.ReadHistory.Row;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as CSV (RFC 4180): a header row, empty fields for what is not known. No field needs quotes. */
final class CsvRows implements RowFormat {

    /** The media type. */
    static final String MEDIA_TYPE = "text/csv";

    /** The media type with its parameters (RFC 7111). */
    static final String CONTENT_TYPE = MEDIA_TYPE + "; charset=utf-8; header=present";

    private static final String END = "\r\n";

    private final Table table;

    CsvRows(Table table) {
        this.table = table;
    }

    @Override
    public String head() {
        return Stream.concat(table.keyNames().stream(), table.columns().stream().map(Column::name))
                .collect(Collectors.joining(",", "", END));
    }

    @Override
    public void append(Row row, boolean first, StringBuilder text) {
        text.append(String.join(",", table.keys(row)));
        for (Column column : table.columns()) {
            text.append(',');
            table.value(column, row).ifPresent(value -> Table.append(text, value));
        }
        text.append(END);
    }

    @Override
    public String tail() {
        return "";
    }
}
