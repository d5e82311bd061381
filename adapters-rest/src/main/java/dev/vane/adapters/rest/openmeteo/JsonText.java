package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.openmeteo.Report.Current;
import dev.vane.adapters.rest.openmeteo.Report.Section;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** Writes a report as JSON. */
final class JsonText {

    private final StringBuilder text;
    private final Report report;
    private final TimeText times;

    private JsonText(Report report, boolean unixTime) {
        this.text = new StringBuilder(4096);
        this.report = report;
        this.times = new TimeText(unixTime, report.zone());
    }

    /** The object of a place. */
    static String of(Report report, boolean unixTime) {
        return new JsonText(report, unixTime).object();
    }

    /** A text as a JSON string. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < ' ') {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }

    private String object() {
        text.append("{\"latitude\":").append(Numbers.plain(report.coordinates().latitude()));
        text.append(",\"longitude\":").append(Numbers.plain(report.coordinates().longitude()));
        // a document is made once and then kept: a time that it took would change its entity tag
        text.append(",\"generationtime_ms\":0.0,\"utc_offset_seconds\":")
                .append(report.zone().offset().getTotalSeconds());
        member("timezone", quoted(report.zone().id()));
        member("timezone_abbreviation", quoted(report.zone().abbreviation()));
        // clients take it for granted that there is one
        member("elevation", Numbers.plain(report.elevation().orElse(0)));
        if (report.id() != 0) {
            member("location_id", Integer.toString(report.id()));
        }
        report.current().forEach(this::current);
        report.sections().forEach(this::section);
        return text.append('}').toString();
    }

    private void member(String key, String value) {
        text.append(",\"").append(key).append("\":").append(value);
    }

    private void units(String key, String more, List<Column> columns) {
        text.append(",\"")
                .append(key)
                .append("_units\":{\"time\":\"")
                .append(times.unit())
                .append('"')
                .append(more);
        for (Column column : columns) {
            member(
                    column.name().asked(),
                    quoted(column.name().isTime() ? times.unit() : column.unit().symbol()));
        }
        text.append('}');
    }

    private void current(Current block) {
        units(block.key(), ",\"interval\":\"seconds\"", block.columns());
        text.append(",\"").append(block.key()).append("\":{\"time\":").append(times.of(block.time(), false, "\""));
        text.append(",\"interval\":").append(block.interval().toSeconds());
        for (Column column : block.columns()) {
            member(column.name().asked(), value(column, 0));
        }
        text.append('}');
    }

    private void section(Section block) {
        units(block.key(), "", block.columns());
        text.append(",\"").append(block.key()).append("\":{\"time\":");
        int count = block.axis().count();
        array(count, i -> times.of(block.axis().at(i), block.ofDays(), "\""));
        for (Column column : block.columns()) {
            text.append(",\"").append(column.name().asked()).append("\":");
            array(count, i -> value(column, i));
        }
        text.append('}');
    }

    private void array(int count, IntFunction<String> items) {
        text.append('[');
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(items.apply(i));
        }
        text.append(']');
    }

    private String value(Column column, int index) {
        double value = column.value(index);
        if (column.name().isTime() && Double.isFinite(value)) {
            return times.of(Instant.ofEpochSecond((long) value), false, "\"");
        }
        return Numbers.text(value, column.unit(), "null");
    }
}
