package dev.vane.adapters.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({"plain, plain", "a+b, a b", "a%2Bb, a+b", "%C5%81%c3%b3d%C5%BA, Łódź", "%F0%9F%8C%A7, 🌧"})
    void decodesUtf8(String raw, String text) {
        assertThat(PercentEncoding.decode(raw)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%", "%4", "%4g", "%g4", "%%41", "%-1", "% 1"})
    void refusesHalfOfAnEscape(String raw) {
        assertThatThrownBy(() -> PercentEncoding.decode(raw)).hasMessageContaining("percent sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C3", "%C3%28", "%C0%AF", "%E2%82", "%ED%A0%80", "%F5%80%80%80"})
    void refusesWhatIsNotUtf8(String raw) {
        assertThatThrownBy(() -> PercentEncoding.decode(raw)).hasMessage("is not UTF-8");
    }

    @Test
    void readsWhatTheJdkWrites() {
        long seed = new Random().nextLong();
        System.out.println("PercentEncodingTest: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            String text = random.ints(8, 0, 0x10FFFF)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(PercentEncoding.decode(URLEncoder.encode(text, StandardCharsets.UTF_8)))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }
}
