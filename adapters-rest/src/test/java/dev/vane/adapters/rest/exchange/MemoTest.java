package dev.vane.adapters.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoTest {

    private final Memo<String> memo = new Memo<>();
    private final AtomicInteger made = new AtomicInteger();

    private String of(String text) {
        return memo.of(text, key -> key + made.incrementAndGet());
    }

    @Test
    void makesItOnce() {
        assertThat(of("a")).isEqualTo("a1");
        assertThat(of("b")).isEqualTo("b2");
        assertThat(of("a")).isEqualTo("a1");
    }

    @Test
    void holdsNoMoreThanItsLimitHoweverManyComeAndHoweverLong() {
        for (int i = 0; i < 5000; i++) {
            of("text " + i);
            assertThat(memo.size()).isBetween(1, 512);
        }
        int before = memo.size();
        of("x".repeat(513));
        assertThat(memo.size()).isEqualTo(before);
    }

    @Test
    void doesNotRememberAFailure() {
        assertThatThrownBy(() -> memo.of("a", text -> {
                    throw new IllegalArgumentException(text);
                }))
                .hasMessage("a");
        assertThat(of("a")).isEqualTo("a1");
    }
}
