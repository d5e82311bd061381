package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;

/**
 * What the operations listener says of the program.
 *
 * @param name the program's name
 * @param version its version
 * @param builtAt when it was built
 */
@Json
public record BuildView(String name, String version, String builtAt) {}
