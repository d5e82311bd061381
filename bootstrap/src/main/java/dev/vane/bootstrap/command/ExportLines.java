package dev.vane.bootstrap.command;

import dev.vane.application.spi.WeatherRecord.ObservationChunk;
import dev.vane.application.spi.WeatherRecord.SourceRun;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Writes what is on record of a place as JSON, one object a line. Nothing in it is text of others: ids, times, the names of
 * variables and numbers need no escapes.
 */
final class ExportLines {

    /** Every variable, in the order of the lines. */
    static final List<Variable> VARIABLES = List.of(Variable.values());

    /** What is kept has no more decimals. */
    private static final int DECIMALS = 3;

    private final PlaceId place;
    private final Writer out;

    ExportLines(PlaceId place, Writer out) {
        this.place = place;
        this.out = out;
    }

    /** Writes a line for each observation. */
    void observations(ObservationChunk chunk) {
        for (int i = 0; i < chunk.size(); i++) {
            StringJoiner values = object();
            for (int variable = 0; variable < VARIABLES.size(); variable++) {
                add(values, VARIABLES.get(variable), chunk.value(variable, i));
            }
            StringJoiner line = head("observation", chunk.source().name())
                    .add(text("time", Instant.ofEpochMilli(chunk.time(i))))
                    .add(text("period", Duration.ofMillis(chunk.period(i))))
                    .add("\"values\":" + values);
            chunk.rainCounter(i)
                    .ifPresent(counter -> line.add("\"rainCounter\":{"
                            + text("reset", counter.reset().name().toLowerCase(Locale.ROOT)) + ",\"millimetres\":"
                            + number(counter.millimetres()) + "}"));
            write(line.toString());
        }
    }

    /** Writes a line for a run. */
    void run(SourceRun forecast) {
        StringJoiner steps = new StringJoiner(",", "[", "]");
        for (ForecastStep step : forecast.run().hourly()) {
            Values<Variable> known = step.conditions().values();
            StringJoiner values = object();
            for (Variable variable : VARIABLES) {
                add(values, variable, known.get(variable).orElse(Double.NaN));
            }
            steps.add(object().add(text("time", step.validTime()))
                    .add(text("period", step.period()))
                    .add("\"values\":" + values)
                    .toString());
        }
        StringJoiner line = head("run", forecast.source().name());
        forecast.run().issuedAt().ifPresent(time -> line.add(text("issuedAt", time)));
        write(line.add(text("availableAt", forecast.run().availableAt()))
                .add("\"steps\":" + steps)
                .toString());
    }

    private StringJoiner head(String kind, String source) {
        return object().add(text("kind", kind)).add(text("place", place)).add(text("source", source));
    }

    private static StringJoiner object() {
        return new StringJoiner(",", "{", "}");
    }

    private static String text(String name, Object value) {
        return "\"" + name + "\":\"" + value + "\"";
    }

    private static void add(StringJoiner values, Variable variable, double value) {
        if (!Double.isNaN(value)) {
            values.add("\"" + variable.key() + "\":" + number(value));
        }
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private void write(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
