/** The composition root: configuration, wiring by hand, start and stop. */
module dev.vane.bootstrap {
    requires de.siegmar.fastcsv;
    requires dev.vane.adapters.rest;
    requires dev.vane.adapters.sources;
    requires dev.vane.adapters.sqlite;
    requires dev.vane.application;
    requires dev.vane.ui;
    requires info.picocli;
    requires java.net.http;
    requires java.logging;
    requires org.snakeyaml.engine.v2;

    exports dev.vane.bootstrap.logging to
            java.logging; // makes the log manager by its name

    opens dev.vane.bootstrap to
            info.picocli; // reads the annotations of commands
    opens dev.vane.bootstrap.command to
            info.picocli;
}
