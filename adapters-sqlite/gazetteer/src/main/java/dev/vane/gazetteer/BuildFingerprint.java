package dev.vane.gazetteer;

import dev.vane.domain.place.FoldedName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a gazetteer was built from and by: the lock file, the builder's code and the JDK, whose names of countries it
 * holds. Kept in a file beside the gazetteer, not in it, so that the gazetteer's bytes follow from the data alone.
 *
 * @param hash SHA-256 in hexadecimal
 */
record BuildFingerprint(String hash) {

    /** All that decides what is written; a test finds a class that is missing here. */
    static final List<Class<?>> CODE = List.of(
            BuildFingerprint.class,
            BuildGazetteer.class,
            NpmPackages.class,
            FoldedName.class,
            GeoNamesTown.class,
            Areas.class,
            Area.class,
            AreaNames.class,
            AreaTokens.class,
            AreaUpdate.class,
            JsonRows.class,
            SearchWords.class,
            GazetteerWriter.class,
            GazetteerCheck.class);

    /** The fingerprint of a build with a lock file by this code on this JDK. */
    static BuildFingerprint of(Path lock) throws IOException {
        MessageDigest digest = sha256();
        digest.update(Files.readAllBytes(lock));
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        for (Class<?> type : CODE) {
            digest.update(resource(type, type.getSimpleName() + ".class"));
        }
        for (String name : List.of(GazetteerWriter.SCHEMA, AreaNames.ALIASES)) {
            digest.update(resource(BuildFingerprint.class, name));
        }
        return new BuildFingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] resource(Class<?> type, String name) throws IOException {
        try (InputStream bytes = type.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " is not beside " + type.getName());
            }
            return bytes.readAllBytes();
        }
    }

    /** Whether a gazetteer exists and was built with this fingerprint. */
    boolean isOf(Path gazetteer) throws IOException {
        Path file = beside(gazetteer);
        return Files.exists(gazetteer)
                && Files.exists(file)
                && Files.readString(file).equals(hash);
    }

    /** Remembers that a gazetteer was built with this fingerprint. */
    void writeBeside(Path gazetteer) throws IOException {
        Files.writeString(beside(gazetteer), hash);
    }

    private static Path beside(Path gazetteer) {
        return gazetteer.resolveSibling(gazetteer.getFileName() + ".fingerprint");
    }
}
