package dev.vane.adapters.rest.tls;

import dev.vane.adapters.rest.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/** A certificate authority that lives for a test, and folders of its certificates as Kubernetes mounts a Secret. */
public final class ThrowAwayCa {

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String ECDSA_SHA256 = "300a06082a8648ce3d040302";
    private static final String IS_CA = "300f0603551d130101ff040530030101ff";

    /** For localhost and 127.0.0.1. */
    private static final String NAMES = "301a0603551d1104133011" + "82096c6f63616c686f7374" + "87047f000001";

    private final AtomicLong serials = new AtomicLong(1);
    private final X500Principal name = new X500Principal("CN=throw-away");
    private final KeyPair keys = pair("EC");
    private final X509Certificate root = issue(keys, name, IS_CA, Instant.now().plus(Duration.ofDays(2)));

    /** A certificate and its key. */
    public record Issued(X509Certificate certificate, PrivateKey key) {

        /** The number of the certificate. */
        public BigInteger serial() {
            return certificate.getSerialNumber();
        }

        /** The key as PKCS #8. */
        public String pkcs8() {
            return pem("PRIVATE KEY", key.getEncoded());
        }

        /** The key as PKCS #1 or SEC 1: what PKCS #8 has wrapped. */
        public String legacy() {
            byte[] pkcs8 = key.getEncoded();
            boolean rsa = key.getAlgorithm().equals("RSA");
            // the last element, an OCTET STRING, begins after version and algorithm
            int from = rsa ? 26 : 28;
            return pem(key.getAlgorithm() + " PRIVATE KEY", Arrays.copyOfRange(pkcs8, from, pkcs8.length));
        }
    }

    /** Issues a certificate of an "EC" or "RSA" key. */
    public Issued issue(String algorithm) {
        return issue(algorithm, Instant.now().plus(Duration.ofDays(1)));
    }

    /** Issues one that expires then. */
    public Issued issue(String algorithm, Instant expiry) {
        KeyPair pair = pair(algorithm);
        return new Issued(issue(pair, new X500Principal("CN=vane"), NAMES, expiry), pair.getPrivate());
    }

    /** What a client needs that trusts this authority alone; a new one resumes no session. */
    public SSLContext client() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", root);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The two files in a folder that {@link #mount} fills. */
    public static ServerSettings.Tls files(Path folder) {
        return new ServerSettings.Tls(folder.resolve("tls.crt"), folder.resolve("tls.key"), Duration.ofMillis(20));
    }

    /** Puts a certificate, with its root, and a key into a folder, as the kubelet does it: one link is changed. */
    public void mount(Path folder, Issued issued, String key) {
        String chain = pem(issued.certificate()) + pem(root);
        mount(folder, chain, key);
    }

    /** Puts texts there instead. */
    public static void mount(Path folder, String certificate, String key) {
        try {
            Path version = Files.createTempDirectory(folder, "..version");
            Files.writeString(version.resolve("tls.crt"), certificate);
            Files.writeString(version.resolve("tls.key"), key);
            Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), version.getFileName());
            Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
            for (String file : new String[] {"tls.crt", "tls.key"}) {
                if (!Files.isSymbolicLink(folder.resolve(file))) {
                    Files.createSymbolicLink(folder.resolve(file), Path.of("..data", file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A certificate as PEM. */
    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 5280, 4.1. */
    private X509Certificate issue(KeyPair pair, X500Principal subject, String extension, Instant expiry) {
        try {
            byte[] algorithm = HexFormat.of().parseHex(ECDSA_SHA256);
            byte[] content = der(
                    0x30,
                    der(0xa0, new byte[] {2, 1, 2}),
                    der(0x02, BigInteger.valueOf(serials.getAndIncrement()).toByteArray()),
                    algorithm,
                    name.getEncoded(),
                    der(0x30, time(Instant.now().minus(Duration.ofDays(30))), time(expiry)),
                    subject.getEncoded(),
                    pair.getPublic().getEncoded(),
                    der(0xa3, der(0x30, HexFormat.of().parseHex(extension))));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] certificate = der(0x30, content, algorithm, der(0x03, new byte[] {0}, signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] time(Instant time) {
        return der(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        out.write(tag);
        if (length >= 0x100) {
            out.write(0x82);
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
