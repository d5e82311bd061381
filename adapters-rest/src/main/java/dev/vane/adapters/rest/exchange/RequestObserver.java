package dev.vane.adapters.rest.exchange;

import java.time.Duration;

/** Is told of every request that was answered. Called from several threads; must not block nor throw. */
@FunctionalInterface
public interface RequestObserver {

    /**
     * A request was answered.
     *
     * @param route the template of its route, one of few
     * @param method its method, one of few
     * @param status the status of the answer
     * @param took from the routing of the request to the sent answer
     */
    void answered(String route, String method, int status, Duration took);
}
