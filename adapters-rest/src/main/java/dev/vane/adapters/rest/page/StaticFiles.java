package dev.vane.adapters.rest.page;

import dev.vane.adapters.rest.exchange.ContentCoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The static files by their paths. All of them are known from the start, and a path is only looked up, so no path leads
 * outside of the folders. Immutable.
 */
public final class StaticFiles {

    private final Map<String, StaticFile> files;

    private StaticFiles(Map<String, StaticFile> files) {
        this.files = Map.copyOf(files);
    }

    /** No file. */
    public static StaticFiles none() {
        return new StaticFiles(Map.of());
    }

    /**
     * These files and those of a folder of a module; a file {@code x.gz} or {@code x.br} beside {@code x} is a coding of
     * it and has no path of its own.
     *
     * @param path where the folder appears, starting and ending with a slash
     * @param module the module
     * @param folder the folder's name in the module, without a slash at its end
     */
    public StaticFiles and(String path, ModuleReference module, String folder) {
        Map<String, StaticFile> all = new HashMap<>(files);
        Set<String> names = names(module, folder + "/");
        for (String name : names) {
            if (!isCodingOfAnother(name, names)) {
                String below = name.substring(folder.length() + 1);
                all.put(path + below, new StaticFile(module, name, codings(name, names)));
            }
        }
        return new StaticFiles(all);
    }

    private static Set<String> names(ModuleReference module, String prefix) {
        try (ModuleReader reader = module.open();
                Stream<String> names = reader.list()) {
            return names.filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot list module " + module.descriptor().name(), e);
        }
    }

    private static boolean isCodingOfAnother(String name, Set<String> names) {
        return Stream.of(ContentCoding.GZIP, ContentCoding.BROTLI)
                .map(ContentCoding::suffix)
                .anyMatch(suffix ->
                        name.endsWith(suffix) && names.contains(name.substring(0, name.length() - suffix.length())));
    }

    private static Set<ContentCoding> codings(String name, Set<String> names) {
        Set<ContentCoding> codings = EnumSet.noneOf(ContentCoding.class);
        for (ContentCoding coding : ContentCoding.values()) {
            if (names.contains(name + coding.suffix())) {
                codings.add(coding);
            }
        }
        return codings;
    }

    /** How many files there are. */
    public int size() {
        return files.size();
    }

    Optional<StaticFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
