package dev.vane.adapters.rest.operations;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

/** A readiness check that fails from the beginning of the shutdown on, so that no new request is sent here. */
public final class ShutdownCheck implements HealthCheck {

    private volatile boolean shuttingDown;

    /** Fails from now on. */
    public void begin() {
        shuttingDown = true;
    }

    /** Tells whether it has begun. */
    public boolean begun() {
        return shuttingDown;
    }

    @Override
    public String name() {
        return "shutdown";
    }

    @Override
    public HealthCheckType type() {
        return HealthCheckType.READINESS;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.builder().status(!shuttingDown).build();
    }
}
