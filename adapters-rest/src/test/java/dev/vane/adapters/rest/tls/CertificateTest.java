package dev.vane.adapters.rest.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.rest.tls.ThrowAwayCa.Issued;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {

    private static final Logger LOGGER = Logger.getLogger(Certificate.class.getName());

    private final ThrowAwayCa ca = new ThrowAwayCa();
    private final MeterRegistry registry = Metrics.globalRegistry();
    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void forget() {
        LOGGER.removeHandler(handler);
    }

    private CertificateFiles files() {
        return new CertificateFiles(folder.resolve("tls.crt"), folder.resolve("tls.key"), Duration.ofSeconds(10));
    }

    private Certificate read() {
        return Certificate.read(files(), Clock.systemUTC(), registry);
    }

    private double expiry() {
        return registry.gauge("vane.tls.certificate.expiry", List.of())
                .orElseThrow()
                .value()
                .doubleValue();
    }

    private static double seconds(Issued issued) {
        return issued.certificate().getNotAfter().toInstant().getEpochSecond();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void isReadWithAKeyInEitherForm(String algorithm) {
        Issued issued = ca.issue(algorithm);
        for (String key : List.of(issued.pkcs8(), issued.legacy())) {
            ca.mount(folder, issued, key);
            Credentials credentials = Credentials.of(files(), Credentials.Pem.read(files()));
            assertThat(credentials.key()).isEqualTo(issued.key());
            assertThat(credentials.chain()).hasSize(2).first().isEqualTo(issued.certificate());
        }
    }

    @Test
    void theOneInForceStaysWhenTheNewOneCannotBeUsed() throws IOException {
        Issued first = ca.issue("EC");
        ca.mount(folder, first, first.pkcs8());
        Certificate certificate = read();
        Issued other = ca.issue("EC", Instant.now().plus(Duration.ofHours(5)));

        ca.mount(folder, other, first.pkcs8());
        certificate.look();
        certificate.look();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("the certificate in force stays: the key in", "tls.key", "tls.crt");
        warnings.clear();

        ca.mount(folder, other, ca.issue("RSA").legacy());
        certificate.look();
        ca.mount(folder, other, other.pkcs8().substring(0, 100));
        certificate.look();
        ThrowAwayCa.mount(folder, ThrowAwayCa.pem(other.certificate()).substring(0, 200), other.pkcs8());
        certificate.look();
        ThrowAwayCa.mount(folder, "", other.pkcs8());
        certificate.look();
        Files.delete(folder.resolve("tls.crt"));
        certificate.look();
        certificate.look();
        assertThat(warnings).hasSize(5);
        assertThat(warnings.get(0)).contains("tls.key holds no private key of the kind of the certificate (EC)");
        assertThat(warnings.get(1)).contains("tls.key holds no private key in PEM");
        assertThat(warnings.get(2)).contains("tls.crt holds no certificate in PEM, or half of one");
        assertThat(warnings.get(3)).contains("tls.crt holds no certificate in PEM");
        assertThat(warnings.get(4)).contains("tls.crt does not exist");
        assertThat(expiry()).isEqualTo(seconds(first));

        ca.mount(folder, other, other.pkcs8());
        certificate.look();
        assertThat(warnings).hasSize(5);
        assertThat(expiry()).isEqualTo(seconds(other));
        assertThat(String.join("", warnings)).doesNotContain(other.pkcs8().substring(60, 90));
    }

    @Test
    void anExpiredOneIsServedWithAWarning() {
        Issued expired = ca.issue("EC", Instant.now().minus(Duration.ofHours(1)));
        ca.mount(folder, expired, expired.pkcs8());
        read();
        assertThat(warnings).singleElement().asString().contains("tls.crt", "expired at");
        assertThat(expiry()).isEqualTo(seconds(expired));
    }

    @Test
    void theStartFailsWithoutAFileAndNamesIt() throws IOException {
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(folder.resolve("tls.crt") + " does not exist");
        Issued issued = ca.issue("EC");
        ca.mount(folder, issued, issued.pkcs8());
        Files.delete(folder.resolve("tls.key"));
        assertThatThrownBy(this::read).hasMessage(folder.resolve("tls.key") + " does not exist");
    }

    @Test
    void aHandshakeHasAChainAndAKeyOfOneGenerationAlsoWhenTheyChangeInBetween() {
        Issued first = ca.issue("EC");
        Issued second = ca.issue("EC");
        RotatingKeyManager keys = new RotatingKeyManager(credentials(first));
        String begun = keys.chooseServerAlias("EC", null, null);
        keys.use(credentials(second));
        assertThat(keys.getCertificateChain(begun)).containsExactly(first.certificate());
        assertThat(keys.getPrivateKey(begun)).isEqualTo(first.key());
        String next = keys.chooseServerAlias("EC", null, null);
        assertThat(keys.getCertificateChain(next)).containsExactly(second.certificate());
        assertThat(keys.getPrivateKey(next)).isEqualTo(second.key());
        assertThat(keys.chooseServerAlias("RSA", null, null)).isNull();
    }

    private static Credentials credentials(Issued issued) {
        return new Credentials(List.of(issued.certificate()), issued.key());
    }
}
