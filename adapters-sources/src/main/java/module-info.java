/** The weather providers as sources: one package a provider, with its client and its decoder. */
module dev.vane.adapters.sources {
    requires transitive dev.vane.application;
    requires io.avaje.jsonb;
    requires java.net.http;
}
