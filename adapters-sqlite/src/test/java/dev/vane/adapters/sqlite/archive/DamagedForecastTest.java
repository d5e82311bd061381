package dev.vane.adapters.sqlite.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.spi.ArchiveSamples;
import dev.vane.domain.weather.Run;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Damaged bytes give an error that says what was found; never a wrong value, never more memory than a forecast needs. */
class DamagedForecastTest {

    private static final byte[] CONTENT = ForecastPacker.pack(sample());
    private static final byte[] WRAPPED = Envelope.wrap(CONTENT);

    private static Forecast sample() {
        Run run = ArchiveSamples.run(ArchiveSamples.NOON, 48, 5);
        return new Forecast(run.hourly(), run.daily());
    }

    @Test
    void noticesEveryFlippedBitThatChangesAnything() throws DamagedForecastException {
        int noticed = 0;
        for (int bit = 0; bit < WRAPPED.length * 8; bit++) {
            byte[] flipped = WRAPPED.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(ForecastUnpacker.unpack(Envelope.unwrap(flipped)))
                        .as("bit %d flipped", bit)
                        .isEqualTo(sample());
            } catch (DamagedForecastException damaged) {
                assertThat(damaged).message().isNotBlank();
                noticed++;
            }
        }

        assertThat(noticed).isGreaterThanOrEqualTo(WRAPPED.length * 8 - 7); // bits that fill the last byte mean nothing
    }

    @Test
    void noticesEveryCut() {
        for (int length = 0; length < WRAPPED.length; length++) {
            byte[] cut = Arrays.copyOf(WRAPPED, length);

            assertThatThrownBy(() -> Envelope.unwrap(cut)).isInstanceOf(DamagedForecastException.class);
        }
    }

    @Test
    void noticesBytesLeftOver() {
        assertThatThrownBy(() -> Envelope.unwrap(Arrays.copyOf(WRAPPED, WRAPPED.length + 1)))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("it does not unpack to exactly " + CONTENT.length + " bytes");
    }

    @Test
    void namesTheVersionOfANewerFormat() {
        byte[] newer = WRAPPED.clone();
        newer[0] = 2;

        assertThatThrownBy(() -> Envelope.unwrap(newer))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("its format is version 2, expected 1");
    }

    @Test
    void unpacksNoBombThatNamesItsLength() {
        byte[] bomb = envelope(Integer.MAX_VALUE, deflate(new byte[1 << 22]));

        assertThatThrownBy(() -> Envelope.unwrap(bomb))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("its length is 2147483647, more than 1048576");
    }

    @Test
    void unpacksNoBombThatHidesItsLength() {
        byte[] bomb = envelope(10, deflate(new byte[1 << 22]));

        assertThatThrownBy(() -> Envelope.unwrap(bomb))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("it does not unpack to exactly 10 bytes");
    }

    @Test
    void believesNoCountThatIsTooGreat() {
        IntegerOutput out = new IntegerOutput();
        out.unsigned(Long.MAX_VALUE);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(out.toByteArray()))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("it has 9223372036854775807 steps, more than 10000");
    }

    @Test
    void believesNoCountThatIsNegative() {
        IntegerOutput out = new IntegerOutput();
        out.unsigned(-1);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(out.toByteArray()))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("it has 18446744073709551615 steps, more than 10000");
    }

    @Test
    void readsNoNumberOfMoreThan64Bits() {
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0xff);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(endless))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessageContaining("more than 64 bits");
    }

    @Test
    void namesAnUnknownColumn() {
        IntegerOutput out = emptyFrame();
        out.unsigned(77);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(out.toByteArray()))
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

        assertThatThrownBy(() -> ForecastUnpacker.unpack(out.toByteArray()))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessageContaining("temperature is 999.99");
    }

    @Test
    void noticesContentLeftOver() {
        IntegerOutput out = emptyFrame();
        out.unsigned(0);
        out.unsigned(0);
        out.unsigned(5);

        assertThatThrownBy(() -> ForecastUnpacker.unpack(out.toByteArray()))
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
