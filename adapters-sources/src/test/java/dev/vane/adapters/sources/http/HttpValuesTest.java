package dev.vane.adapters.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.spi.SourceReply.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpValuesTest {

    private static final Instant NOW = Instant.parse("2015-10-21T07:27:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 7 ', PT7S",
        "'Wed, 21 Oct 2015 07:28:00 GMT', PT1M",
        "'Wed, 21 Oct 2015 07:00:00 GMT', PT0S",
        "999999999999999, P1D",
        "'Tue, 31 Dec 2999 23:59:59 GMT', P1D"
    })
    void readsRetryAfterAsSecondsAndAsADate(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999999", "2015-10-21T07:28:00Z"})
    void ignoresARetryAfterThatIsNeither(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void readsTheDateOfAHeader() {
        assertThat(HttpDate.parse(" Wed, 21 Oct 2015 07:27:00 GMT")).contains(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "2015-10-21T07:27:00Z", "Thu, 21 Oct 2015 07:27:00 GMT", "Wed, 32 Oct 2015"})
    void takesNothingElseForADate(String header) {
        assertThat(HttpDate.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "302, MALFORMED",
        "400, REJECTED",
        "401, UNAUTHORIZED",
        "403, UNAUTHORIZED",
        "404, REJECTED",
        "408, TIMED_OUT",
        "422, REJECTED",
        "429, RATE_LIMITED",
        "500, PROVIDER_ERROR",
        "503, PROVIDER_ERROR",
        "599, PROVIDER_ERROR"
    })
    void givesEachStatusAReason(int status, Reason reason) {
        assertThat(StatusReason.of(status)).isEqualTo(reason);
    }

    @Test
    void printsASecretAsStars() {
        Secret secret = Secret.of(" s3cr3t+/=\n");
        assertThat(secret.reveal()).isEqualTo("s3cr3t+/=");
        assertThat(secret)
                .hasToString("***")
                .isEqualTo(Secret.of("s3cr3t+/="))
                .hasSameHashCodeAs(Secret.of("s3cr3t+/="));
        assertThat(secret.redact("a S3CR3T+/= b s3cr3t%2B%2F%3d c")).isEqualTo("a *** b *** c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "one two", "line\u0007bell", "t\u00f6ken"})
    void refusesATokenThatIsNoneWithoutShowingIt(String token) {
        assertThatThrownBy(() -> Secret.of(token))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith("the token ")
                        .doesNotContain("one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://x.example",
                "x.example/api",
                "http:///path",
                "https://user:pw@x.example",
                "https://x.example?key=abc",
                "https://x.example/#abc"
            })
    void refusesABaseUrlThatIsNone(String url) {
        assertThatThrownBy(() -> BaseUrl.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("base URL")
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).doesNotContain("pw").doesNotContain("abc"));
    }

    @Test
    void encodesWhatItPutsIntoAnAddress() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("zone", "Europe/Berlin");
        query.put("names", "a,b");
        query.put("odd", "x&y=z #");
        assertThat(BaseUrl.of("https://x.example/api/").resource("/v1", query))
                .isEqualTo(URI.create("https://x.example/api/v1?zone=Europe%2FBerlin&names=a,b&odd=x%26y%3Dz+%23"));
    }

    @Test
    void cleansWhatAProviderSays() {
        assertThat(ProviderText.clean(" no\r\n\u0000city\u001b[31m <b>found</b><script "))
                .isEqualTo("no city [31m found");
        String shortened = ProviderText.clean("😀".repeat(300));
        assertThat(shortened).hasSizeLessThanOrEqualTo(200).endsWith("😀…");
    }

    @Test
    void refusesSettingsWithoutLimits() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new HttpSettings("vane\r\nX: y", second, second, 1))
                .hasMessageContaining("user agent");
        assertThatThrownBy(() -> new HttpSettings("vane", Duration.ZERO, second, 1))
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new HttpSettings("vane", second, second.negated(), 1))
                .hasMessageContaining("PT-1S");
        assertThatThrownBy(() -> new HttpSettings("vane", second, second, 0)).hasMessageContaining("0 bytes");
    }

    @Test
    void pinsTheDefaultLimits() {
        HttpSettings settings = HttpSettings.standard("1", URI.create("https://vane.example"));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.totalTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.maximumBytes()).isEqualTo(4_194_304);
    }
}
