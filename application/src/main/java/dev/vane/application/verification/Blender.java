package dev.vane.application.verification;

import dev.vane.application.api.BlendNote;
import dev.vane.domain.blending.Blend;
import dev.vane.domain.blending.BlendCase;
import dev.vane.domain.blending.Candidates;
import dev.vane.domain.blending.Combined;
import dev.vane.domain.blending.PairCases;
import dev.vane.domain.blending.Standing;
import dev.vane.domain.place.Place;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Makes the forecast that is served of what the sources say now and what was learned of them: at each step of the preferred
 * source, for each variable, what the gate has decided for that lead time. Where nothing is decided there is no value, and
 * the configured order fills the gap as it does in any source's forecast.
 */
public final class Blender {

    private final BlendBook book;

    /** Blends by what a book has learned. */
    public Blender(BlendBook book) {
        this.book = book;
    }

    /**
     * A forecast of several sources.
     *
     * @param report the forecast, under the name {@link BlendNote#SOURCE}
     * @param note how it was made
     */
    public record Blended(SourceReport report, BlendNote note) {}

    private record Decided(ScoredVariable variable, LeadBucket bucket) {}

    /**
     * Blends what sources say.
     *
     * @param reports the latest ones of sources that are fresh, the preferred one first
     * @return empty if nothing is decided for any of their forecasts
     */
    public Optional<Blended> blend(Place place, Instant now, List<SourceReport> reports) {
        Map<SourceId, Run> runs = new LinkedHashMap<>();
        reports.forEach(report -> report.run().ifPresent(run -> runs.put(report.source(), run)));
        if (runs.isEmpty() || !book.knows(place.id())) {
            return Optional.empty();
        }
        Kitchen kitchen = new Kitchen(place, now, runs);
        Run main = runs.values().iterator().next();
        List<ForecastStep> steps = main.hourly().stream().map(kitchen::step).toList();
        if (kitchen.parts.isEmpty()) {
            return Optional.empty();
        }
        Run run = new Run(Optional.empty(), now, steps, List.of());
        return Optional.of(new Blended(
                new SourceReport(BlendNote.SOURCE, now, Optional.empty(), Optional.of(run)),
                new BlendNote(List.copyOf(kitchen.members), List.copyOf(kitchen.parts.values()))));
    }

    /** One forecast being made. */
    private final class Kitchen {
        private final Place place;
        private final Instant now;
        private final Map<SourceId, Run> runs;
        private final Map<Decided, BlendNote.Part> parts = new LinkedHashMap<>();
        private final Set<SourceId> members = new LinkedHashSet<>();

        Kitchen(Place place, Instant now, Map<SourceId, Run> runs) {
            this.place = place;
            this.now = now;
            this.runs = runs;
        }

        ForecastStep step(ForecastStep main) {
            Values.Builder<Variable> values = Values.of(Variable.class);
            boolean interval = false;
            Optional<LeadBucket> bucket = LeadBucket.holding(Duration.between(now, main.validTime()));
            if (bucket.isPresent()) {
                for (ScoredVariable variable : ScoredVariable.values()) {
                    OptionalDouble value = value(variable, bucket.get(), main);
                    value.ifPresent(one -> values.set(variable.variable(), clamp(variable.variable(), one)));
                    interval |= value.isPresent() && variable.variable().ofInterval();
                }
            }
            return new ForecastStep(
                    main.validTime(),
                    interval ? main.period() : Duration.ZERO,
                    new Conditions(Agreement.sky(values.build(), main.validTime(), runs.values()), agreeing(values)));
        }

        private OptionalDouble value(ScoredVariable variable, LeadBucket bucket, ForecastStep main) {
            boolean interval = variable.variable().ofInterval();
            long hours = interval ? main.period().toHours() : 0;
            if (interval && (hours < 1 || hours > 24 || !main.period().equals(Duration.ofHours(hours)))) {
                return OptionalDouble.empty();
            }
            Series series = new Series(TruthKind.STATION, variable, (int) hours);
            Optional<Blend> blend = book.best(place.id(), series, bucket);
            if (blend.isEmpty() || blend.get().decision().served().isEmpty()) {
                return OptionalDouble.empty();
            }
            int served = blend.get().decision().served().getAsInt();
            Candidates candidates = blend.get().candidates();
            Combined combined = blend.get().combine(situation(candidates, series, main.validTime()));
            OptionalDouble value = combined.value(served);
            if (value.isPresent()) {
                parts.computeIfAbsent(new Decided(variable, bucket), key -> part(key, blend.get(), combined, served));
            }
            return value;
        }

        private BlendCase situation(Candidates candidates, Series series, Instant validTime) {
            double[] forecasts = new double[candidates.members().size()];
            for (int i = 0; i < forecasts.length; i++) {
                Run run = runs.get(new SourceId(candidates.members().get(i)));
                forecasts[i] = run == null
                        ? Double.NaN
                        : ForecastAt.of(run, series, validTime).orElse(Double.NaN);
            }
            return new BlendCase(now, validTime, PairCases.quarter(validTime, place.zone()), forecasts, Double.NaN);
        }

        private BlendNote.Part part(Decided key, Blend blend, Combined combined, int served) {
            Candidates candidates = blend.candidates();
            Map<SourceId, Double> weights = new HashMap<>();
            Map<SourceId, Double> corrections = new HashMap<>();
            for (int i = 0; i < candidates.members().size(); i++) {
                SourceId member = new SourceId(candidates.members().get(i));
                double weight = combined.weightIn(served, i, candidates);
                if (weight > 0) {
                    weights.put(member, weight);
                    corrections.put(member, candidates.isRaw(served) ? 0 : combined.correction(i));
                    members.add(member);
                }
            }
            List<Standing> standings = blend.decision().standings();
            Standing own = standing(standings, served);
            Standing raw = standings.stream()
                    .filter(one -> candidates.isRaw(one.candidate()))
                    .findFirst()
                    .orElse(own);
            return new BlendNote.Part(
                    key.variable(),
                    key.bucket(),
                    candidates.name(served),
                    blend.decision().reason(),
                    blend.decision().days(),
                    own.meanLoss(),
                    candidates.name(raw.candidate()),
                    raw.meanLoss(),
                    weights,
                    corrections,
                    combined.lastWeightIn(served, candidates));
        }
    }

    private static Standing standing(List<Standing> standings, int candidate) {
        return standings.stream()
                .filter(one -> one.candidate() == candidate)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("candidate " + candidate + " is served without standing"));
    }

    private static double clamp(Variable variable, double value) {
        return Math.clamp(value, variable.minimum(), variable.maximum());
    }

    /** What was made of different members may contradict itself by a little: a dew point above the temperature. */
    private static Values<Variable> agreeing(Values.Builder<Variable> made) {
        Values<Variable> values = made.build();
        atMost(made, values, Variable.DEW_POINT, Variable.TEMPERATURE);
        atMost(made, values, Variable.WIND_SPEED, Variable.WIND_GUST);
        return made.build();
    }

    private static void atMost(Values.Builder<Variable> made, Values<Variable> values, Variable lower, Variable upper) {
        if (values.has(lower) && values.has(upper)) {
            made.set(
                    lower,
                    Math.min(values.get(lower).getAsDouble(), values.get(upper).getAsDouble()));
        }
    }
}
