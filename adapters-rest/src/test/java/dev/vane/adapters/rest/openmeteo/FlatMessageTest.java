package dev.vane.adapters.rest.openmeteo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.place.Coordinates;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The content is for Open-Meteo's own libraries to read (ops/clients/openmeteo); here is what holds messages together. */
class FlatMessageTest {

    private static final Instant START = Instant.parse("2026-03-10T00:00:00Z");

    /** Messages stand one behind the other, and readers look at their floats and longs in place: each begins at a multiple of 8. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 24, 168})
    void beginsWithItsLengthAndEndsAligned(int count) {
        byte[] message = FlatMessage.of(report(count, "Europe/Berlin"));
        int length = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt();
        assertThat(message).hasSize(length + Integer.BYTES);
        assertThat(message.length % Long.BYTES).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, true", "UTC, false"})
    void namesTheZoneUnlessItIsUniversal(String zone, boolean named) {
        String message = new String(FlatMessage.of(report(1, zone)), StandardCharsets.ISO_8859_1);
        assertThat(message.contains(zone)).isEqualTo(named);
    }

    @Test
    void hasTheNumbersOfAggregationsOfTheSchema() {
        assertThat(List.of(Aggregation.values()))
                .extracting(Aggregation::code)
                .containsExactly((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 9, (byte) 10, (byte) 11);
    }

    private static Report report(int count, String zone) {
        TimeAxis axis = new TimeAxis(START, count, Duration.ofHours(1));
        List<Column> columns = IntStream.range(0, 3)
                .mapToObj(i -> List.of("temperature_2m", "sunrise", "cape").get(i))
                .map(VariableName::parse)
                .map(name -> Column.of(name, name.unit(), count, i -> i % 2 == 0 ? i : Double.NaN))
                .toList();
        return new Report(
                new Coordinates(52.5, 13.4),
                OptionalDouble.empty(),
                ClientZone.of(ZoneId.of(zone), START),
                1,
                List.of(),
                List.of(new Report.Section("hourly", axis, columns)));
    }
}
