package dev.vane.bootstrap.command.evaluation;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads the fields of a row, strictly. */
final class RowReader {

    /** Stands for an elevation that is not known. */
    private static final double UNKNOWN_ELEVATION = -9999;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 100;
    private static final double LONGEST_LEAD = 240;
    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final int sources;
    private final Map<String, ScoredVariable> variables = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();

    RowReader(int sources) {
        this.sources = sources;
        Arrays.stream(ScoredVariable.values())
                .forEach(variable -> variables.put(variable.variable().key(), variable));
        Arrays.stream(Unit.values()).forEach(unit -> units.put(unit.symbol(), unit));
    }

    /** A row cannot be used. */
    static final class BadRowException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadRowException(String what) {
            super(what);
        }
    }

    ForecastRow read(long line, List<String> fields) {
        int columns = ForecastFile.COLUMNS.size() + sources;
        if (fields.size() != columns) {
            throw new BadRowException(fields.size() + " fields, not " + columns);
        }
        Coordinates where = coordinates(fields.get(1), fields.get(2));
        elevation(fields.get(3));
        ScoredVariable variable = variable(fields.get(6));
        Unit unit = unit(fields.get(7), variable.variable());
        List<OptionalDouble> forecasts = new ArrayList<>();
        for (String forecast : fields.subList(ForecastFile.COLUMNS.size(), columns)) {
            forecasts.add(value("forecast", forecast, unit, variable.variable()));
        }
        return new ForecastRow(
                line,
                place(fields.get(0)),
                where.longitude(),
                time(fields.get(4)),
                lead(fields.get(5)),
                variable,
                value("observation", fields.get(8), unit, variable.variable()),
                forecasts);
    }

    private static String place(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRowException("place is not a name of 1 to " + LONGEST_NAME + " characters");
        }
        return text.strip();
    }

    private static Coordinates coordinates(String latitude, String longitude) {
        try {
            return new Coordinates(number("latitude", latitude), number("longitude", longitude));
        } catch (IllegalArgumentException e) {
            throw new BadRowException(e.getMessage());
        }
    }

    private static void elevation(String text) {
        double elevation = text.isBlank() ? UNKNOWN_ELEVATION : number("elevation", text);
        if (elevation != UNKNOWN_ELEVATION && (elevation < -500 || elevation > 9000)) {
            throw new BadRowException(
                    "elevation is " + elevation + " m, not between -500 and 9000, nor -9999 for unknown");
        }
    }

    private static Instant time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text.strip()).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new BadRowException("validTime is " + time + ", not between " + EARLIEST + " and " + LATEST);
            }
            return time;
        } catch (DateTimeException e) {
            throw new BadRowException("validTime is '" + shown(text) + "', not like 2026-01-31T06:00:00Z");
        }
    }

    private static Duration lead(String text) {
        double hours = number("leadHours", text);
        if (hours < 0 || hours > LONGEST_LEAD) {
            throw new BadRowException("leadHours is " + hours + ", not between 0 and " + LONGEST_LEAD);
        }
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    private ScoredVariable variable(String text) {
        ScoredVariable variable = variables.get(text.strip());
        if (variable == null) {
            throw new BadRowException("variable is '" + shown(text) + "', not one that is scored");
        }
        return variable;
    }

    private Unit unit(String text, Variable variable) {
        Unit unit = units.get(text.strip());
        Unit canonical = variable.dimension().canonical();
        if (unit == null || !unit.convertsTo(canonical)) {
            throw new BadRowException("unit is '" + shown(text) + "', not one of " + variable.key());
        }
        return unit;
    }

    private static OptionalDouble value(String what, String text, Unit unit, Variable variable) {
        if (text.isBlank() || "NaN".equals(text.strip())) {
            return OptionalDouble.empty();
        }
        double value = unit.convert(number(what, text), variable.dimension().canonical());
        if (!variable.admits(value)) {
            throw new BadRowException(what + " is " + shown(text) + ", which " + variable.key() + " cannot be");
        }
        return OptionalDouble.of(value);
    }

    private static double number(String what, String text) {
        String number = text.strip();
        if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
            throw new BadRowException(what + " is '" + shown(text) + "', not a number");
        }
        return Double.parseDouble(number);
    }

    /** What was given, without what could play tricks on a terminal. */
    private static String shown(String text) {
        String start = text.length() > LONGEST_NUMBER ? text.substring(0, LONGEST_NUMBER) + "…" : text;
        return start.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
