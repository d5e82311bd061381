package dev.vane.adapters.sources.metnorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

    private static final RememberedAnswer ANSWER = RememberedAnswer.of("then", Instant.EPOCH, "Tromsø {}");

    private static URI address(int number) {
        return URI.create("https://weather.example/" + number);
    }

    @Test
    void givesBackWhatItWasGiven() {
        AnswerMemory memory = new AnswerMemory(10, 1000);
        memory.keep(address(1), ANSWER);
        assertThat(memory.of(address(1)).orElseThrow().text()).isEqualTo("Tromsø {}");
        assertThat(memory.of(address(2))).isEmpty();
    }

    @Test
    void holdsNoMoreAnswersThanItMay() {
        AnswerMemory memory = new AnswerMemory(3, 1_000_000);
        for (int i = 0; i < 5; i++) {
            memory.keep(address(i), ANSWER);
        }
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.of(address(1))).isEmpty();
        assertThat(memory.of(address(2))).contains(ANSWER);
    }

    @Test
    void holdsNoMoreBytesThanItMay() {
        AnswerMemory memory = new AnswerMemory(100, 3L * ANSWER.bytes());
        for (int i = 0; i < 5; i++) {
            memory.keep(address(i), ANSWER);
            memory.keep(address(i), ANSWER.confirmed("later"));
        }
        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.bytes()).isEqualTo(3L * ANSWER.bytes());
        assertThat(memory.of(address(1))).isEmpty();
    }

    @Test
    void countsWhatItForgets() {
        AnswerMemory memory = new AnswerMemory(10, 1000);
        memory.keep(address(1), ANSWER);
        memory.forget(address(1));
        memory.forget(address(1));
        assertThat(memory.size()).isZero();
        assertThat(memory.bytes()).isZero();
    }
}
