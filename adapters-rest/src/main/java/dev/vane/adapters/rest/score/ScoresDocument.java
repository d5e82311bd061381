package dev.vane.adapters.rest.score;

import dev.vane.adapters.rest.contract.PlaceView;
import dev.vane.adapters.rest.contract.ScoresView;
import dev.vane.adapters.rest.contract.ScoresView.BucketView;
import dev.vane.adapters.rest.contract.ScoresView.CandidateView;
import dev.vane.adapters.rest.contract.ScoresView.DecisionView;
import dev.vane.adapters.rest.contract.ScoresView.NeededView;
import dev.vane.adapters.rest.contract.ScoresView.SeriesView;
import dev.vane.adapters.rest.contract.ScoresView.SourceScoresView;
import dev.vane.adapters.rest.contract.Times;
import dev.vane.adapters.rest.contract.UnitsView;
import dev.vane.application.api.ReadScores.BucketScores;
import dev.vane.application.api.ReadScores.CandidateScore;
import dev.vane.application.api.ReadScores.Decision;
import dev.vane.application.api.ReadScores.Scored;
import dev.vane.application.api.ReadScores.SeriesScores;
import dev.vane.application.api.ReadScores.SourceScores;
import dev.vane.domain.scoring.Score;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.units.Dimension;
import dev.vane.domain.units.UnitSystem;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the document of the scores of a place.
 *
 * @param units the units to convert errors to
 */
record ScoresDocument(UnitSystem units) {

    ScoresView view(Scored scored, Locale language) {
        return new ScoresView(
                PlaceView.of(scored.place(), language, units.unit(Dimension.ELEVATION)),
                UnitsView.of(units),
                scored.watched(),
                scored.lastModified().map(Times::text),
                new NeededView(Score.MIN_PAIRS, Score.MIN_DAYS),
                scored.series().stream().map(this::series).toList());
    }

    private SeriesView series(SeriesScores scores) {
        ScoredVariable variable = scores.series().variable();
        Errors errors = new Errors(units, variable);
        return new SeriesView(
                scores.series().truth().key(),
                variable.variable().key(),
                Optional.of(scores.series().hours()).filter(hours -> hours > 0),
                units.unit(variable.variable().dimension()).symbol(),
                scores.firstDay().toString(),
                scores.lastDay().toString(),
                scores.buckets().stream().map(bucket -> bucket(bucket, errors)).toList());
    }

    private static BucketView bucket(BucketScores scores, Errors errors) {
        return new BucketView(
                scores.bucket().key(),
                scores.bucket().after(),
                scores.bucket().upTo(),
                scores.sources().stream().map(source -> source(source, errors)).toList(),
                scores.decision().map(decision -> decision(decision, errors)));
    }

    private static SourceScoresView source(SourceScores scores, Errors errors) {
        ScoreDocument document = new ScoreDocument(errors);
        return new SourceScoresView(
                scores.source().name(), document.view(scores.overall()), document.view(scores.recent()));
    }

    private static DecisionView decision(Decision decision, Errors errors) {
        return new DecisionView(
                decision.served(),
                decision.reason(),
                decision.days(),
                decision.candidates().stream()
                        .map(candidate -> candidate(candidate, errors))
                        .toList());
    }

    private static CandidateView candidate(CandidateScore score, Errors errors) {
        return new CandidateView(
                score.candidate(),
                score.pairs(),
                errors.gated(score.meanAbsoluteError()),
                score.interval().map(Errors::share),
                Errors.number(score.weight()),
                errors.figure(score.correction()));
    }
}
