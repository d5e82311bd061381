/** The use cases of Vane behind in-ports ({@code api}), and the out-ports ({@code spi}) that adapters implement. */
module dev.vane.application {
    requires transitive dev.vane.domain;

    exports dev.vane.application;
    exports dev.vane.application.api;
    exports dev.vane.application.spi;
}
