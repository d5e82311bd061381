package dev.vane.bootstrap.config;

import java.util.List;

/** The configuration cannot be used; the message names each key at fault with its value and what is allowed. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Joins the faults to one message, a line each. */
    public ConfigurationException(List<String> faults) {
        super("configuration: " + String.join(System.lineSeparator() + "configuration: ", faults));
    }
}
