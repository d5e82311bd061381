package dev.vane.adapters.sqlite.verification;

import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Temperatures as they are: a year's and a day's course, weather that lasts some days, and forecasts whose errors grow with
 * lead time and last some hours. In tenths of a degree, but for one source that gives hundredths.
 */
public final class PlausiblePairs {

    private static final int SOURCES = 5;

    private final Random random;
    private double weather;

    /** By a seed. */
    public PlausiblePairs(long seed) {
        this.random = new Random(seed);
    }

    /** The pairs of a day: five sources, eight ranges of lead times, every hour. */
    public VerificationDay day(LocalDate date) {
        double[] truth = new double[HourValues.HOURS];
        for (int hour = 0; hour < truth.length; hour++) {
            weather = 0.98 * weather + 0.6 * random.nextGaussian();
            double season = -9 * Math.cos(2 * Math.PI * date.getDayOfYear() / 365.25);
            double sun = -4 * Math.cos(2 * Math.PI * (hour - 3) / 24);
            truth[hour] = 10 + season + sun + weather;
        }
        SortedMap<SourceId, Map<LeadBucket, HourValues>> forecasts = new TreeMap<>();
        for (int source = 0; source < SOURCES; source++) {
            Map<LeadBucket, HourValues> buckets = new EnumMap<>(LeadBucket.class);
            for (LeadBucket bucket : LeadBucket.values()) {
                double size = 0.8 + bucket.upTo() / 60.0;
                buckets.put(bucket, values(truth, size, source == 0 ? 100 : 10));
            }
            forecasts.put(new SourceId("source-" + source), buckets);
        }
        return new VerificationDay(date, values(truth, 0, 10), forecasts);
    }

    private HourValues values(double[] truth, double error, double partsOfAUnit) {
        long[] fixed = new long[truth.length];
        double off = error * random.nextGaussian();
        for (int hour = 0; hour < truth.length; hour++) {
            off = 0.9 * off + 0.43 * error * random.nextGaussian();
            fixed[hour] = HourValues.fixed(Math.rint((truth[hour] + off) * partsOfAUnit) / partsOfAUnit);
        }
        return HourValues.of(fixed);
    }
}
