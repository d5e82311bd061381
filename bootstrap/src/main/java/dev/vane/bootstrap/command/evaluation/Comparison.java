package dev.vane.bootstrap.command.evaluation;

import dev.vane.domain.blending.Candidates;
import dev.vane.domain.blending.Loss;
import dev.vane.domain.scoring.ScoredVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How candidates did on common pairs: those at which all members are there that are at half of the pairs at least. Counted
 * twice: over all pairs, and over the pairs of places with at least 30 from their 11th on, when something was learned. Not
 * safe for use by several threads.
 */
final class Comparison {

    private static final int LEARNED_AFTER = 10;
    private static final int ENOUGH = 30;

    private final ScoredVariable.Kind kind;
    private final Candidates candidates;
    private final List<List<Pair>> places = new ArrayList<>();
    private List<Pair> place = new ArrayList<>();

    Comparison(ScoredVariable.Kind kind, Candidates candidates) {
        this.kind = kind;
        this.candidates = candidates;
    }

    /** What was forecast for a pair; the last forecast is that which the gate would have served. */
    private static final class Pair {
        private final double truth;
        private final float[] forecasts;

        Pair(double truth, double[] forecasts, double served) {
            this.truth = truth;
            this.forecasts = new float[forecasts.length + 1];
            for (int i = 0; i < forecasts.length; i++) {
                this.forecasts[i] = (float) forecasts[i];
            }
            this.forecasts[forecasts.length] = (float) served;
        }
    }

    void beginPlace() {
        place = new ArrayList<>();
    }

    void add(double truth, double[] forecasts, OptionalInt served) {
        place.add(new Pair(truth, forecasts, served(forecasts, served)));
    }

    /** What the gate would have served: without enough data, or where that is missing, the first source that is there. */
    private double served(double[] forecasts, OptionalInt chosen) {
        double best = chosen.isPresent() ? forecasts[chosen.getAsInt()] : Double.NaN;
        for (int member = 0; Double.isNaN(best) && member < candidates.members().size(); member++) {
            best = forecasts[candidates.raw(member)];
        }
        return best;
    }

    void endPlace() {
        places.add(place);
    }

    /** What there is of pairs, and how the candidates did on them; what the gate served is the last. */
    record Table(long pairs, long places, List<Line> lines) {
        /** Copies the list. */
        Table {
            lines = List.copyOf(lines);
        }
    }

    /**
     * How a candidate did.
     *
     * @param name its name
     * @param pairs how many; 0 if it was not compared
     * @param bias mean of forecast minus observed
     * @param loss mean absolute error, of a probability the Brier score
     * @param rootMeanSquare root of the mean square error
     * @param ratio the loss over that of the best raw source
     */
    record Line(String name, long pairs, double bias, double loss, double rootMeanSquare, double ratio) {}

    /** How many pairs there are before those that are not common are left out. */
    long pairs() {
        return places.stream().mapToLong(List::size).sum();
    }

    /** Over all pairs. */
    Table all() {
        return table(0, 0);
    }

    /** Over the pairs from the 11th of a place with at least 30. */
    Table learned() {
        return table(LEARNED_AFTER, ENOUGH);
    }

    private Table table(int skipped, int atLeast) {
        int[] field = field();
        int columns = candidates.count() + 1;
        double[] errors = new double[columns];
        double[] losses = new double[columns];
        double[] squares = new double[columns];
        long[] pairs = new long[columns];
        long common = 0;
        long counted = 0;
        for (List<Pair> all : places) {
            List<Pair> shared = all.stream().filter(pair -> has(pair, field)).toList();
            if (shared.size() >= Math.max(atLeast, 1)) {
                counted++;
                for (Pair pair : shared.subList(skipped, shared.size())) {
                    common++;
                    for (int i = 0; i < columns; i++) {
                        double forecast = pair.forecasts[i];
                        if (!Double.isNaN(forecast)) {
                            double loss = Loss.of(kind, forecast, pair.truth);
                            double error = kind == ScoredVariable.Kind.CIRCULAR
                                    ? Math.IEEEremainder(forecast - pair.truth, 360)
                                    : forecast - pair.truth;
                            pairs[i]++;
                            errors[i] += error;
                            losses[i] += loss;
                            squares[i] += error * error;
                        }
                    }
                }
            }
        }
        double best = Arrays.stream(field)
                .filter(i -> pairs[i] > 0)
                .mapToDouble(i -> losses[i] / pairs[i])
                .min()
                .orElse(Double.NaN);
        List<String> names = new ArrayList<>(candidates.names());
        names.add("served by the gate");
        List<Line> lines = IntStream.range(0, columns)
                .mapToObj(i -> new Line(
                        names.get(i),
                        pairs[i],
                        errors[i] / pairs[i],
                        losses[i] / pairs[i],
                        Math.sqrt(squares[i] / pairs[i]),
                        losses[i] / pairs[i] / best))
                .toList();
        return new Table(common, counted, lines);
    }

    private static boolean has(Pair pair, int[] field) {
        return Arrays.stream(field).noneMatch(member -> Float.isNaN(pair.forecasts[member]));
    }

    private int[] field() {
        int members = candidates.members().size();
        long[] present = new long[members];
        for (List<Pair> all : places) {
            for (Pair pair : all) {
                for (int i = 0; i < members; i++) {
                    present[i] += Float.isNaN(pair.forecasts[i]) ? 0 : 1;
                }
            }
        }
        return IntStream.range(0, members)
                .filter(i -> 2 * present[i] >= pairs())
                .toArray();
    }
}
