package dev.vane.bootstrap.command.evaluation;

import dev.vane.domain.blending.Backtest;
import dev.vane.domain.blending.BlendCase;
import dev.vane.domain.blending.Candidates;
import dev.vane.domain.blending.TruthHistory;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Scores and combines the forecasts of a file with the code that the service uses: for each place, variable and range of
 * lead times one backtest, without look-ahead. Nothing is learned across places.
 */
final class Evaluation {

    private static final int SECONDS_PER_DEGREE = 240;
    private static final int QUARTER_SECONDS = 21_600;
    private static final int DAY_SECONDS = 86_400;

    private final Candidates candidates;
    private final SortedMap<Part, Comparison> parts =
            new TreeMap<>(Comparator.comparing(Part::variable).thenComparing(Part::bucket));

    /** What is printed together. */
    record Part(ScoredVariable variable, LeadBucket bucket) {}

    private record Series(String place, Part part) {}

    private record Site(String place, ScoredVariable variable) {}

    private Evaluation(List<String> sources) {
        candidates = new Candidates(sources);
    }

    /**
     * Evaluates a file.
     *
     * @param done is told how many rows were evaluated so far
     * @return the comparison of each variable and range of lead times
     */
    static SortedMap<Part, Comparison> of(ForecastFile file, IntConsumer done) {
        Evaluation evaluation = new Evaluation(file.sources());
        evaluation.evaluate(file, done);
        return evaluation.parts;
    }

    private void evaluate(ForecastFile file, IntConsumer done) {
        Map<Site, TruthHistory> truths = new LinkedHashMap<>();
        Map<Series, List<BlendCase>> series = new LinkedHashMap<>();
        for (ForecastRow row : file.rows()) {
            if (row.observation().isPresent()) {
                double observed = row.observation().getAsDouble();
                truths.computeIfAbsent(new Site(row.place(), row.variable()), site -> new TruthHistory())
                        .add(row.validTime(), observed);
                Part part =
                        new Part(row.variable(), LeadBucket.holding(row.lead()).orElseThrow());
                series.computeIfAbsent(new Series(row.place(), part), one -> new ArrayList<>())
                        .add(new BlendCase(
                                row.validTime().minus(row.lead()),
                                row.validTime(),
                                quarter(row.validTime(), row.longitude()),
                                row.forecasts().stream()
                                        .mapToDouble(forecast -> forecast.orElse(Double.NaN))
                                        .toArray(),
                                observed));
            }
        }
        int rows = 0;
        for (Map.Entry<Series, List<BlendCase>> one : series.entrySet()) {
            Part part = one.getKey().part();
            TruthHistory history = truths.get(new Site(one.getKey().place(), part.variable()));
            Comparison comparison = parts.computeIfAbsent(
                    part, key -> new Comparison(key.variable().kind(), candidates));
            comparison.beginPlace();
            new Backtest(part.variable(), candidates, history)
                    .run(one.getValue(), (of, forecasts, served) -> comparison.add(of.truth(), forecasts, served));
            comparison.endPlace();
            rows += one.getValue().size();
            done.accept(rows);
        }
    }

    /** The quarter of the day by mean solar time: a file does not say the time zone. */
    private static int quarter(Instant time, double longitude) {
        long local = time.getEpochSecond() + Math.round(longitude * SECONDS_PER_DEGREE);
        return (int) (Math.floorMod(local, (long) DAY_SECONDS) / QUARTER_SECONDS);
    }
}
