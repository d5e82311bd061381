package dev.vane.bootstrap.logging;

import java.util.logging.LogManager;

/**
 * A log manager whose handlers outlast the JDK's own shutdown hook, which would otherwise drop them while the service is
 * still stopping, so that the last lines of a stop would be lost. The JDK makes it by the name in the system property
 * {@code java.util.logging.manager}, which {@link Logs#claim} sets.
 */
public final class LastingLogManager extends LogManager {

    private volatile boolean lasting;

    /** Made by the JDK. */
    public LastingLogManager() {}

    /** From now on nothing removes the handlers. */
    void last() {
        lasting = true;
    }

    @Override
    public void reset() {
        if (!lasting) {
            super.reset();
        }
    }
}
