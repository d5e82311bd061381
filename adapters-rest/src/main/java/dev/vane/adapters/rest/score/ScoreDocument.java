package dev.vane.adapters.rest.score;

import dev.vane.adapters.rest.contract.ScoreView;
import dev.vane.adapters.rest.contract.ScoreView.BinView;
import dev.vane.adapters.rest.contract.ScoreView.OccurrenceView;
import dev.vane.domain.scoring.Score;
import dev.vane.domain.scoring.Score.Occurrence;
import dev.vane.domain.scoring.Score.Probability;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the document of one score: below the minimum nothing but how much there is, so that nobody reads more into it.
 *
 * @param errors writes the errors
 */
record ScoreDocument(Errors errors) {

    ScoreView view(Score score) {
        boolean enough = score.enough();
        Optional<Score.Errors> known = score.errors().filter(present -> enough);
        Optional<Probability> probability = score.probability().filter(present -> enough);
        return new ScoreView(
                enough ? ScoreView.ENOUGH : ScoreView.NOT_ENOUGH,
                score.pairs(),
                score.days(),
                known.map(it -> errors.figure(it.bias())),
                known.map(it -> errors.figure(it.meanAbsolute())),
                known.map(it -> errors.figure(it.rootMeanSquare())),
                known.flatMap(Score.Errors::interval).map(errors::interval),
                known.flatMap(it -> Errors.number(it.skill())),
                known.flatMap(Score.Errors::reference).map(it -> it.name().toLowerCase(Locale.ROOT)),
                score.occurrence().filter(present -> enough).map(ScoreDocument::occurrence),
                probability.map(it -> Errors.number(it.brier())),
                probability.map(ScoreDocument::reliability));
    }

    private static OccurrenceView occurrence(Occurrence occurrence) {
        return new OccurrenceView(
                Errors.number(occurrence.hits()),
                Errors.number(occurrence.misses()),
                Errors.number(occurrence.falseAlarms()),
                Errors.number(occurrence.correctNegatives()),
                Errors.number(occurrence.detection()),
                Errors.number(occurrence.falseAlarmRatio()),
                Errors.number(occurrence.criticalSuccess()),
                Errors.number(occurrence.frequencyBias()));
    }

    private static List<BinView> reliability(Probability probability) {
        return probability.reliability().stream()
                .map(bin -> new BinView(
                        Errors.number(bin.pairs()), Errors.number(bin.forecast()), Errors.number(bin.observed())))
                .toList();
    }
}
