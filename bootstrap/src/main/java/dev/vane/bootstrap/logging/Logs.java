package dev.vane.bootstrap.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sets up logging for the whole process: one JSON object a line. */
public final class Logs {

    private Logs() {}

    /** Makes sure that the last lines of a stop are written; must be called before anything logs. */
    public static void claim() {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
    }

    /**
     * Replaces all handlers by one that writes JSON lines.
     *
     * @param out where lines go; flushed after each
     * @param level the least important level that is written
     */
    public static void start(OutputStream out, System.Logger.Level level) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(julLevel(level));
        root.addHandler(new LineHandler(out));
        boolean detailed = level.getSeverity() < System.Logger.Level.INFO.getSeverity();
        if (LogManager.getLogManager() instanceof LastingLogManager manager) {
            manager.last();
        }
        Quiet.LIBRARIES.forEach(logger -> logger.setLevel(detailed ? null : Level.WARNING));
    }

    private static Level julLevel(System.Logger.Level level) {
        return switch (level) {
            case ALL -> Level.ALL;
            case TRACE -> Level.FINER;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR -> Level.SEVERE;
            case OFF -> Level.OFF;
        };
    }

    /** A class of its own, since whatever makes a logger before {@link #claim} makes the JDK's log manager. */
    private static final class Quiet {
        /** Libraries whose info lines say nothing to whoever operates the service; held, or their levels are lost. */
        private static final List<Logger> LIBRARIES =
                List.of(Logger.getLogger("com.zaxxer.hikari"), Logger.getLogger("io.helidon"));
    }

    /** Writes whole lines, so that those of several threads do not mix. */
    private static final class LineHandler extends Handler {
        private final OutputStream out;

        LineHandler(OutputStream out) {
            this.out = out;
            setFormatter(new JsonLogFormatter());
        }

        @Override
        public synchronized void publish(LogRecord record) {
            if (!isLoggable(record)) {
                return;
            }
            try {
                out.write(getFormatter().format(record).getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                reportError("cannot write a log line", e, ErrorManager.WRITE_FAILURE);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
