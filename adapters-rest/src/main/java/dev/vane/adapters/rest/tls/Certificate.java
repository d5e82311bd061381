package dev.vane.adapters.rest.tls;

import io.helidon.common.tls.Tls;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * The certificate of the listener of the API, which changes with its files and without a restart.
 *
 * <p>The files are compared by content, at an interval: Kubernetes changes a Secret's files by one symbolic link above
 * them, of which a watch on the files hears nothing. A pair that cannot be used (half written, or a key that is not the
 * certificate's) changes nothing and is logged once; it is looked at again at the next interval. Connections that are there
 * go on; new handshakes see the new certificate. When the one in force expires is the gauge {@code
 * vane_tls_certificate_expiry_seconds}, and an expired one is served with a warning: a client that trusts it is better off
 * than without an answer.
 *
 * <p>TLS 1.2 and 1.3 are spoken. Safe for use by several threads.
 */
public final class Certificate implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Certificate.class.getName());
    private static final String GAUGE = "vane.tls.certificate.expiry";

    /** How long a session may be resumed, which shows its client no certificate. */
    private static final Duration SESSION = Duration.ofHours(1);

    private final CertificateFiles files;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final RotatingKeyManager keys;
    private final Tls tls;
    private volatile Credentials current;
    private Credentials.Pem inForce;
    private String complaint = "";

    private Certificate(CertificateFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.inForce = Credentials.Pem.read(files);
        this.current = Credentials.of(files, inForce);
        this.keys = new RotatingKeyManager(current);
        this.tls = tls(keys);
        warnIfExpired();
    }

    /**
     * Reads it, and tells a registry when it expires.
     *
     * @throws IllegalStateException if a file cannot be read, or they are no certificate with its key
     */
    public static Certificate read(CertificateFiles files, Clock clock, MeterRegistry registry) {
        Certificate certificate = new Certificate(files, clock);
        registry.remove(GAUGE, List.of()); // of an earlier server in this process
        registry.getOrCreate(
                Gauge.builder(GAUGE, certificate, now -> now.current.expiry().getEpochSecond())
                        .baseUnit("seconds")
                        .description("When the certificate of the API expires, in seconds since 1970"));
        LOG.log(Level.INFO, "serving with the certificate of " + certificate.current.shown());
        return certificate;
    }

    private static Tls tls(RotatingKeyManager keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, new TrustManager[0], null);
            context.getServerSessionContext().setSessionTimeout((int) SESSION.toSeconds());
            return Tls.builder()
                    .sslContext(context)
                    .enabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do TLS", e);
        }
    }

    /** What a listener needs for it. */
    public Tls tls() {
        return tls;
    }

    /** Looks at the files from now on, until it is closed. */
    public void watch() {
        Thread.ofVirtual().name("certificate").start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(files.reloadInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the files once, and takes what they hold if it is new and can be used. */
    synchronized void look() {
        try {
            Credentials.Pem pem = Credentials.Pem.read(files);
            if (!pem.equals(inForce)) {
                Credentials next = Credentials.of(files, pem);
                keys.use(next);
                current = next;
                inForce = pem;
                LOG.log(Level.INFO, "serving with the new certificate of " + next.shown());
                warnIfExpired();
            }
            complaint = "";
        } catch (UnusableException e) {
            complain(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot look at the certificate", e);
        }
    }

    private void complain(UnusableException e) {
        if (!complaint.equals(e.getMessage())) { // and not at each interval
            complaint = e.getMessage();
            LOG.log(Level.WARNING, "the certificate in force stays: " + complaint);
        }
    }

    private void warnIfExpired() {
        if (current.expiry().isBefore(clock.instant())) {
            LOG.log(Level.WARNING, "the certificate in " + files.certificateFile() + " expired at " + current.expiry());
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        closing.countDown();
    }
}
