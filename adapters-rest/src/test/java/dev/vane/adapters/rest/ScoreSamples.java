package dev.vane.adapters.rest;

import dev.vane.application.api.ReadScores;
import dev.vane.application.api.ReadScores.BucketScores;
import dev.vane.application.api.ReadScores.CandidateScore;
import dev.vane.application.api.ReadScores.Decision;
import dev.vane.application.api.ReadScores.Scored;
import dev.vane.application.api.ReadScores.SeriesScores;
import dev.vane.application.api.ReadScores.SourceScores;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.Score;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Scores that tests serve. */
final class ScoreSamples {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 9);

    private ScoreSamples() {}

    /** Answers for the Portland of the samples alone. */
    static ReadScores of(boolean watched, List<SeriesScores> series) {
        return (place, variable) -> place.equals(Samples.PORTLAND.id())
                ? new Scored(
                        Samples.PORTLAND,
                        watched,
                        series.isEmpty() ? Optional.empty() : Optional.of(Samples.NOW.minusSeconds(1200)),
                        series.stream()
                                .filter(scores -> variable.isEmpty()
                                        || variable.get() == scores.series().variable())
                                .toList())
                : new ReadScores.UnknownPlace();
    }

    static List<SeriesScores> all() {
        return List.of(temperature(), precipitation(), probability());
    }

    static SeriesScores temperature() {
        Score enough = score(Optional.of(new Score.Errors(
                -0.5,
                1,
                1.25,
                Optional.of(new Score.Interval(0.9, 1.12345)),
                OptionalDouble.of(0.25),
                Optional.of(Score.Reference.CLIMATOLOGY))));
        Score few = new Score(29, 12, enough.errors(), Optional.empty(), Optional.empty());
        Decision decision = new Decision(
                Optional.of("blend-weighted"),
                "It had the lowest error of 2 candidates on 20 days",
                20,
                List.of(
                        new CandidateScore(
                                "blend-weighted",
                                400,
                                0.85,
                                Optional.of(new Score.Interval(0.05, 0.2)),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        new CandidateScore(
                                "corrected:open-meteo",
                                400,
                                1,
                                Optional.empty(),
                                OptionalDouble.of(0.6),
                                OptionalDouble.of(-0.5))));
        return series(
                new Series(TruthKind.STATION, ScoredVariable.TEMPERATURE, 0),
                new BucketScores(
                        LeadBucket.DAYS_2,
                        List.of(
                                new SourceScores(Samples.SOURCE.id(), enough, enough),
                                new SourceScores(Samples.SECOND.id(), enough, few)),
                        Optional.of(decision)));
    }

    private static SeriesScores precipitation() {
        Score score = new Score(
                400,
                40,
                Optional.of(
                        new Score.Errors(0.1, 0.254, 0.5, Optional.empty(), OptionalDouble.empty(), Optional.empty())),
                Optional.of(new Score.Occurrence(30, 10, 10, 350)),
                Optional.empty());
        Score never =
                new Score(400, 40, score.errors(), Optional.of(new Score.Occurrence(0, 0, 0, 400)), Optional.empty());
        return series(
                new Series(TruthKind.OFFICIAL, ScoredVariable.PRECIPITATION, 6),
                new BucketScores(
                        LeadBucket.HOURS_6,
                        List.of(new SourceScores(Samples.SOURCE.id(), score, never)),
                        Optional.of(new Decision(
                                Optional.empty(),
                                "There is not enough data",
                                2,
                                List.of(new CandidateScore(
                                        "open-meteo",
                                        40,
                                        0.254,
                                        Optional.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty()))))));
    }

    private static SeriesScores probability() {
        Score score = new Score(
                400,
                40,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Score.Probability(
                        0.12, List.of(new Score.Bin(300, 5.5, 4), new Score.Bin(100.5, 62, 70)))));
        return series(
                new Series(TruthKind.ANALYSIS, ScoredVariable.PRECIPITATION_PROBABILITY, 1),
                new BucketScores(
                        LeadBucket.HOURS_6,
                        List.of(new SourceScores(Samples.SOURCE.id(), score, score)),
                        Optional.of(new Decision(
                                Optional.of("open-meteo"),
                                "Only one source gives it",
                                40,
                                List.of(new CandidateScore(
                                        "open-meteo",
                                        400,
                                        0.12,
                                        Optional.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty()))))));
    }

    private static Score score(Optional<Score.Errors> errors) {
        return new Score(400, 40, errors, Optional.empty(), Optional.empty());
    }

    private static SeriesScores series(Series series, BucketScores bucket) {
        return new SeriesScores(series, FIRST, LAST, List.of(bucket));
    }
}
