package dev.vane.adapters.sqlite.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.archive.DamagedForecastException;
import dev.vane.adapters.sqlite.packing.Envelope;
import dev.vane.adapters.sqlite.packing.IntegerOutput;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Damaged bytes of pairs give an error that says what was found, and never a wrong value. */
class DamagedPairsTest {

    private static final LocalDate DATE = LocalDate.parse("2026-03-14");
    private static final VerificationDay DAY = new PlausiblePairs(7).day(DATE);
    private static final Map<SourceId, Long> KEYS = keys();
    private static final Map<Long, SourceId> SOURCES = sources();
    private static final byte[] PACKED = DayPacker.pack(DAY, KEYS);

    private static Map<SourceId, Long> keys() {
        Map<SourceId, Long> keys = new HashMap<>();
        DAY.forecasts().keySet().forEach(source -> keys.put(source, 300L - keys.size()));
        return keys;
    }

    private static Map<Long, SourceId> sources() {
        Map<Long, SourceId> sources = new HashMap<>();
        KEYS.forEach((source, key) -> sources.put(key, source));
        return sources;
    }

    private static VerificationDay unpack(byte[] packed) throws DamagedForecastException {
        return DayUnpacker.unpack(DATE, packed, SOURCES);
    }

    @Test
    void readsBackWhatIsWhole() throws DamagedForecastException {
        assertThat(unpack(PACKED)).isEqualTo(DAY);
    }

    @Test
    void packsADayIntoFewBytes() {
        assertThat(PACKED.length).isLessThan(41 * 24 * Long.BYTES / 6);
    }

    @Test
    void noticesEveryFlippedBitThatChangesAnything() throws DamagedForecastException {
        int noticed = 0;
        for (int bit = 0; bit < PACKED.length * 8; bit++) {
            byte[] flipped = PACKED.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(unpack(flipped)).as("bit %d flipped", bit).isEqualTo(DAY);
            } catch (DamagedForecastException damaged) {
                assertThat(damaged).message().isNotBlank();
                noticed++;
            }
        }

        assertThat(noticed).isGreaterThanOrEqualTo(PACKED.length * 8 - 7); // bits that fill the last byte mean nothing
    }

    @Test
    void noticesEveryCut() {
        for (int length = 0; length < PACKED.length; length++) {
            byte[] cut = Arrays.copyOf(PACKED, length);

            assertThatThrownBy(() -> unpack(cut)).isInstanceOf(DamagedForecastException.class);
        }
    }

    @Test
    void namesTheVersionOfANewerLayout() {
        assertDamaged("its layout is version 2, expected 1", 2);
    }

    @Test
    void namesASourceThatIsUnknown() {
        assertDamaged("its source 5 after source 0 is unknown", 1, 0, 24, 5);
    }

    @Test
    void takesNoSourceTwice() {
        assertDamaged("its source 300 after source 300 is unknown", 1, 0, 24, 300, 0, 300);
    }

    @Test
    void takesNoRangeOfLeadTimesTwice() {
        assertDamaged("its range of lead times 8 comes after 8", 1, 0, 24, 300, 8, 0, 24, 8);
    }

    @Test
    void namesARangeOfLeadTimesThatIsUnknown() {
        assertDamaged("it has 9 ranges of lead times, more than 8", 1, 0, 24, 300, 9);
    }

    @Test
    void believesNoDayOfMoreThan24Hours() {
        assertDamaged("it has 25 hours in a stretch, more than 24", 1, 25);
        assertDamaged("it has 5 hours in a stretch, more than 4", 1, 20, 5);
    }

    @Test
    void takesNoEmptyStretch() {
        assertDamaged("a stretch of hours is empty", 1, 20, 0);
    }

    @Test
    void noticesWhatIsLeftOver() {
        assertDamaged("1 bytes are left over at its end", 1, 0, 24, 0, 7);
    }

    @Test
    void takesNothingForAValueThatStandsForNone() {
        IntegerOutput out = new IntegerOutput();
        out.unsigned(1);
        out.unsigned(1);
        out.unsigned(23);
        out.signed(Long.MIN_VALUE);
        out.unsigned(0);
        out.unsigned(0);

        assertThatThrownBy(() -> unpack(Envelope.wrap(out.toByteArray())))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage("its value of hour 0 is none");
    }

    private static void assertDamaged(String message, long... content) {
        IntegerOutput out = new IntegerOutput();
        Arrays.stream(content).forEach(out::unsigned);

        assertThatThrownBy(() -> unpack(Envelope.wrap(out.toByteArray())))
                .isInstanceOf(DamagedForecastException.class)
                .hasMessage(message);
    }
}
