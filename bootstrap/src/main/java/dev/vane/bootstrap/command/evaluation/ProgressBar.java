package dev.vane.bootstrap.command.evaluation;

import java.io.Console;
import java.io.PrintWriter;

/** Shows on a terminal how far something is, in one line; shows nothing where nobody looks. For one thread. */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter out;
    private final boolean seen;
    private long drawnAt = Long.MIN_VALUE;
    private boolean drawn;

    /** Draws nothing yet. */
    @SuppressWarnings("SystemConsoleNull") // it is, since JDK 25 again, where nothing is a terminal
    public ProgressBar(PrintWriter out) {
        this.out = out;
        Console console = System.console();
        this.seen = console != null && console.isTerminal();
    }

    /** Shows how much of a whole is done. */
    public void show(String what, long done, long whole) {
        long now = System.nanoTime();
        if (seen && whole > 0 && (!drawn || now - drawnAt > REDRAW_NANOS)) {
            int full = Math.clamp(WIDTH * done / whole, 0, WIDTH);
            long percent = Math.clamp(100 * done / whole, 0, 100);
            out.print("\r" + what + " [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + percent + " %");
            out.flush();
            drawnAt = now;
            drawn = true;
        }
    }

    /** Takes the line away. */
    void clear() {
        if (drawn) {
            out.print("\r\u001B[K");
            out.flush();
            drawn = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
