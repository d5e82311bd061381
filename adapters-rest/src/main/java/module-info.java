/** Vane over HTTP: the API, the page and the operations listener. */
module dev.vane.adapters.rest {
    requires transitive dev.vane.application;
    requires io.avaje.jsonb;
    requires io.helidon.webserver;
    requires io.helidon.webserver.observe.health;
    requires io.helidon.webserver.observe.metrics;
}
