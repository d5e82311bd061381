package dev.vane.bootstrap;

import dev.vane.adapters.rest.StaticRoot;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The modules whose static files are served: the page, and the licences of what it all is made of. */
final class StaticModules {

    private StaticModules() {}

    /** The files of the running program. */
    static List<StaticRoot> ofProgram() {
        return roots(name -> ModuleLayer.boot().configuration().findModule(name).map(ResolvedModule::reference));
    }

    /** The files of modules that a finder finds. */
    static List<StaticRoot> of(ModuleFinder finder) {
        return roots(finder::find);
    }

    private static List<StaticRoot> roots(Function<String, Optional<ModuleReference>> find) {
        return List.of(
                new StaticRoot("/", require("dev.vane.ui", find), "META-INF/vane-ui"),
                new StaticRoot("/licenses/", require("dev.vane.bootstrap", find), "META-INF/vane-legal"));
    }

    private static ModuleReference require(String name, Function<String, Optional<ModuleReference>> find) {
        return find.apply(name)
                .orElseThrow(() -> new IllegalStateException("module " + name + " is not part of the program"));
    }
}
