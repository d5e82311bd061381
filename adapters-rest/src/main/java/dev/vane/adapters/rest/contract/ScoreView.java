package dev.vane.adapters.rest.contract;

import dev.vane.adapters.rest.contract.ScoresView.IntervalView;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/**
 * Schema {@code Score}.
 *
 * @param status whether it means something
 * @param n how many pairs
 * @param days on how many distinct days
 * @param bias mean of forecast minus observed
 * @param mae mean absolute error
 * @param rmse root of the mean square error
 * @param interval 90 % interval of the mean absolute error
 * @param skill 1 - MAE / MAE of the reference
 * @param reference the key of what the skill is relative to
 * @param occurrence whether any precipitation falls
 * @param brier the Brier score
 * @param reliability how often it happened where about as much was forecast
 */
@Json
public record ScoreView(
        String status,
        long n,
        int days,
        Optional<Figure> bias,
        Optional<Figure> mae,
        Optional<Figure> rmse,
        Optional<IntervalView> interval,
        Optional<Figure> skill,
        Optional<String> reference,
        Optional<OccurrenceView> occurrence,
        Optional<Figure> brier,
        Optional<List<BinView>> reliability) {

    /** There are enough pairs. */
    public static final String ENOUGH = "ok";

    /** There are too few pairs to say anything. */
    public static final String NOT_ENOUGH = "not enough data yet";

    /**
     * Schema {@code Occurrence}.
     *
     * @param hits forecast and observed
     * @param misses observed only
     * @param falseAlarms forecast only
     * @param correctNegatives neither
     * @param pod probability of detection
     * @param far false alarm ratio
     * @param csi critical success index
     * @param frequencyBias forecast / observed
     */
    @Json
    public record OccurrenceView(
            Figure hits,
            Figure misses,
            Figure falseAlarms,
            Figure correctNegatives,
            Optional<Figure> pod,
            Optional<Figure> far,
            Optional<Figure> csi,
            Optional<Figure> frequencyBias) {}

    /**
     * Schema {@code ReliabilityBin}.
     *
     * @param n how many pairs
     * @param forecast their mean, %
     * @param observed how often it happened, %
     */
    @Json
    public record BinView(Figure n, Figure forecast, Figure observed) {}
}
