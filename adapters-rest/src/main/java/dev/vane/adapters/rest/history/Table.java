package dev.vane.adapters.rest.history;

import dev.vane.adapters.rest.contract.HistoryView;
import dev.vane.adapters.rest.contract.PlaceView;
import dev.vane.adapters.rest.contract.Times;
import dev.vane.adapters.rest.contract.UnitsView;
import dev.vane.application.api.ReadHistory.Row;
import dev.vane.application.api.ReadHistory.Step;
import dev.vane.domain.place.Place;
import dev.vane.domain.units.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What rows are written as, whatever the format.
 *
 * @param place where
 * @param language the language of the place's texts
 * @param selection what is wanted
 * @param span from when to when
 * @param runs whether rows are of runs
 */
record Table(Place place, Locale language, Selection selection, Span span, boolean runs) {

    /** What the document says before its rows. */
    HistoryView head() {
        return new HistoryView(
                PlaceView.of(place, language, selection.units().unit(Dimension.ELEVATION)),
                UnitsView.of(selection.units()),
                Times.text(span.from()),
                Times.text(span.to()),
                Selection.key(selection.step()),
                selection.columns().stream()
                        .map(column -> column.view(selection.units()))
                        .toList());
    }

    /** The names of what says of a row whose and of when it is, in the order of {@link #keys}. */
    List<String> keyNames() {
        List<String> names = new ArrayList<>(List.of("source"));
        if (runs) {
            names.addAll(List.of("issuedAt", "availableAt"));
        }
        names.addAll(
                switch (selection.step()) {
                    case NONE -> List.of("time");
                    case HOUR -> List.of("from", "to");
                    case DAY, MONTH, YEAR -> List.of("from", "to", "date");
                });
        return names;
    }

    /** Whose and of when a row is; an empty text where that is not known. */
    List<String> keys(Row row) {
        List<String> keys = new ArrayList<>();
        keys.add(row.source().name());
        if (runs) {
            keys.add(row.run().flatMap(run -> run.issuedAt()).map(Times::text).orElse(""));
            keys.add(row.run().map(run -> Times.text(run.availableAt())).orElse(""));
        }
        keys.add(Times.text(row.from()));
        if (selection.step() != Step.NONE) {
            keys.add(Times.text(row.to()));
        }
        if (selection.step() != Step.NONE && selection.step() != Step.HOUR) {
            keys.add(LocalDate.ofInstant(row.from(), place.zone()).toString());
        }
        return keys;
    }

    List<Column> columns() {
        return selection.columns();
    }

    OptionalDouble value(Column column, Row row) {
        return column.value(row, selection.units());
    }

    /** A number as JSON and CSV both have it; a whole one without a decimal point. */
    static void append(StringBuilder text, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            text.append((long) value);
        } else {
            text.append(value);
        }
    }
}
