package dev.vane.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.domain.weather.SourceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Persistence and climatology, computed by hand. */
class ReferencesTest {

    private static final SourceId SOURCE = new SourceId("a");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int NOON = 12;
    private static final int HOURS_18 = 18;

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    private static Score.Errors errors(Pairs pairs, LeadBucket bucket) {
        Scoreboard board = Scoreboard.of(new Series(TruthKind.STATION, ScoredVariable.TEMPERATURE, 0), pairs.days());
        return board.buckets().get(bucket).get(SOURCE).overall().errors().orElseThrow();
    }

    /** Days whose truth at noon is their number, and a little more or less an hour later or earlier; and 1000 at 14:00. */
    private static Pairs numbered(int days) {
        Pairs pairs = new Pairs();
        for (int day = 0; day < days; day++) {
            pairs.truth(day(day), NOON - 1, day - 0.5)
                    .truth(day(day), NOON, day)
                    .truth(day(day), NOON + 1, day + 0.5)
                    .truth(day(day), NOON + 2, 1000);
        }
        return pairs;
    }

    /**
     * Forecasts of up to 6 hours are read 3 hours before. In brackets: the error of the forecast, that of persistence.
     *
     * <pre>
     * time           observed  forecast  last observed when it was read
     * Jan 1  00:00       10      10.5    none: the pair does not count for the skill
     *        03:00       12      11.5    10 at 00:00 (0.5, 2)
     *        04:00       99
     *        06:00       15      16      12 at 03:00 (1, 3): what was observed at 04:00 was not known
     * Jan 2  09:00       20      18      15 at 06:00 on Jan 1, 24 hours old (2, 5)
     * Jan 3  12:00       25      26      20 at 09:00 on Jan 2, 24 hours old (1, 5)
     *        22:00       30      31      25 at 12:00 (1, 5)
     * Jan 5  12:00       40      44      30 at 22:00 on Jan 3, 35 hours old: too old, the pair does not count
     * </pre>
     */
    @Test
    void skillIsRelativeToTheLastObservationThatWasKnown() {
        Pairs pairs = new Pairs()
                .truth(day(0), 0, 10)
                .truth(day(0), 3, 12)
                .truth(day(0), 4, 99)
                .truth(day(0), 6, 15)
                .truth(day(1), 9, 20)
                .truth(day(2), 12, 25)
                .truth(day(2), 22, 30)
                .truth(day(4), 12, 40)
                .forecast(day(0), 0, SOURCE, LeadBucket.HOURS_6, 10.5)
                .forecast(day(0), 3, SOURCE, LeadBucket.HOURS_6, 11.5)
                .forecast(day(0), 6, SOURCE, LeadBucket.HOURS_6, 16)
                .forecast(day(1), 9, SOURCE, LeadBucket.HOURS_6, 18)
                .forecast(day(2), 12, SOURCE, LeadBucket.HOURS_6, 26)
                .forecast(day(2), 22, SOURCE, LeadBucket.HOURS_6, 31)
                .forecast(day(4), 12, SOURCE, LeadBucket.HOURS_6, 44);

        Score.Errors errors = errors(pairs, LeadBucket.HOURS_6);

        assertThat(errors.reference()).contains(Score.Reference.PERSISTENCE);
        // (0.5 + 1 + 2 + 1 + 1) of (2 + 3 + 5 + 5 + 5)
        assertThat(errors.skill().orElseThrow()).isCloseTo(1 - 5.5 / 20, within(1e-12));
    }

    @Test
    void climatologyIsTheMeanOfFifteenDaysAndOneHourToEitherSide() {
        References references = upTo(numbered(66).days(), day(65));

        // Read on day 64 at 18:00: of the days 50 to 80 those before day 64 are known, at 11, 12 and 13 o'clock.
        assertThat(references.climatology(NOON, HOURS_18)).isEqualTo(HourValues.fixed((50 + 63) / 2.0));
        // At 11 o'clock 10, 11 and 12 count, but there is nothing at 10.
        assertThat(references.climatology(NOON - 1, HOURS_18)).isEqualTo(HourValues.fixed((50 + 63) / 2.0 - 0.25));
    }

    @Test
    void climatologyTakesTheSameTimeOfYearsBefore() {
        Pairs pairs = new Pairs();
        for (LocalDate date = LocalDate.of(2025, 2, 1);
                date.isBefore(LocalDate.of(2026, 3, 11));
                date = date.plusDays(1)) {
            boolean inWindow = date.isAfter(LocalDate.of(2025, 2, 22)) && date.isBefore(LocalDate.of(2025, 3, 26));
            boolean recent = date.isAfter(LocalDate.of(2026, 2, 22));
            pairs.truth(date, NOON, inWindow ? 8 : recent ? 2 : 500);
        }

        References references = upTo(pairs.days(), LocalDate.of(2026, 3, 10));

        // 31 days around March 10, 2025 at 8 degrees; February 23 to March 8, 2026, 14 days, at 2 degrees
        assertThat(references.climatology(NOON, HOURS_18)).isEqualTo(HourValues.fixed((31 * 8 + 14 * 2) / 45.0));
    }

    @Test
    void climatologyNeedsSixtyDaysOfRecord() {
        List<VerificationDay> days = numbered(70).days();

        // Read on day 59 at 18:00 there were 59 whole days, a day later 60.
        assertThat(upTo(days, day(60)).climatology(NOON, HOURS_18)).isEqualTo(HourValues.UNKNOWN);
        assertThat(upTo(days, day(61)).climatology(NOON, HOURS_18)).isNotEqualTo(HourValues.UNKNOWN);
    }

    @Test
    void skillIsRelativeToTheBetterReference() {
        Pairs pairs = new Pairs();
        for (int number = 0; number < 80; number++) {
            double truth = number % 2 == 0 ? 10 : 20;
            pairs.truth(day(number), NOON, truth);
            if (number >= 61) {
                pairs.forecast(day(number), NOON, SOURCE, LeadBucket.HOURS_24, truth + 2);
            }
        }

        Score.Errors errors = errors(pairs, LeadBucket.HOURS_24);

        // The day before is wrong by 10, the mean of the 14 known days around by 5, the forecast by 2.
        assertThat(errors.reference()).contains(Score.Reference.CLIMATOLOGY);
        assertThat(errors.skill().orElseThrow()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void untilThereAreSixtyDaysPersistenceIsTheReference() {
        Pairs pairs = new Pairs();
        for (int number = 0; number < 60; number++) {
            double truth = number % 2 == 0 ? 10 : 20;
            pairs.truth(day(number), NOON, truth).forecast(day(number), NOON, SOURCE, LeadBucket.HOURS_24, truth + 2);
        }

        Score.Errors errors = errors(pairs, LeadBucket.HOURS_24);

        assertThat(errors.reference()).contains(Score.Reference.PERSISTENCE);
        assertThat(errors.skill().orElseThrow()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void referencesKnowNothingLaterThanTheReading() {
        long seed = 60_031;
        System.out.println("ReferencesTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        double[] truths = random.doubles(80 * HourValues.HOURS, -10, 30).toArray();
        List<VerificationDay> original = record(truths);
        for (int trial = 0; trial < 200; trial++) {
            int readAt = random.nextInt(truths.length);
            int ahead = 3 + random.nextInt(40);
            int validAt = Math.min(truths.length - 1, readAt + ahead);
            double[] altered = truths.clone();
            for (int i = readAt + 1; i < altered.length; i++) {
                altered[i] += 100;
            }
            LocalDate date = day(validAt / HourValues.HOURS);
            References before = upTo(original, date);
            References after = upTo(record(altered), date);
            int hour = validAt % HourValues.HOURS;
            int readAhead = validAt - readAt;
            assertThat(after.persistence(hour, readAhead)).isEqualTo(before.persistence(hour, readAhead));
            assertThat(after.climatology(hour, readAhead)).isEqualTo(before.climatology(hour, readAhead));
        }
    }

    /** References as they are when a day was added, and none after it. */
    private static References upTo(List<VerificationDay> days, LocalDate last) {
        References references = new References(days.getFirst().date());
        days.stream().filter(day -> !day.date().isAfter(last)).forEach(day -> references.add(day.date(), day.truths()));
        return references;
    }

    private static List<VerificationDay> record(double[] truths) {
        List<VerificationDay> days = new ArrayList<>();
        for (int day = 0; day < truths.length / HourValues.HOURS; day++) {
            long[] hours = new long[HourValues.HOURS];
            for (int hour = 0; hour < hours.length; hour++) {
                hours[hour] = HourValues.fixed(truths[day * HourValues.HOURS + hour]);
            }
            days.add(new VerificationDay(day(day), HourValues.of(hours), new TreeMap<>()));
        }
        return days;
    }
}
