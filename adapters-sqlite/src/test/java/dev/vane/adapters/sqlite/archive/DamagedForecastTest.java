package dev.vane.adapters.sqlite.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.spi.ArchiveSamples;
import dev.vane.domain.weather.Run;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Damaged bytes give an error that says what was found; never a wrong value, never more memory than a forecast needs. */
class DamagedForecastTest {

    private static final byte[] PACKED = ForecastPacker.pack(sample());
    private static final byte[] FIRST_VERSION = VersionOne.bytes();

    private static Forecast sample() {
        Run run = ArchiveSamples.run(ArchiveSamples.NOON, 48, 5);
        return new Forecast(run.hourly(), run.daily());
    }

    @Test
    void noticesEveryFlippedBit() {
        for (int bit = 0; bit < PACKED.length * 8; bit++) {
            byte[] flipped = flip(PACKED, bit);

            assertThatThrownBy(() -> ForecastUnpacker.unpack(flipped))
                    .as("bit %d flipped", bit)
                    .isInstanceOf(DamagedForecastException.class)
                    .message()
                    .isNotBlank();
        }
    }

    @Test
    void noticesEveryFlippedBitOfTheFirstVersionThatChangesAnything() throws DamagedForecastException {
        int noticed = 0;
        for (int bit = 0; bit < FIRST_VERSION.length * 8; bit++) {
            try {
                assertThat(ForecastUnpacker.unpack(flip(FIRST_VERSION, bit)))
                        .as("bit %d flipped", bit)
                        .isEqualTo(sample());
            } catch (DamagedForecastException damaged) {
                assertThat(damaged).message().isNotBlank();
                noticed++;
            }
        }

        assertThat(noticed)
                .isGreaterThanOrEqualTo(FIRST_VERSION.length * 8 - 7); // bits that fill the last byte mean nothing
    }

    private static byte[] flip(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    @Test
    void noticesEveryCut() {
        for (byte[] packed : List.of(PACKED, FIRST_VERSION)) {
            for (int length = 0; length < packed.length; length++) {
                byte[] cut = Arrays.copyOf(packed, length);

                assertThatThrownBy(() -> ForecastUnpacker.unpack(cut)).isInstanceOf(DamagedForecastException.class);
            }
        }
    }

    @Test
    void noticesBytesLeftOver() {
        for (byte[] packed : List.of(PACKED, FIRST_VERSION)) {
            byte[] longer = Arrays.copyOf(packed, packed.length + 1);

            assertThatThrownBy(() -> ForecastUnpacker.unpack(longer)).isInstanceOf(DamagedForecastException.class);
        }
    }

    @Test
    void noticesContentLeftOverUnderARightChecksum() {
        byte[] content = Arrays.copyOfRange(PACKED, 5, PACKED.length + 9);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(Envelope.wrap(content)))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("bytes are left over at its end");
    }

    @Test
    void comesToAnEndWhateverTheContentIs() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] content = new byte[random.nextInt(1, 200)];
            random.nextBytes(content);
            try {
                ForecastUnpacker.unpack(Envelope.wrap(content));
            } catch (DamagedForecastException damaged) {
                assertThat(damaged).as("seed %s", seed).message().isNotBlank();
            }
        }
    }

    @Test
    void namesTheVersionOfANewerFormat() {
        byte[] newer = PACKED.clone();
        newer[0] = 3;

        assertThatThrownBy(() -> ForecastUnpacker.unpack(newer))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("its format is version 3, expected 1 or 2");
    }

    @Test
    void unpacksNoBombThatNamesItsLength() {
        byte[] bomb = envelope(Integer.MAX_VALUE, deflate(new byte[1 << 22]));

        assertThatThrownBy(() -> ForecastUnpacker.unpack(bomb))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("its length is 2147483647, more than 1048576");
    }

    @Test
    void unpacksNoBombThatHidesItsLength() {
        byte[] bomb = envelope(10, deflate(new byte[1 << 22]));

        assertThatThrownBy(() -> ForecastUnpacker.unpack(bomb))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("it does not unpack to exactly 10 bytes");
    }

    @Test
    void believesNoCountThatIsTooGreat() {
        IntegerOutput out = new IntegerOutput();
        out.unsigned(Long.MAX_VALUE);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(new IntegerInput(out.toByteArray())))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("it has 9223372036854775807 steps, more than 10000");
    }

    @Test
    void believesNoCountThatIsNegative() {
        IntegerOutput out = new IntegerOutput();
        out.unsigned(-1);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(new IntegerInput(out.toByteArray())))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("it has 18446744073709551615 steps, more than 10000");
    }

    @Test
    void readsNoNumberOfMoreThan64Bits() {
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0xff);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(new IntegerInput(endless)))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessageContaining("more than 64 bits");
    }

    @Test
    void namesAnUnknownColumn() {
        IntegerOutput out = emptyFrame();
        out.unsigned(77);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(new IntegerInput(out.toByteArray())))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("its column 77 after column 0 is unknown");
    }

    @Test
    void refusesAValueOutsideOfItsPhysicalRange() {
        IntegerOutput out = new IntegerOutput();
        out.unsigned(1);
        out.unsigned(0);
        for (int column = 0; column < 3; column++) {
            out.column(new long[] {8});
        }
        out.unsigned(1); // temperature
        out.unsigned(1); // known of one step
        out.column(new long[] {99_999});
        out.unsigned(0);
        out.unsigned(0);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(new IntegerInput(out.toByteArray())))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessageContaining("temperature is 999.99");
    }

    @Test
    void noticesContentLeftOver() {
        IntegerOutput out = emptyFrame();
        out.unsigned(0);
        out.unsigned(0);
        out.unsigned(5);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(new IntegerInput(out.toByteArray())))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("1 bytes are left over at its end");
    }

    private static IntegerOutput emptyFrame() {
        IntegerOutput out = new IntegerOutput();
        out.unsigned(0);
        out.unsigned(0);
        return out;
    }

    private static byte[] envelope(int length, byte[] deflated) {
        return ByteBuffer.allocate(9 + deflated.length)
                .put((byte) 1)
                .putInt(length)
                .putInt(0)
                .put(deflated)
                .array();
    }

    private static byte[] deflate(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }
}
