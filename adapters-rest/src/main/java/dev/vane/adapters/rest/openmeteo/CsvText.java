package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.openmeteo.Report.Current;
import dev.vane.adapters.rest.openmeteo.Report.Section;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes reports as CSV: a table of the places, then one of each block, with a blank line between them. Of several places each
 * row begins with the place's number.
 */
final class CsvText {

    private final StringBuilder text = new StringBuilder(4096);
    private final List<Report> reports;
    private final boolean unixTime;

    private CsvText(List<Report> reports, boolean unixTime) {
        this.reports = reports;
        this.unixTime = unixTime;
    }

    /** The text of reports of one wish, at least one. */
    static String of(List<Report> reports, boolean unixTime) {
        return new CsvText(reports, unixTime).text();
    }

    private String text() {
        text.append(several() ? "location_id," : "")
                .append("latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation\n");
        reports.forEach(this::place);
        Report first = reports.getFirst();
        for (int i = 0; i < first.current().size(); i++) {
            int index = i;
            header(first.current().get(index).columns());
            reports.forEach(report -> current(report, report.current().get(index)));
        }
        for (int i = 0; i < first.sections().size(); i++) {
            int index = i;
            header(first.sections().get(index).columns());
            reports.forEach(report -> section(report, report.sections().get(index)));
        }
        return text.toString();
    }

    private boolean several() {
        return reports.size() > 1;
    }

    private void place(Report report) {
        number(report);
        text.append(Numbers.plain(report.coordinates().latitude())).append(',');
        text.append(Numbers.plain(report.coordinates().longitude())).append(',');
        text.append(
                report.elevation().isPresent()
                        ? Numbers.plain(report.elevation().getAsDouble())
                        : "NaN");
        text.append(',').append(report.zone().offset().getTotalSeconds());
        text.append(',').append(report.zone().id());
        text.append(',').append(report.zone().abbreviation()).append('\n');
    }

    private void number(Report report) {
        if (several()) {
            text.append(report.id()).append(',');
        }
    }

    private void header(List<Column> columns) {
        text.append('\n').append(several() ? "location_id,time" : "time");
        for (Column column : columns) {
            String unit = column.name().isTime()
                    ? times(reports.getFirst()).unit()
                    : column.unit().symbol();
            text.append(',')
                    .append(column.name().asked())
                    .append(" (")
                    .append(unit)
                    .append(')');
        }
        text.append('\n');
    }

    private void current(Report report, Current block) {
        row(report, times(report).of(block.time(), false, ""), block.columns(), 0);
    }

    private void section(Report report, Section block) {
        IntStream.range(0, block.axis().count())
                .forEach(i ->
                        row(report, times(report).of(block.axis().at(i), block.ofDays(), ""), block.columns(), i));
    }

    private void row(Report report, String time, List<Column> columns, int index) {
        number(report);
        text.append(time);
        for (Column column : columns) {
            text.append(',').append(value(report, column, index));
        }
        text.append('\n');
    }

    private String value(Report report, Column column, int index) {
        double value = column.value(index);
        if (!column.name().isTime()) {
            return Numbers.text(value, column.unit(), "NaN");
        }
        return Double.isFinite(value) ? times(report).of(Instant.ofEpochSecond((long) value), false, "") : "";
    }

    private TimeText times(Report report) {
        return new TimeText(unixTime, report.zone());
    }
}
