package dev.vane.bootstrap;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** The parts that are open, closed once and in the opposite order of their opening. Safe for use by several threads. */
final class Opened implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Opened.class.getName());

    private record Part(String name, AutoCloseable closeable) {}

    private final Deque<Part> parts = new ArrayDeque<>();

    /** Remembers a part and returns it. */
    synchronized <T extends AutoCloseable> T add(String name, T part) {
        parts.push(new Part(name, part));
        return part;
    }

    /** Closes every part; one that fails is logged and keeps no other open. */
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.closeable().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "cannot close the " + part.name(), e);
            }
        }
    }
}
