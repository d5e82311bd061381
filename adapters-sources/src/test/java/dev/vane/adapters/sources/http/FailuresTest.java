package dev.vane.adapters.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    /** As the JDK reports a plaintext answer about once in 150 times. */
    @Test
    void aFailureOfTlsIsOneHoweverItIsWrapped() {
        SSLException tls = new SSLException("Unrecognized SSL message");
        IOException noBytes = new IOException("header parser received no bytes", tls);

        assertThat(Failures.cause(new ExecutionException(new IOException("Too many retries", noBytes))))
                .isSameAs(tls);
        assertThat(Failures.cause(new ExecutionException(noBytes))).isSameAs(tls);
    }

    @Test
    void whatTheJdkSaysOfItsOwnAttemptsIsLeftOut() {
        IOException closed = new IOException("header parser received no bytes");

        assertThat(Failures.cause(new ExecutionException(new IOException("Too many retries", closed))))
                .isSameAs(closed);
    }

    @Test
    void otherCausesStandForThemselves() {
        ConnectException refused = new ConnectException("refused");

        assertThat(Failures.cause(new ExecutionException(refused))).isSameAs(refused);
    }
}
