package dev.vane.adapters.sources;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged in the process at any level while it is open, with exceptions; but not the stub's log. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = ROOT.getLevel();

    private CapturedLog() {
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
    }

    /** Starts to listen. */
    public static CapturedLog start() {
        CapturedLog log = new CapturedLog();
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(log);
        System.getLogger("canary").log(System.Logger.Level.TRACE, "a canary, so that silence proves something");
        return log;
    }

    /** What was logged so far. */
    public String text() {
        return String.join("", lines);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLoggerName().startsWith("com.sun.net.httpserver")) {
            return; // the stub provider, who of course knows the address that it was called at
        }
        StringWriter trace = new StringWriter();
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(trace));
        }
        lines.add(getFormatter().format(entry) + trace);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
    }
}
