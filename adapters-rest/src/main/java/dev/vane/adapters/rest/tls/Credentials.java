package dev.vane.adapters.rest.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate with its key, which belong together.
 *
 * @param chain the certificate, then its issuers
 * @param key its private key
 */
record Credentials(List<X509Certificate> chain, PrivateKey key) {

    private static final byte[] PROBE = {1, 2, 3};

    Credentials {
        chain = List.copyOf(chain);
    }

    /** What the two files hold. */
    record Pem(String certificate, String key) {

        /**
         * Reads the files.
         *
         * @throws UnusableException if one cannot be read
         */
        static Pem read(CertificateFiles files) {
            return new Pem(PemFiles.text(files.certificateFile()), PemFiles.text(files.privateKeyFile()));
        }

        @Override
        public String toString() {
            return "Pem[***]";
        }
    }

    /**
     * Takes them from what was read.
     *
     * @throws UnusableException if there is no certificate or no key in it, or the one is not of the other
     */
    static Credentials of(CertificateFiles files, Pem pem) {
        List<X509Certificate> chain = PemFiles.certificates(files.certificateFile(), pem.certificate());
        PublicKey certified = chain.getFirst().getPublicKey();
        PrivateKey key = PemFiles.key(files.privateKeyFile(), pem.key(), certified);
        require(belongs(key, certified), files.privateKeyFile(), files.certificateFile());
        return new Credentials(chain, key);
    }

    private static void require(boolean belongs, Path key, Path certificate) {
        if (!belongs) {
            throw new UnusableException(
                    "the key in " + key + " is not that of the first certificate in " + certificate);
        }
    }

    private static boolean belongs(PrivateKey key, PublicKey certified) {
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // whatever does not fit does not belong together
        }
    }

    /** When the first of its certificates expires: from then on nobody trusts it. */
    Instant expiry() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return shown();
    }

    /** Whom it is of, by whom and until when, for the log. */
    String shown() {
        X509Certificate own = chain.getFirst();
        return own.getSubjectX500Principal() + ", number "
                + own.getSerialNumber().toString(16) + ", until " + expiry();
    }
}
