package dev.vane.domain.blending;

import dev.vane.domain.scoring.ScoredVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Temperatures of which everything is known: the truth, and four members with a known bias, noise of 1, 1.3, 1.7 and 2.2 K
 * and the same correlation between any two. So the best possible combination can be computed, and what is learned compared
 * with it.
 */
final class Simulation {

    static final int DAYS = 90;
    static final List<Double> NOISE = List.of(1.0, 1.3, 1.7, 2.2);
    static final int MEMBERS = NOISE.size();
    static final Candidates CANDIDATES = new Candidates(List.of("a", "b", "c", "d"));

    /** When a member is disturbed, it is from this day on. */
    static final int DISTURBED_FROM = 60;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Setting setting;
    private final double[] truths;
    private final double[][] errors;
    private final double[] biases = new double[MEMBERS];

    /**
     * What is simulated.
     *
     * @param perDay valid times a day: 1 or 24
     * @param correlation of the errors of any two members
     * @param truthMemory correlation of the weather of a day with that of the day before
     * @param errorMemory correlation of a member's errors at neighbouring valid times
     * @param lead how long before the valid time readers look
     */
    record Setting(int perDay, double correlation, double truthMemory, double errorMemory, Duration lead) {

        static Setting daily(double correlation) {
            return new Setting(1, correlation, 0.7, 0, Duration.ofDays(2));
        }

        /** Weather without any memory: the last observation says nothing. */
        static Setting dailyWithoutMemory(double correlation) {
            return new Setting(1, correlation, 0, 0, Duration.ofDays(2));
        }

        static Setting hourly(double correlation) {
            return new Setting(24, correlation, 0.7, 0.9, Duration.ofHours(18));
        }

        int count() {
            return DAYS * perDay;
        }
    }

    /** What goes wrong with a member. */
    enum Disturbance {
        NONE,
        FREEZES,
        JUMPS,
        VANISHES
    }

    Simulation(Setting setting, long seed) {
        this.setting = setting;
        SplittableRandom random = new SplittableRandom(seed);
        truths = truths(setting, random);
        errors = errors(setting, random);
        Arrays.setAll(biases, member -> random.nextDouble(-3, 3));
    }

    private static double[] truths(Setting setting, SplittableRandom random) {
        double memory = setting.truthMemory() > 0 ? Math.pow(setting.truthMemory(), 1.0 / setting.perDay()) : 0;
        double diurnal = setting.perDay() > 1 ? 5 : 0;
        double[] truths = new double[setting.count()];
        double weather = random.nextGaussian();
        for (int i = 0; i < truths.length; i++) {
            double day = (double) i / setting.perDay();
            truths[i] =
                    10 + 8 * Math.sin(2 * Math.PI * day / 365) + diurnal * Math.sin(2 * Math.PI * day) + 4 * weather;
            weather = memory * weather + Math.sqrt(1 - memory * memory) * random.nextGaussian();
        }
        return truths;
    }

    /** Errors without bias: what all members have in common, and what each has of its own. */
    private static double[][] errors(Setting setting, SplittableRandom random) {
        double shared = Math.sqrt(setting.correlation());
        double own = Math.sqrt(1 - setting.correlation());
        double memory = setting.errorMemory();
        double[] drawn = new double[MEMBERS + 1];
        double[][] errors = new double[setting.count()][MEMBERS];
        for (int i = 0; i < errors.length; i++) {
            double[] fresh = new double[MEMBERS + 1];
            Arrays.setAll(fresh, one -> random.nextGaussian());
            for (int j = 0; j <= MEMBERS; j++) {
                drawn[j] = i == 0 ? fresh[j] : memory * drawn[j] + Math.sqrt(1 - memory * memory) * fresh[j];
            }
            for (int member = 0; member < MEMBERS; member++) {
                errors[i][member] = NOISE.get(member) * (shared * drawn[MEMBERS] + own * drawn[member]);
            }
        }
        return errors;
    }

    private Instant validAt(int index) {
        return START.plus(Duration.ofDays(1).dividedBy(setting.perDay()).multipliedBy(index));
    }

    /** What readers had, one member being disturbed. */
    List<BlendCase> cases(Disturbance disturbance, int disturbed) {
        int from = DISTURBED_FROM * setting.perDay();
        List<BlendCase> cases = new ArrayList<>();
        for (int i = 0; i < truths.length; i++) {
            double[] forecasts = new double[MEMBERS];
            for (int member = 0; member < MEMBERS; member++) {
                boolean wrong = member == disturbed && i >= from;
                forecasts[member] = wrong ? wrong(disturbance, i, member) : forecast(i, member);
            }
            Instant validAt = validAt(i);
            cases.add(new BlendCase(validAt.minus(setting.lead()), validAt, quarter(i), forecasts, truths[i]));
        }
        return cases;
    }

    private double wrong(Disturbance disturbance, int index, int member) {
        return switch (disturbance) {
            case NONE -> forecast(index, member);
            case FREEZES -> forecast(DISTURBED_FROM * setting.perDay(), member);
            case JUMPS -> forecast(index, member) + 10;
            case VANISHES -> Double.NaN;
        };
    }

    private int quarter(int index) {
        return index % setting.perDay() * 4 / setting.perDay();
    }

    private double forecast(int index, int member) {
        return truths[index] + biases[member] + errors[index][member];
    }

    TruthHistory history() {
        TruthHistory history = new TruthHistory();
        for (int i = 0; i < truths.length; i++) {
            history.add(validAt(i), truths[i]);
        }
        return history;
    }

    /** Forecasts of everyone through all days, and their losses. */
    Losses play(Disturbance disturbance, int disturbed) {
        Losses losses = new Losses(DAYS);
        Backtest backtest = new Backtest(ScoredVariable.TEMPERATURE, CANDIDATES, history());
        backtest.run(cases(disturbance, disturbed), (of, forecasts, served) -> {
            int day = (int) Duration.between(START, of.validAt()).toDays();
            losses.add(day, of, forecasts, served);
        });
        addBestRaw(losses);
        double[] oracle = oracleWeights(-1);
        double[] without = oracleWeights(disturbed);
        for (int i = 0; i < truths.length; i++) {
            int day = i / setting.perDay();
            losses.add(day, "oracle", Math.abs(dot(oracle, errors[i])));
            losses.add(day, "oracle-without", Math.abs(dot(without, errors[i])));
            losses.add(day, "best", Math.abs(errors[i][0]));
        }
        return losses;
    }

    /** The raw member that turned out best in all days together: whoever chose it at the start had luck. */
    private void addBestRaw(Losses losses) {
        int best = 0;
        for (int member = 1; member < MEMBERS; member++) {
            boolean better =
                    losses.mean(CANDIDATES.name(member), 0, DAYS) < losses.mean(CANDIDATES.name(best), 0, DAYS);
            best = better ? member : best;
        }
        for (int i = 0; i < truths.length; i++) {
            losses.add(i / setting.perDay(), "best-raw", Math.abs(biases[best] + errors[i][best]));
        }
    }

    Losses play() {
        return play(Disturbance.NONE, -1);
    }

    private static double dot(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    /** The weights that minimise the variance of a combination whose covariances are known, without one member. */
    private double[] oracleWeights(int without) {
        return leastVariance(setting.correlation(), without);
    }

    /** Solves {@code C w = 1} and makes the sum 1: Bates and Granger 1969 for any number of members. */
    static double[] leastVariance(double correlation, int without) {
        List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3));
        left.remove(Integer.valueOf(without));
        int count = left.size();
        double[][] system = new double[count][count + 1];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                system[i][j] = NOISE.get(left.get(i)) * NOISE.get(left.get(j)) * (i == j ? 1 : correlation);
            }
            system[i][count] = 1;
        }
        double[] solved = solved(system);
        double sum = Arrays.stream(solved).sum();
        double[] weights = new double[MEMBERS];
        for (int i = 0; i < count; i++) {
            weights[left.get(i)] = solved[i] / sum;
        }
        return weights;
    }

    /** Gauss and Jordan; a covariance matrix needs no pivoting. */
    private static double[] solved(double[][] system) {
        int count = system.length;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double factor = i == j ? 0 : system[j][i] / system[i][i];
                for (int k = i; k <= count; k++) {
                    system[j][k] -= factor * system[i][k];
                }
            }
        }
        double[] solution = new double[count];
        Arrays.setAll(solution, i -> system[i][count] / system[i][i]);
        return solution;
    }
}
