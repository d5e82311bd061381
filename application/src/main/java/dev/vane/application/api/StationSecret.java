package dev.vane.application.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Something that only the station and Vane know. It holds a digest alone, is in no text, and is compared in a time that does
 * not depend on what is the same in both: digests are of equal length. Immutable.
 */
public final class StationSecret {

    private final byte[] digest;

    private StationSecret(byte[] digest) {
        this.digest = digest;
    }

    /** Keeps the SHA-256 of a secret. */
    public static StationSecret of(String secret) {
        return new StationSecret(digest(secret));
    }

    /** Tells whether somebody knows it. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, digest(candidate));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "StationSecret[]";
    }
}
