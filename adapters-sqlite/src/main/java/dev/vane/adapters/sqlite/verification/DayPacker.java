package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.packing.Envelope;
import dev.vane.adapters.sqlite.packing.IntegerOutput;
import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packs the pairs of a day into few bytes: a column for the truth and for each source and range of lead times, for
 * neighbours in time are alike. The layout is described in docs/verification-format.md. Equal days give equal bytes.
 */
final class DayPacker {

    /** The version of the layout. */
    static final int VERSION = 1;

    private final IntegerOutput out = new IntegerOutput();

    private DayPacker() {}

    /**
     * Packs a day.
     *
     * @param keys the key of each of its sources
     */
    static byte[] pack(VerificationDay day, Map<SourceId, Long> keys) {
        DayPacker packer = new DayPacker();
        packer.out.unsigned(VERSION);
        packer.packColumn(day.truths());
        SortedMap<Long, Map<LeadBucket, HourValues>> byKey = new TreeMap<>();
        day.forecasts().forEach((source, buckets) -> byKey.put(keys.get(source), buckets));
        byKey.forEach(packer::packSource);
        packer.out.unsigned(0);
        return Envelope.wrap(packer.out.toByteArray());
    }

    private void packSource(long key, Map<LeadBucket, HourValues> buckets) {
        out.unsigned(key);
        SortedMap<Integer, HourValues> byCode = new TreeMap<>();
        buckets.forEach((bucket, values) -> byCode.put(PairCodes.bucket(bucket), values));
        byCode.forEach((code, values) -> {
            out.unsigned(code);
            packColumn(values);
        });
        out.unsigned(0);
    }

    /** The lengths of the stretches of hours with and without a value in turn, then the values. */
    private void packColumn(HourValues values) {
        boolean with = true;
        long[] known = new long[HourValues.HOURS];
        int count = 0;
        int start = 0;
        for (int hour = 0; hour <= HourValues.HOURS; hour++) {
            if (hour == HourValues.HOURS || values.has(hour) != with) {
                out.unsigned(hour - start);
                start = hour;
                with = !with;
            }
            if (hour < HourValues.HOURS && values.has(hour)) {
                known[count++] = values.fixedAt(hour);
            }
        }
        out.column(Arrays.copyOf(known, count));
    }
}
