package dev.vane.adapters.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.CountingMeter;
import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.http.HttpAnswer.Broken;
import dev.vane.adapters.sources.http.HttpAnswer.Content;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredHttpTest {

    private final StubProvider stub = StubProvider.start().answer("/x", StubAnswer.json("{}"));
    private final ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK);
    private final URI resource = URI.create(stub.baseUrl() + "/x");

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    @Test
    void takesLeaveOfEachCallWithItsWeight() {
        CountingMeter meter = CountingMeter.open();
        http.metered(meter).get(resource);
        http.metered(meter, 6).exchange(resource, Map.of());
        assertThat(meter.asked()).containsExactly(1, 6);
        assertThat(stub.calls()).isEqualTo(2);
    }

    @Test
    void makesNoCallThatItHasNoLeaveFor() {
        MeteredHttp metered = http.metered(CountingMeter.granting(1));
        assertThat(metered.get(resource)).isEqualTo(new Content("{}"));
        assertThat(metered.get(resource)).isEqualTo(new Broken(CountingMeter.SPENT));
        HttpExchange refused = metered.exchange(resource, Map.of());
        assertThat(refused.answer()).isEqualTo(new Broken(CountingMeter.SPENT));
        assertThat(refused.status()).isEmpty();
        assertThat(stub.calls()).isEqualTo(1);
    }

    @Test
    void takesNoCallForLessThanOne() {
        CountingMeter meter = CountingMeter.open();
        assertThatThrownBy(() -> http.metered(meter, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0, below 1");
    }
}
