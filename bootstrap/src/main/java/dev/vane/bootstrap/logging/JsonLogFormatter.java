package dev.vane.bootstrap.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Writes a log record as one JSON object on one line: time, level, logger, message and, if any, the error. */
public final class JsonLogFormatter extends Formatter {

    private static final int MAX_ERROR_CHARACTERS = 8_000;

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(256).append('{');
        field(line, "time", record.getInstant().toString()).append(',');
        field(line, "level", name(record.getLevel())).append(',');
        field(line, "logger", String.valueOf(record.getLoggerName())).append(',');
        field(line, "message", formatMessage(record));
        if (record.getThrown() != null) {
            field(line.append(','), "error", trace(record.getThrown()));
        }
        return line.append("}\n").toString();
    }

    /** The level as System.Logger calls it. */
    private static String name(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (value >= Level.WARNING.intValue()) {
            return "warning";
        }
        if (value >= Level.INFO.intValue()) {
            return "info";
        }
        return value >= Level.FINE.intValue() ? "debug" : "trace";
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        String trace = text.toString();
        return trace.length() <= MAX_ERROR_CHARACTERS ? trace : trace.substring(0, MAX_ERROR_CHARACTERS) + "…";
    }

    private static StringBuilder field(StringBuilder line, String name, String value) {
        line.append('"').append(name).append("\":\"");
        value.chars().forEach(character -> escape(line, (char) character));
        return line.append('"');
    }

    private static void escape(StringBuilder line, char character) {
        switch (character) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (character < ' ') {
                    line.append("\\u%04x".formatted((int) character));
                } else {
                    line.append(character);
                }
            }
        }
    }
}
