package dev.vane.adapters.rest.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a certificate and its key from what two PEM files (RFC 7468) hold. A key is PKCS #8 ({@code PRIVATE KEY}, RFC 5958),
 * PKCS #1 ({@code RSA PRIVATE KEY}, RFC 8017) or SEC 1 ({@code EC PRIVATE KEY}, RFC 5915); those two are what cert-manager
 * writes unless told otherwise. Messages name the file and never show what is in it.
 */
final class PemFiles {

    private static final int MOST_BYTES = 48 * 1024;
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private PemFiles() {}

    /**
     * The text of a file.
     *
     * @throws UnusableException if it cannot be read, or is no certificate by its size alone
     */
    static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnusableException(file + " has more than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1); // PEM is ASCII; nothing else fails to be read
        } catch (NoSuchFileException e) {
            throw new UnusableException(file + " does not exist", e);
        } catch (IOException e) {
            throw new UnusableException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** The certificates in a file, the server's own first. */
    static List<X509Certificate> certificates(Path file, String pem) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new UnusableException(file + " holds no certificate in PEM");
            }
            return chain;
        } catch (CertificateException e) {
            throw new UnusableException(file + " holds no certificate in PEM, or half of one", e);
        }
    }

    /** The key in a file, for a certificate with this public key. */
    static PrivateKey key(Path file, String pem, PublicKey of) {
        Matcher found = KEY.matcher(pem);
        if (!found.find()) {
            throw new UnusableException(file + " holds no private key in PEM that is not encrypted");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(found.group(2));
            byte[] encoded = found.group(1).equals("PRIVATE KEY") ? der : wrapped(der, of);
            return KeyFactory.getInstance(of.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableException(
                    file + " holds no private key of the kind of the certificate (" + of.getAlgorithm() + ")", e);
        }
    }

    /**
     * PKCS #8 around a key of one algorithm. What names the algorithm, with its curve, stands in the public key as it does
     * here: SubjectPublicKeyInfo begins with the same AlgorithmIdentifier (RFC 5280, 4.1).
     */
    private static byte[] wrapped(byte[] key, PublicKey of) {
        byte[] info = of.getEncoded();
        int from = content(info, 0);
        byte[] identifier = Arrays.copyOfRange(info, from, content(info, from) + length(info, from));
        return element(SEQUENCE, VERSION_0, identifier, element(OCTET_STRING, key));
    }

    /** Where the content of the DER element at a position begins. */
    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int i = at + 2; i < content(der, at); i++) {
            length = (length << 8) | (der[i] & 0xff);
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        out.write(tag);
        if (length >= 0x100) {
            out.write(0x82); // two bytes are enough for a file of this size
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
