package dev.vane.bootstrap;

import dev.vane.adapters.sources.simulated.SimulatedMember;
import dev.vane.application.api.ReadScores;
import dev.vane.application.api.ReadScores.BucketScores;
import dev.vane.application.api.ReadScores.Decision;
import dev.vane.application.api.ReadScores.Scored;
import dev.vane.application.api.ReadScores.SourceScores;
import dev.vane.domain.blending.Candidates.Combination;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.Score;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.TruthKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How well the temperature of one to two days ahead is forecast, a line a time: by each member of the simulation, by each
 * combination of them, and what is served of these.
 */
final class DemoTable {

    /** What is said as long as nothing is decided. */
    static final String NOT_ENOUGH = "not enough data yet";

    private static final List<String> MEMBERS = Arrays.stream(SimulatedMember.values())
            .map(member -> member.source().name())
            .toList();
    private static final List<String> COMBINATIONS = Stream.of(
                    Combination.MEAN, Combination.WEIGHTED, Combination.WITH_LAST)
            .map(Combination::key)
            .toList();

    /**
     * How the forecasts did.
     *
     * @param errors mean absolute error in K by the name of the candidate, on common pairs, recent ones counting more; of
     *     members alone before there are common pairs; absent below the least number of pairs
     * @param served the name of what is served; empty as long as there is not enough data
     */
    record Line(Map<String, Double> errors, Optional<String> served) {
        /** Copies the map. */
        Line {
            errors = Map.copyOf(errors);
        }
    }

    private DemoTable() {}

    /** Reads how the forecasts of a place did. */
    static Line read(ReadScores scores, PlaceId place) {
        Optional<BucketScores> bucket = switch (scores.scores(place, Optional.of(ScoredVariable.TEMPERATURE))) {
            case ReadScores.UnknownPlace _ -> Optional.empty();
            case Scored scored ->
                scored.series().stream()
                        .filter(one -> one.series().truth() == TruthKind.OFFICIAL)
                        .flatMap(one -> one.buckets().stream())
                        .filter(one -> one.bucket() == LeadBucket.DAYS_2)
                        .findFirst();
        };
        Map<String, Double> errors = new LinkedHashMap<>();
        bucket.ifPresent(known -> known.sources()
                .forEach(source -> error(source)
                        .ifPresent(error -> errors.put(source.source().name(), error))));
        Optional<Decision> decision = bucket.flatMap(BucketScores::decision);
        decision.ifPresent(made -> made.candidates()
                .forEach(candidate -> errors.put(candidate.candidate(), candidate.meanAbsoluteError())));
        return new Line(errors, decision.flatMap(Decision::served));
    }

    private static Optional<Double> error(SourceScores source) {
        return Optional.of(source.recent())
                .filter(Score::enough)
                .flatMap(Score::errors)
                .map(Score.Errors::meanAbsolute);
    }

    /** The names of the columns. */
    static String header() {
        return String.format(Locale.ROOT, "%4s  %-10s  ", "day", "date")
                + columns().map(DemoTable::cell).collect(Collectors.joining())
                + "  served";
    }

    /** A line of the table. */
    static String format(int day, LocalDate date, Line line) {
        return String.format(Locale.ROOT, "%4d  %-10s  ", day, date)
                + columns().map(name -> cell(error(line, name))).collect(Collectors.joining())
                + "  " + line.served().orElse(NOT_ENOUGH);
    }

    private static Stream<String> columns() {
        return Stream.concat(MEMBERS.stream(), COMBINATIONS.stream());
    }

    private static String error(Line line, String name) {
        return Optional.ofNullable(line.errors().get(name))
                .map(error -> String.format(Locale.ROOT, "%.2f", error))
                .orElse("-");
    }

    private static String cell(String text) {
        return String.format(Locale.ROOT, "%15s", text);
    }
}
