package dev.vane.adapters.sqlite.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Packed observations come back as they were, whole or in part; damage is noticed. */
class ObservationFormatTest {

    private static final List<ObservationColumn> ALL = ObservationColumn.ALL;
    private static final int SAMPLES = 200;

    private final RandomReadings readings = RandomReadings.seeded();

    @Test
    void bringsEveryNumberBack() throws DamagedForecastException {
        for (int i = 0; i < SAMPLES; i++) {
            Readings before = readings.next();

            Readings back = ObservationUnpacker.unpack(ObservationPacker.pack(before), ALL);

            assertThat(back.times()).isEqualTo(before.times());
            for (int column = 0; column < ALL.size(); column++) {
                assertThat(back.values(column)).as("%s", ALL.get(column)).isEqualTo(before.values(column));
            }
        }
    }

    @Test
    void bringsBackTheColumnsAskedForInTheirOrder() throws DamagedForecastException {
        List<ObservationColumn> some = List.of(ALL.getLast(), ALL.getFirst(), ALL.getLast());
        for (int i = 0; i < SAMPLES; i++) {
            Readings before = readings.next();

            Readings back = ObservationUnpacker.unpack(ObservationPacker.pack(before), some);

            assertThat(back.columns()).isEqualTo(some);
            assertThat(back.times()).isEqualTo(before.times());
            assertThat(back.values(0)).isEqualTo(before.values(ALL.size() - 1));
            assertThat(back.values(1)).isEqualTo(before.values(0));
            assertThat(back.values(2)).isEqualTo(before.values(ALL.size() - 1));
        }
    }

    @Test
    void bringsNumbersOfEveryLengthBack() throws DamagedForecastException {
        long[] values = LongStream.rangeClosed(0, 62)
                .flatMap(shift -> LongStream.of(1L << shift, -(1L << shift), (1L << shift) - 1, 0))
                .toArray();
        ModelledOutput out = new ModelledOutput();
        for (long value : values) {
            out.number(value);
        }
        byte[] packed = out.toByteArray();
        ModelledInput in = new ModelledInput(packed, 0, packed.length);

        for (long value : values) {
            assertThat(in.unsigned()).isEqualTo(value);
        }
        in.requireEnd();
    }

    @Test
    void noticesEveryFlippedBitAndEveryCut() {
        byte[] packed = ObservationPacker.pack(sample());
        for (int bit = 0; bit < packed.length * 8; bit++) {
            byte[] flipped = packed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> ObservationUnpacker.unpack(flipped, ALL))
                    .as("bit %d flipped", bit)
                    .isInstanceOf(DamagedForecastException.class);
        }
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> ObservationUnpacker.unpack(cut, ALL))
                    .as("cut to %d", length)
                    .isInstanceOf(DamagedForecastException.class);
        }
    }

    @Test
    void namesTheVersionOfANewerFormat() {
        byte[] newer = ObservationPacker.pack(sample());
        newer[0] = 2;

        assertThatThrownBy(() -> ObservationUnpacker.unpack(newer, ALL))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("their format is version 2, expected 1");
    }

    @Test
    void noticesBytesLeftOverUnderARightChecksum() {
        byte[] packed = ObservationPacker.pack(sample());

        assertThatThrownBy(() -> ObservationUnpacker.unpack(sealed(Arrays.copyOf(packed, packed.length + 3)), ALL))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("3 bytes are left over at its end");
    }

    @Test
    void comesToAnEndWhateverTheContentIs() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] sample = ObservationPacker.pack(sample());
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = sample.clone();
            for (int change = 0; change < 1 + i % 5; change++) {
                changed[5 + random.nextInt(changed.length - 5)] = (byte) random.nextInt();
            }
            try {
                assertThat(ObservationUnpacker.unpack(sealed(changed), ALL).size())
                        .isLessThanOrEqualTo(ObservationPacker.MOST);
            } catch (DamagedForecastException damaged) {
                assertThat(damaged).as("seed %s", seed).message().isNotBlank();
            }
        }
    }

    private static Readings sample() {
        Readings.Builder sample = new Readings.Builder(ALL, 0);
        for (int i = 0; i < 30; i++) {
            sample.next(3_600_000L * i);
            sample.set(0, 3_600_000);
            sample.set(5, 10L * (i % 7));
            if (i % 4 > 0) {
                sample.set(9, 1000 - i);
            }
        }
        return sample.build();
    }

    /** With the checksum that it must have. */
    private static byte[] sealed(byte[] bytes) {
        ByteBuffer.wrap(bytes, 1, 4).putInt(ObservationPacker.checksum(bytes, ObservationPacker.HEADER_BYTES));
        return bytes;
    }
}
