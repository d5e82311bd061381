package dev.vane.adapters.rest.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A document as bytes, in the codings there are of it. Each coding has a strong entity tag of its own (RFC 9110, 8.8.3),
 * made from a hash of the plain bytes. Safe for use by several threads; gzip is made once, when it is first wanted.
 */
public final class Representation {

    /** Below this number of bytes compressing is not worth its header. */
    public static final int COMPRESSED_FROM = 1024;

    private static final int TAG_BYTES = 12;

    private final String contentType;
    private final String hash;
    private final Set<ContentCoding> codings;
    private final Map<ContentCoding, byte[]> bytes;

    private Representation(String contentType, Map<ContentCoding, byte[]> bytes, Set<ContentCoding> codings) {
        this.contentType = contentType;
        this.hash = hash(bytes.get(ContentCoding.IDENTITY));
        this.codings = codings;
        this.bytes = bytes;
    }

    /** A document that is compressed here if it is long enough. */
    public static Representation of(String contentType, byte[] plain) {
        Set<ContentCoding> codings = EnumSet.of(ContentCoding.IDENTITY);
        if (plain.length >= COMPRESSED_FROM) {
            codings.add(ContentCoding.GZIP);
        }
        return new Representation(contentType, new EnumMap<>(Map.of(ContentCoding.IDENTITY, plain)), codings);
    }

    /** A document with the codings that were made in the build; plain is one of them. */
    public static Representation precompressed(String contentType, Map<ContentCoding, byte[]> bytes) {
        return new Representation(contentType, new EnumMap<>(bytes), EnumSet.copyOf(bytes.keySet()));
    }

    /** The media type. */
    public String contentType() {
        return contentType;
    }

    /** The codings there are, the better one first. */
    public Set<ContentCoding> codings() {
        return EnumSet.copyOf(codings);
    }

    /** The entity tag in a coding, with its quotes. */
    public String entityTag(ContentCoding coding) {
        return coding == ContentCoding.IDENTITY ? '"' + hash + '"' : '"' + hash + '-' + coding.token() + '"';
    }

    /** The bytes in one of the {@link #codings()}; not to be changed. */
    public byte[] bytes(ContentCoding coding) {
        synchronized (bytes) {
            return bytes.computeIfAbsent(coding, missing -> gzip(bytes.get(ContentCoding.IDENTITY)));
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("gzip of " + plain.length + " bytes in memory failed", e);
        }
        return packed.toByteArray();
    }

    private static String hash(byte[] plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
