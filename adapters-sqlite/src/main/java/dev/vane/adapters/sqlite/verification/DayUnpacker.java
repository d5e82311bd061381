package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.archive.DamagedForecastException;
import dev.vane.adapters.sqlite.packing.Envelope;
import dev.vane.adapters.sqlite.packing.IntegerInput;
import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads back what {@link DayPacker} packs, and trusts none of it. */
final class DayUnpacker {

    private final IntegerInput in;
    private final Map<Long, SourceId> sources;

    private DayUnpacker(byte[] content, Map<Long, SourceId> sources) {
        this.in = new IntegerInput(content);
        this.sources = sources;
    }

    /**
     * Unpacks a day.
     *
     * @param sources every source by its key
     */
    static VerificationDay unpack(LocalDate date, byte[] packed, Map<Long, SourceId> sources)
            throws DamagedForecastException {
        return new DayUnpacker(Envelope.unwrap(packed), sources).day(date);
    }

    private VerificationDay day(LocalDate date) throws DamagedForecastException {
        long version = in.unsigned();
        if (version != DayPacker.VERSION) {
            throw new DamagedForecastException(
                    "its layout is version " + Long.toUnsignedString(version) + ", expected " + DayPacker.VERSION);
        }
        HourValues truths = column();
        SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts = new TreeMap<>();
        long before = 0;
        for (long key = in.unsigned(); key != 0; key = in.unsigned()) {
            SourceId source = sources.get(key);
            if (source == null || key <= before) {
                throw new DamagedForecastException(
                        "its source " + Long.toUnsignedString(key) + " after source " + before + " is unknown");
            }
            before = key;
            forecasts.put(source, buckets());
        }
        in.requireEnd();
        return new VerificationDay(date, truths, forecasts);
    }

    private Map<LeadBucket, HourValues> buckets() throws DamagedForecastException {
        Map<LeadBucket, HourValues> buckets = new EnumMap<>(LeadBucket.class);
        int before = 0;
        for (int code = code(); code != 0; code = code()) {
            if (code <= before) {
                throw new DamagedForecastException("its range of lead times " + code + " comes after " + before);
            }
            before = code;
            buckets.put(PairCodes.bucket(code), column());
        }
        return buckets;
    }

    private int code() throws DamagedForecastException {
        return in.count("ranges of lead times", PairCodes.buckets());
    }

    private HourValues column() throws DamagedForecastException {
        long[] hours = new long[HourValues.HOURS];
        Arrays.fill(hours, HourValues.UNKNOWN);
        int known = presence(hours);
        long[] values = in.column(known);
        int next = 0;
        for (int hour = 0; hour < HourValues.HOURS; hour++) {
            if (hours[hour] == 0) {
                long value = values[next++];
                if (value == HourValues.UNKNOWN) {
                    throw new DamagedForecastException("its value of hour " + hour + " is none");
                }
                hours[hour] = value;
            }
        }
        return HourValues.of(hours);
    }

    /** Sets the hours that have a value to 0; gives how many. */
    private int presence(long[] hours) throws DamagedForecastException {
        int known = 0;
        boolean with = true;
        for (int hour = 0; hour < HourValues.HOURS; with = !with) {
            int stretch = in.count("hours in a stretch", HourValues.HOURS - hour);
            if (stretch == 0 && hour > 0) {
                throw new DamagedForecastException("a stretch of hours is empty");
            }
            if (with) {
                Arrays.fill(hours, hour, hour + stretch, 0);
                known += stretch;
            }
            hour += stretch;
        }
        return known;
    }
}
