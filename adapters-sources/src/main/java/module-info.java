/** The weather providers as sources: one package a provider, with its client and its decoder. */
module dev.vane.adapters.sources {
    requires transitive dev.vane.application;
    requires io.avaje.json;
    requires io.helidon.faulttolerance;
    requires java.net.http;

    exports dev.vane.adapters.sources;
    exports dev.vane.adapters.sources.http;
    exports dev.vane.adapters.sources.metar;
    exports dev.vane.adapters.sources.metnorway;
    exports dev.vane.adapters.sources.nws;
    exports dev.vane.adapters.sources.openmeteo;
    exports dev.vane.adapters.sources.openweather;
    exports dev.vane.adapters.sources.simulated;
}
