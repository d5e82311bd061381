package dev.vane.adapters.rest.history;

import dev.vane.adapters.rest.contract.Json;
import dev.vane.application.api.ReadHistory.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Rows as JSON: in one document, or each on a line of its own. They are written by hand: names, times and numbers need no
 * escapes, and there may be millions.
 */
final class JsonRows implements RowFormat {

    /** The media type of a document. */
    static final String MEDIA_TYPE = Json.MEDIA_TYPE;

    /** The media type of lines. */
    static final String LINES_MEDIA_TYPE = "application/x-ndjson";

    private final Table table;
    private final List<String> keyNames;
    private final boolean lines;

    private JsonRows(Table table, boolean lines) {
        this.table = table;
        this.keyNames = table.keyNames();
        this.lines = lines;
    }

    static JsonRows document(Table table) {
        return new JsonRows(table, false);
    }

    static JsonRows lines(Table table) {
        return new JsonRows(table, true);
    }

    @Override
    public String head() {
        if (lines) {
            return "";
        }
        String head = new String(Json.bytes(table.head()), StandardCharsets.UTF_8);
        return head.substring(0, head.length() - 1) + ",\"rows\":[";
    }

    @Override
    public void append(Row row, boolean first, StringBuilder text) {
        text.append(first || lines ? "{" : ",{");
        List<String> keys = table.keys(row);
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).isEmpty()) {
                text.append('"')
                        .append(keyNames.get(i))
                        .append("\":\"")
                        .append(keys.get(i))
                        .append("\",");
            }
        }
        text.append("\"values\":{");
        String separator = "";
        for (Column column : table.columns()) {
            OptionalDouble value = table.value(column, row);
            if (value.isPresent()) {
                text.append(separator).append('"').append(column.name()).append("\":");
                Table.append(text, value.getAsDouble());
                separator = ",";
            }
        }
        text.append(lines ? "}}\n" : "}}");
    }

    @Override
    public String tail() {
        return lines ? "" : "]}";
    }
}
