package dev.vane.domain.blending;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Mean absolute errors by name and day. */
final class Losses {

    static final String SERVED = "served";

    private final int days;
    private final Map<String, double[]> sums = new TreeMap<>();
    private final Map<String, int[]> counts = new TreeMap<>();

    Losses(int days) {
        this.days = days;
    }

    void add(int day, String name, double loss) {
        if (!Double.isNaN(loss)) {
            sums.computeIfAbsent(name, one -> new double[days])[day] += loss;
            counts.computeIfAbsent(name, one -> new int[days])[day]++;
        }
    }

    /** What the candidates and what is served lose; where nothing is decided, or what is has no value, the last source that has. */
    void add(int day, BlendCase of, double[] forecasts, OptionalInt served) {
        Candidates candidates = Simulation.CANDIDATES;
        for (int i = 0; i < forecasts.length; i++) {
            add(day, candidates.name(i), Math.abs(forecasts[i] - of.truth()));
        }
        double chosen = served.isPresent() ? forecasts[served.getAsInt()] : Double.NaN;
        for (int member = of.members() - 1; Double.isNaN(chosen) && member >= 0; member--) {
            chosen = of.forecast(member);
        }
        add(day, SERVED, Math.abs(chosen - of.truth()));
    }

    void addAll(Losses other) {
        other.sums.forEach((name, added) -> {
            double[] sum = sums.computeIfAbsent(name, one -> new double[days]);
            int[] count = counts.computeIfAbsent(name, one -> new int[days]);
            for (int day = 0; day < days; day++) {
                sum[day] += added[day];
                count[day] += other.counts.get(name)[day];
            }
        });
    }

    /** The mean loss on the days from one to before another. */
    double mean(String name, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int day = from; day < to; day++) {
            sum += sums.get(name)[day];
            count += counts.get(name)[day];
        }
        return sum / count;
    }
}
