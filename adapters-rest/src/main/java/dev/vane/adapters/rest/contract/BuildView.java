package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Json;
import java.util.Optional;

/**
 * What the operations listener says of the program.
 *
 * @param name the program's name
 * @param version its version
 * @param builtAt when it was built
 * @param storage what is true of its database; empty if there is none, or it cannot be read
 */
@Json
public record BuildView(String name, String version, String builtAt, Optional<StorageView> storage) {}
