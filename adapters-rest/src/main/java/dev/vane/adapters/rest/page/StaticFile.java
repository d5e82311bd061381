package dev.vane.adapters.rest.page;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.ContentCoding;
import dev.vane.adapters.rest.exchange.Representation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file of a module, read when it is first asked for and kept: a browser asks for each of them only once, so what is never
 * asked for costs nothing. Safe for use by several threads.
 */
final class StaticFile {

    /** A name that changes with its content, as Vite makes them: {@code assets/index-B8x1_fQz.js}. */
    private static final Pattern HASHED = Pattern.compile("(.*/)?assets/.*-[A-Za-z0-9_-]{8,}\\.[a-z0-9]+");

    private final ModuleReference module;
    private final String name;
    private final Set<ContentCoding> codings;
    private volatile Optional<Representation> kept = Optional.empty();

    /**
     * Creates it.
     *
     * @param module what holds it
     * @param name its name in the module
     * @param codings the codings in which it is there, plain among them
     */
    StaticFile(ModuleReference module, String name, Set<ContentCoding> codings) {
        this.module = module;
        this.name = name;
        this.codings = Set.copyOf(codings);
    }

    Answer.Caching caching() {
        return HASHED.matcher(name).matches() ? Answer.Caching.IMMUTABLE : Answer.Caching.REVALIDATED;
    }

    Representation representation() {
        Optional<Representation> known = kept;
        if (known.isPresent()) {
            return known.get();
        }
        Representation read = read();
        kept = Optional.of(read);
        return read;
    }

    private Representation read() {
        Map<ContentCoding, byte[]> bytes = new EnumMap<>(ContentCoding.class);
        try (ModuleReader reader = module.open()) {
            for (ContentCoding coding : codings) {
                bytes.put(coding, bytes(reader, name + coding.suffix()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + name + " of " + module.descriptor().name(), e);
        }
        String mediaType = MediaTypes.of(name);
        return codings.size() > 1 || !MediaTypes.compressible(mediaType)
                ? Representation.precompressed(mediaType, bytes)
                : Representation.of(mediaType, bytes.get(ContentCoding.IDENTITY));
    }

    private static byte[] bytes(ModuleReader reader, String name) throws IOException {
        try (InputStream stream =
                reader.open(name).orElseThrow(() -> new IOException("there is no " + name + " any more"))) {
            return stream.readAllBytes();
        }
    }
}
