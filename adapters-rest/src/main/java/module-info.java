/** Vane over HTTP: the API, the page and the operations listener. */
module dev.vane.adapters.rest {
    requires transitive dev.vane.application;
    requires transitive io.helidon.health;
    requires flatbuffers.java;
    requires io.avaje.jsonb;
    requires io.helidon.common.buffers;
    requires io.helidon.common.concurrency.limits;
    requires io.helidon.common.socket;
    requires io.helidon.common.tls;
    requires io.helidon.metrics.api;
    requires io.helidon.webserver;
    requires io.helidon.webserver.observe;
    requires io.helidon.webserver.observe.health;
    requires io.helidon.webserver.observe.metrics;

    exports dev.vane.adapters.rest;
    exports dev.vane.adapters.rest.storage;

    provides io.avaje.jsonb.spi.JsonbExtension with
            dev.vane.adapters.rest.contract.jsonb.GeneratedJsonComponent;
}
