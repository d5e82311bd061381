package dev.vane.bootstrap.command;

import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.ConfigurationException;
import dev.vane.bootstrap.config.ConfigurationReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The settings of the service, which commands share. */
final class Settings {

    private Settings() {}

    /** Reads them; what is wrong with them is said as if it were wrong with the command line. */
    static Configuration read(CommandSpec spec) {
        try {
            return new ConfigurationReader(System.getenv()).read();
        } catch (ConfigurationException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
