package dev.vane.adapters.rest;

import java.lang.module.ModuleReference;
import java.util.Objects;

/**
 * A folder of a module whose files are served as they are.
 *
 * @param path where it appears: starts and ends with a slash, {@code /} or {@code /licenses/}
 * @param module the module, or a jar seen as one
 * @param folder the folder's name in the module: {@code META-INF/vane-ui}
 */
public record StaticRoot(String path, ModuleReference module, String folder) {

    /** Checks the form of the path and of the folder. */
    public StaticRoot {
        Objects.requireNonNull(module, "module");
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("path is '" + path + "', does not start and end with a slash");
        }
        if (folder.isEmpty() || folder.startsWith("/") || folder.endsWith("/")) {
            throw new IllegalArgumentException("folder is '" + folder + "', empty or with a slash at an end");
        }
    }
}
