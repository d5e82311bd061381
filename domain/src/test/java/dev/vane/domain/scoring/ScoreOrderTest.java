package dev.vane.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order in which truths and forecasts arrive does not matter, not even in the last bit. */
class ScoreOrderTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 70;
    private static final int ORDERS = 20;
    private static final long SEED = 20_260_301;

    /** What arrives: truths and forecasts of values with many digits, some of them missing. */
    private static List<Consumer<Pairs>> arrivals(ScoredVariable variable, Random random) {
        double least = variable == ScoredVariable.TEMPERATURE ? -20 : 0;
        List<Consumer<Pairs>> arrivals = new ArrayList<>();
        for (int number = 0; number < DAYS; number++) {
            LocalDate date = FIRST.plusDays(number);
            for (int hour = 0; hour < HourValues.HOURS; hour += 1 + random.nextInt(6)) {
                int at = hour;
                double truth = least + 50 * random.nextDouble();
                arrivals.add(pairs -> pairs.truth(date, at, truth));
                for (String name : List.of("a", "b")) {
                    SourceId source = new SourceId(name);
                    for (LeadBucket bucket : List.of(LeadBucket.HOURS_6, LeadBucket.DAYS_3)) {
                        double forecast = Math.max(least, truth + random.nextGaussian());
                        arrivals.add(pairs -> pairs.forecast(date, at, source, bucket, forecast));
                    }
                }
            }
        }
        return arrivals;
    }

    private static Scoreboard scored(ScoredVariable variable, List<Consumer<Pairs>> arrivals) {
        Pairs pairs = new Pairs();
        arrivals.forEach(one -> one.accept(pairs));
        int hours = variable.variable().ofInterval() ? 1 : 0;
        return Scoreboard.of(new Series(TruthKind.STATION, variable, hours), pairs.days());
    }

    /** Records of doubles are equal if each number is, bit by bit. */
    @ParameterizedTest
    @EnumSource(names = {"TEMPERATURE", "WIND_DIRECTION", "PRECIPITATION", "PRECIPITATION_PROBABILITY"})
    void scoresAreBitIdenticalInTwentyOrders(ScoredVariable variable) {
        System.out.println("ScoreOrderTest seed " + SEED);
        Random random = new Random(SEED);
        List<Consumer<Pairs>> arrivals = arrivals(variable, random);
        Scoreboard inOrder = scored(variable, arrivals);
        assertThat(inOrder.buckets()
                        .get(LeadBucket.DAYS_3)
                        .firstEntry()
                        .getValue()
                        .overall()
                        .enough())
                .isTrue();

        for (int order = 0; order < ORDERS; order++) {
            Collections.shuffle(arrivals, random);
            assertThat(scored(variable, arrivals)).isEqualTo(inOrder);
        }
    }
}
