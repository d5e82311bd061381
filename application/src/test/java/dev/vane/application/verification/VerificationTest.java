package dev.vane.application.verification;

import static dev.vane.application.verification.ScoredHouse.HOUR;
import static dev.vane.application.verification.ScoredHouse.METAR;
import static dev.vane.application.verification.ScoredHouse.PLACE;
import static dev.vane.application.verification.ScoredHouse.START;
import static dev.vane.application.verification.ScoredHouse.run;
import static dev.vane.application.verification.ScoredHouse.temperature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.BlendNote;
import dev.vane.application.api.ReadScores.BucketScores;
import dev.vane.application.api.ReadScores.Scored;
import dev.vane.application.api.ReadScores.SeriesScores;
import dev.vane.application.api.ReadScores.UnknownPlace;
import dev.vane.application.verification.ScoredHouse.Forecasted;
import dev.vane.application.verification.ScoredHouse.Heard;
import dev.vane.application.verification.ScoredHouse.Now;
import dev.vane.application.verification.ScoredHouse.Reading;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.quality.QualityRule;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final Series BY_STATION = new Series(TruthKind.STATION, ScoredVariable.TEMPERATURE, 0);
    private static final Series BY_OFFICIAL = new Series(TruthKind.OFFICIAL, ScoredVariable.TEMPERATURE, 0);
    private static final Series BY_ANALYSIS = new Series(TruthKind.ANALYSIS, ScoredVariable.TEMPERATURE, 0);
    private static final SourceId ALPHA = new SourceId("alpha");
    private static final SourceId BETA = new SourceId("beta");
    private static final Instant NOON = START.plus(HOUR.multipliedBy(12));

    private final ScoredHouse house = new ScoredHouse();

    private Optional<VerificationDay> day(Series series) {
        LocalDate date = LocalDate.of(2026, 3, 1);
        return house.store().days(PLACE.id(), series, date, date).stream().findFirst();
    }

    private void hear(Heard... heard) {
        for (Heard one : heard) {
            house.hear(one);
        }
        house.verifyAt(NOON.plus(HOUR));
    }

    @Test
    void formsAPairWithWhatAReaderHadBefore() {
        Instant early = NOON.minus(Duration.ofHours(5));
        Instant late = NOON.minus(Duration.ofHours(2));
        hear(
                new Forecasted(early, ALPHA, run(early, 24, time -> temperature(7))),
                new Forecasted(late, ALPHA, run(late, 24, time -> temperature(9))),
                new Reading(NOON, temperature(8)));

        VerificationDay day = day(BY_STATION).orElseThrow();

        assertThat(day.truths().at(12)).isEqualTo(8);
        assertThat(day.forecast(ALPHA, LeadBucket.HOURS_6).at(12)).isEqualTo(7); // what was had three hours before
        assertThat(day.forecasts().get(ALPHA)).containsOnlyKeys(LeadBucket.HOURS_6);
    }

    @Test
    void aForecastThatIsTooOldForALeadTimeIsNoneOfIt() {
        Instant old = NOON.minus(Duration.ofHours(7));
        hear(new Forecasted(old, ALPHA, run(old, 24, time -> temperature(7))), new Reading(NOON, temperature(8)));

        assertThat(day(BY_STATION).orElseThrow().forecasts()).isEmpty();
    }

    @Test
    void theReadingNextToTheHourIsItsTruth() {
        hear(
                new Reading(NOON.minus(Duration.ofMinutes(9)), temperature(1)),
                new Reading(NOON.minus(Duration.ofMinutes(2)), temperature(2)),
                new Reading(NOON.plus(Duration.ofMinutes(3)), temperature(3)));

        assertThat(day(BY_STATION).orElseThrow().truths().at(12)).isEqualTo(2);
        assertThat(day(BY_STATION).orElseThrow().truths().has(11)).isFalse();
    }

    @Test
    void kindsOfTruthAreNotMixed() {
        hear(
                new Now(NOON, ALPHA, temperature(4)),
                new Now(NOON, BETA, temperature(6)),
                new Now(NOON.minus(HOUR), ALPHA, temperature(1)),
                new Now(NOON.minus(HOUR), BETA, temperature(2)),
                new Now(NOON, METAR, temperature(7)));

        assertThat(day(BY_STATION)).isEmpty();
        assertThat(day(BY_OFFICIAL).orElseThrow().truths().at(12)).isEqualTo(7);
        VerificationDay analysed = day(BY_ANALYSIS).orElseThrow();
        assertThat(analysed.truths().has(12)).isFalse(); // an official station knows better
        assertThat(analysed.truths().at(11)).isEqualTo(1.5);
    }

    @Test
    void whatFailsQualityControlIsKeptAndFlaggedAndNotUsed() {
        hear(
                new Now(NOON, ALPHA, temperature(4)),
                new Now(NOON, BETA, temperature(6)),
                new Now(NOON, new SourceId("gamma"), temperature(5)),
                new Reading(NOON, temperature(25)));

        assertThat(day(BY_STATION)).isEmpty();
        assertThat(house.store().flags(PLACE.id(), START, NOON))
                .singleElement()
                .satisfies(reading -> assertThat(reading.flags())
                        .singleElement()
                        .satisfies(flag -> assertThat(flag.rule()).isEqualTo(QualityRule.NEIGHBOURS)));
        assertThat(house.record().observations(PLACE.id(), NOON, NOON)).hasSize(4);
    }

    @Test
    void aLateReadingChangesTheJudgementOfThoseAfterIt() {
        Instant before = NOON.minus(Duration.ofMinutes(30));
        hear(new Reading(NOON, temperature(20)));
        assertThat(day(BY_STATION).orElseThrow().truths().at(12)).isEqualTo(20);

        hear(new Reading(before, temperature(5))); // nothing warms by 15 K in half an hour

        assertThat(day(BY_STATION).map(day -> day.truths().has(12)).orElse(false))
                .isFalse();
    }

    @Test
    void sixHoursOfPrecipitationAreSummedAndALongerStepIsNeverDivided() {
        for (int hour = 1; hour <= 12; hour++) {
            Values<Variable> wet =
                    Values.of(Variable.class).set(Variable.PRECIPITATION, 0.5).build();
            Instant time = START.plus(HOUR.multipliedBy(hour));
            house.hear(new Now(time, METAR, wet));
        }
        Values<Variable> rain = Values.of(Variable.class)
                .set(Variable.PRECIPITATION, 4)
                .set(Variable.PRECIPITATION_PROBABILITY, 70)
                .build();
        Instant read = START.minus(HOUR.multipliedBy(12));
        ForecastStep six = new ForecastStep(NOON, Duration.ofHours(6), new Conditions(Sky.UNKNOWN, rain));
        hear(new Forecasted(read, ALPHA, new Run(Optional.empty(), read, List.of(six), List.of())));

        Series sums = new Series(TruthKind.OFFICIAL, ScoredVariable.PRECIPITATION, 6);
        assertThat(day(sums).orElseThrow().truths().at(12)).isEqualTo(3);
        assertThat(day(sums).orElseThrow().forecast(ALPHA, LeadBucket.DAYS_2).has(12))
                .isFalse();
        assertThat(day(new Series(TruthKind.OFFICIAL, ScoredVariable.PRECIPITATION, 1))
                        .orElseThrow()
                        .forecasts())
                .isEmpty();
    }

    /** Twenty random orders with restarts in between: the same pairs, and the same scores to the last bit. */
    @Test
    void arrivalOrderDoesNotMatter() {
        List<Heard> heard = ScoredHouse.days(12, 20_260_301);
        List<SeriesScores> expected = scores(heard, 0);
        assertThat(expected).isNotEmpty();
        for (int seed = 1; seed <= 20; seed++) {
            List<Heard> shuffled = new ArrayList<>(heard);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(scores(shuffled, seed)).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static List<SeriesScores> scores(List<Heard> heard, int seed) {
        ScoredHouse anew = new ScoredHouse();
        Random random = new Random(seed);
        Instant end = START.plus(Duration.ofDays(13));
        anew.clock.set(end);
        for (Heard one : heard) {
            anew.hear(one);
            if (seed > 0 && random.nextInt(60) == 0) {
                anew.restart();
                anew.verifyAt(end);
            }
        }
        anew.verifyAt(end);
        return ((Scored) anew.verification().read().scores(PLACE.id(), Optional.empty())).series();
    }

    @Test
    void servesTheBlendOnceItHasProvedBetter() {
        List<Heard> heard = ScoredHouse.days(30, 7);
        for (Heard one : heard) {
            house.clock.set(one.at());
            house.hear(one);
        }
        Instant now = START.plus(Duration.ofDays(30));
        house.verifyAt(now);

        List<SourceReport> reports = List.of(report("rough", now, 2), report("smooth", now, -1.5));
        Blender.Blended blended =
                house.verification().blender().blend(PLACE, now, reports).orElseThrow();

        assertThat(blended.note().members()).contains(new SourceId("rough"), new SourceId("smooth"));
        BlendNote.Part part = blended.note().parts().getFirst();
        assertThat(part.served()).startsWith("blend-");
        assertThat(part.meanAbsoluteError()).isLessThan(part.bestSourceError());
        assertThat(part.corrections().get(new SourceId("rough"))).isBetween(1.2, 2.4);
        assertThat(part.corrections().get(new SourceId("smooth"))).isBetween(-1.9, -1.1);
        ForecastStep next = blended.report().run().orElseThrow().hourly().getFirst();
        double truth = ScoredHouse.truth(next.validTime());
        assertThat(next.conditions().values().get(Variable.TEMPERATURE).getAsDouble())
                .isBetween(truth - 1, truth + 1);
    }

    private static SourceReport report(String source, Instant now, double bias) {
        return new SourceReport(
                new SourceId(source),
                now,
                Optional.empty(),
                Optional.of(run(now, 48, time -> temperature(ScoredHouse.truth(time) + bias))));
    }

    @Test
    void nothingIsBlendedBeforeThereIsEnoughData() {
        for (Heard one : ScoredHouse.days(3, 7)) {
            house.hear(one);
        }
        Instant now = START.plus(Duration.ofDays(3));
        house.verifyAt(now);

        assertThat(house.verification().blender().blend(PLACE, now, List.of(report("rough", now, 2))))
                .isEmpty();
        BucketScores bucket = ((Scored)
                        house.verification().read().scores(PLACE.id(), Optional.of(ScoredVariable.TEMPERATURE)))
                .series()
                .getFirst()
                .buckets()
                .getFirst();
        assertThat(bucket.sources())
                .allSatisfy(source -> assertThat(source.overall().enough()).isFalse());
        assertThat(bucket.decision().orElseThrow().served()).isEmpty();
    }

    @Test
    void aPlaceThatIsNotThereHasNoScores() {
        assertThat(house.verification().read().scores(new PlaceId.Town(99), Optional.empty()))
                .isEqualTo(new UnknownPlace());
        assertThat(((Scored) house.verification().read().scores(PLACE.id(), Optional.empty())).series())
                .isEmpty();
    }
}
