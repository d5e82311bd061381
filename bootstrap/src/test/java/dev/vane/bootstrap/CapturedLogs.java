package dev.vane.bootstrap;

import dev.vane.bootstrap.logging.JsonLogFormatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Remembers everything that is logged, as it is written. Safe for use by several threads. */
final class CapturedLogs extends Handler {

    private final StringBuilder log = new StringBuilder();

    @Override
    public synchronized void publish(LogRecord record) {
        log.append(new JsonLogFormatter().format(record));
    }

    /** What was logged until now. */
    synchronized String text() {
        return log.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
