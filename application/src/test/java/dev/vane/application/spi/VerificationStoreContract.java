package dev.vane.application.spi;

import static dev.vane.application.spi.ArchiveSamples.ALPHA;
import static dev.vane.application.spi.ArchiveSamples.BETA;
import static dev.vane.application.spi.ArchiveSamples.NOON;
import static dev.vane.application.spi.ArchiveSamples.report;
import static dev.vane.application.spi.ArchiveSamples.sea;
import static dev.vane.application.spi.ArchiveSamples.town;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.spi.VerificationStore.DueHour;
import dev.vane.application.spi.VerificationStore.FlaggedReading;
import dev.vane.application.spi.VerificationStore.SeriesDay;
import dev.vane.application.spi.VerificationStore.Verified;
import dev.vane.domain.place.Place;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.quality.QualityRule;
import dev.vane.domain.scoring.HourValues;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link VerificationStore} must do. A subclass gives one that is empty, with its archive and watch list. */
public abstract class VerificationStoreContract {

    private static final Place ZURICH = town(2657896, "Zürich");
    private static final Place SEA = sea(-33.9, 151.2);
    private static final Instant ONE_O_CLOCK = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO_O_CLOCK = NOON.plus(Duration.ofHours(2));
    private static final LocalDate DAY = LocalDate.parse("2026-03-14");
    private static final Series TEMPERATURE = new Series(TruthKind.STATION, ScoredVariable.TEMPERATURE, 0);
    private static final Series RAIN = new Series(TruthKind.STATION, ScoredVariable.PRECIPITATION, 3);

    /** For subclasses. */
    protected VerificationStoreContract() {}

    /** The store under test: the same one within a test, empty at its start. */
    protected abstract VerificationStore store();

    /** The archive that marks hours in it. */
    protected abstract WeatherArchive archive();

    /** The places whose hours are marked. */
    protected abstract WatchList watches();

    /** The store, which may now be told of a place. */
    private VerificationStore storeOf(Place place) {
        watches().add(place, NOON);
        return store();
    }

    private void mark(Place place, Instant... hours) {
        mark(place, List.of(hours));
    }

    private void mark(Place place, Collection<Instant> hours) {
        watches().add(place, NOON);
        archive().keep(place, List.of(report(ALPHA, NOON, 5)), Optional.empty(), hours);
    }

    private List<DueHour> due() {
        return store().due(Instant.MAX, 1000);
    }

    private void keep(Place place, SeriesDay... days) {
        storeOf(place).keep(place.id(), new Verified(List.of(days), List.of(), List.of()));
    }

    private void done(Place place, List<DueHour> hours) {
        storeOf(place).keep(place.id(), new Verified(List.of(), List.of(), hours));
    }

    private void flag(Place place, FlaggedReading... readings) {
        storeOf(place).keep(place.id(), new Verified(List.of(), List.of(readings), List.of()));
    }

    private List<VerificationDay> all(Place place, Series series) {
        return store().days(place.id(), series, LocalDate.MIN, LocalDate.MAX);
    }

    private List<FlaggedReading> allFlags(Place place) {
        return store().flags(place.id(), Instant.MIN, Instant.MAX);
    }

    private static HourValues values(long... thousandths) {
        long[] all = new long[HourValues.HOURS];
        java.util.Arrays.fill(all, HourValues.UNKNOWN);
        System.arraycopy(thousandths, 0, all, 0, thousandths.length);
        return HourValues.of(all);
    }

    private static VerificationDay day(LocalDate date, long truth) {
        return new VerificationDay(
                date,
                values(truth, truth + 100),
                new TreeMap<>(Map.of(ALPHA, Map.of(LeadBucket.HOURS_6, values(truth + 500, truth - 200)))));
    }

    private static QualityFlag flag(QualityRule rule, boolean excluded) {
        return new QualityFlag(Variable.TEMPERATURE, rule, excluded, "71 °C is above 60 °C");
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(due()).isEmpty();
        assertThat(store().series(ZURICH.id())).isEmpty();
        assertThat(all(ZURICH, TEMPERATURE)).isEmpty();
        assertThat(allFlags(ZURICH)).isEmpty();
    }

    @Test
    void letsHoursOfAWatchedPlaceWait() {
        mark(ZURICH, ONE_O_CLOCK, NOON);
        mark(SEA, TWO_O_CLOCK);

        assertThat(due())
                .filteredOn(due -> due.place().equals(ZURICH.id()))
                .extracting(DueHour::hour)
                .containsExactly(NOON, ONE_O_CLOCK);
        assertThat(due())
                .filteredOn(due -> due.place().equals(SEA.id()))
                .extracting(DueHour::hour)
                .containsExactly(TWO_O_CLOCK);
        assertThat(due()).extracting(DueHour::mark).doesNotHaveDuplicates();
    }

    @Test
    void letsHoursWaitThatComeWithoutAReport() {
        watches().add(ZURICH, NOON);

        archive().keep(ZURICH, List.of(), Optional.empty(), List.of(NOON));

        assertThat(due()).extracting(DueHour::hour).containsExactly(NOON);
        assertThat(archive().latest(ZURICH.id())).isEmpty();
    }

    @Test
    void letsNoHourOfAnotherPlaceWait() {
        mark(ZURICH, ONE_O_CLOCK);
        watches().remove(ZURICH.id());

        archive().keep(ZURICH, List.of(report(ALPHA, NOON, 5)), Optional.empty(), List.of(NOON));
        archive().keep(SEA, List.of(report(ALPHA, NOON, 5)), Optional.empty(), List.of(NOON));

        assertThat(due()).extracting(DueHour::hour).containsExactly(ONE_O_CLOCK);
    }

    @Test
    void givesNoLaterHoursThanAskedFor() {
        mark(ZURICH, NOON, ONE_O_CLOCK, TWO_O_CLOCK);

        assertThat(store().due(ONE_O_CLOCK, 10)).extracting(DueHour::hour).containsExactly(NOON, ONE_O_CLOCK);
        assertThat(store().due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(store().due(Instant.MIN, 10)).isEmpty();
    }

    @Test
    void givesNoMoreHoursThanAskedFor() {
        mark(SEA, TWO_O_CLOCK, ONE_O_CLOCK);
        mark(ZURICH, NOON, ONE_O_CLOCK, TWO_O_CLOCK);

        assertThat(store().due(Instant.MAX, 3)).isEqualTo(due().subList(0, 3));
        assertThat(store().due(Instant.MAX, 0)).isEmpty();
        assertThatThrownBy(() -> store().due(Instant.MAX, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is -1, less than 0");
    }

    @Test
    void givesThePlacesOneAfterTheOther() {
        mark(ZURICH, TWO_O_CLOCK);
        mark(SEA, ONE_O_CLOCK);
        mark(ZURICH, NOON);
        mark(SEA, NOON, TWO_O_CLOCK);

        List<DueHour> due = due();

        assertThat(due).hasSize(5);
        assertThat(due.stream()
                        .map(DueHour::place)
                        .distinct()
                        .flatMap(place -> due.stream()
                                .filter(hour -> hour.place().equals(place))
                                .sorted(java.util.Comparator.comparing(DueHour::hour))))
                .containsExactlyElementsOf(due);
    }

    @Test
    void givesAnHourThatWasMarkedTwiceOnceWithItsLaterMark() {
        mark(ZURICH, NOON);
        long first = due().getFirst().mark();
        mark(ZURICH, NOON, NOON);

        assertThat(due()).hasSize(1);
        assertThat(due().getFirst().mark()).isNotEqualTo(first);
    }

    @Test
    void letsHoursWaitNoMoreOnceTheyAreVerified() {
        mark(ZURICH, NOON, ONE_O_CLOCK);
        mark(SEA, NOON);
        List<DueHour> first = store().due(NOON, 1);

        done(
                ZURICH,
                first.stream().filter(due -> due.place().equals(ZURICH.id())).toList());

        assertThat(due()).doesNotContainAnyElementsOf(first).hasSize(2);
    }

    @Test
    void letsAnHourWaitOnThatWasMarkedWhileItWasVerified() {
        mark(ZURICH, NOON);
        List<DueHour> read = due();
        mark(ZURICH, NOON);

        done(ZURICH, read);

        assertThat(due()).extracting(DueHour::hour).containsExactly(NOON);
        done(ZURICH, due());
        assertThat(due()).isEmpty();
    }

    @Test
    void givesNoMarkTwice() {
        mark(ZURICH, NOON);
        List<DueHour> read = due();
        done(ZURICH, read);
        mark(ZURICH, NOON);

        done(ZURICH, read);

        assertThat(due()).extracting(DueHour::hour).containsExactly(NOON);
    }

    @Test
    void endsNoHourOfAnotherPlace() {
        mark(ZURICH, NOON);

        done(SEA, due());

        assertThat(due()).hasSize(1);
    }

    @Test
    void refusesATimeThatIsNotAFullHour() {
        for (Instant odd : List.of(NOON.plusNanos(1), NOON.plusSeconds(1), NOON.minusSeconds(1800))) {
            assertThatThrownBy(() -> mark(ZURICH, NOON, odd))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(odd + " is not a full hour");
        }

        assertThat(due()).isEmpty();
        assertThat(archive().latest(ZURICH.id())).isEmpty();
    }

    @Test
    void givesBackWhatWasKept() {
        keep(ZURICH, new SeriesDay(TEMPERATURE, day(DAY, 12_300)));

        assertThat(all(ZURICH, TEMPERATURE)).containsExactly(day(DAY, 12_300));
    }

    @Test
    void givesBackEveryHourOfEveryRangeOfLeadTimes() {
        long seed = new Random().nextLong();
        System.getLogger(VerificationStoreContract.class.getName())
                .log(System.Logger.Level.INFO, "seed {0}", "" + seed);
        Random random = new Random(seed);
        List<VerificationDay> days = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            days.add(randomDay(DAY.plusDays(i), random));
        }

        keep(ZURICH, days.stream().map(day -> new SeriesDay(TEMPERATURE, day)).toArray(SeriesDay[]::new));

        assertThat(all(ZURICH, TEMPERATURE))
                .isEqualTo(days.stream().filter(day -> !day.isEmpty()).toList());
    }

    private static VerificationDay randomDay(LocalDate date, Random random) {
        Map<SourceId, Map<LeadBucket, HourValues>> forecasts = new TreeMap<>();
        for (String name : List.of("zulu", "alpha", "mike", "beta-2", "kilo").subList(0, random.nextInt(6))) {
            Map<LeadBucket, HourValues> buckets = new EnumMap<>(LeadBucket.class);
            for (LeadBucket bucket : LeadBucket.values()) {
                buckets.put(bucket, randomValues(random));
            }
            forecasts.put(new SourceId(name), buckets);
        }
        return new VerificationDay(date, randomValues(random), new TreeMap<>(forecasts));
    }

    private static HourValues randomValues(Random random) {
        long[] all = new long[HourValues.HOURS];
        double known = random.nextInt(4) / 3.0;
        boolean wild = random.nextInt(5) == 0;
        for (int hour = 0; hour < all.length; hour++) {
            long value = wild ? random.nextLong() : 100L * random.nextInt(-500, 500);
            all[hour] = random.nextDouble() < known ? value : HourValues.UNKNOWN;
        }
        return HourValues.of(all);
    }

    @Test
    void givesBackTheGreatestAndTheLeastValue() {
        VerificationDay extreme = new VerificationDay(
                DAY,
                values(Long.MAX_VALUE, Long.MIN_VALUE + 1, 0, Long.MAX_VALUE, -1),
                new TreeMap<>(Map.of(
                        BETA,
                        Map.of(
                                LeadBucket.DAYS_10,
                                values(Long.MIN_VALUE + 1, Long.MAX_VALUE),
                                LeadBucket.HOURS_12,
                                values(0, Long.MAX_VALUE)))));

        keep(ZURICH, new SeriesDay(TEMPERATURE, extreme));

        assertThat(all(ZURICH, TEMPERATURE)).containsExactly(extreme);
    }

    @Test
    void givesBackForecastsWithoutTruthAndTruthWithoutForecasts() {
        VerificationDay forecast =
                new VerificationDay(DAY, HourValues.NONE, day(DAY, 5).forecasts());
        VerificationDay truth = new VerificationDay(DAY.plusDays(1), values(7), new TreeMap<>());

        keep(ZURICH, new SeriesDay(TEMPERATURE, forecast), new SeriesDay(TEMPERATURE, truth));

        assertThat(all(ZURICH, TEMPERATURE)).containsExactly(forecast, truth);
    }

    @Test
    void replacesADayWholly() {
        keep(ZURICH, new SeriesDay(TEMPERATURE, day(DAY, 5)), new SeriesDay(TEMPERATURE, day(DAY.plusDays(1), 6)));
        VerificationDay other = new VerificationDay(DAY, values(7), new TreeMap<>());

        keep(ZURICH, new SeriesDay(TEMPERATURE, other));

        assertThat(all(ZURICH, TEMPERATURE)).containsExactly(other, day(DAY.plusDays(1), 6));
    }

    @Test
    void deletesADayThatIsEmpty() {
        keep(ZURICH, new SeriesDay(TEMPERATURE, day(DAY, 5)), new SeriesDay(RAIN, day(DAY, 6)));

        keep(
                ZURICH,
                new SeriesDay(TEMPERATURE, VerificationDay.empty(DAY)),
                new SeriesDay(TEMPERATURE, VerificationDay.empty(DAY.plusDays(1))));

        assertThat(all(ZURICH, TEMPERATURE)).isEmpty();
        assertThat(store().series(ZURICH.id())).containsExactly(RAIN);
    }

    @Test
    void givesTheDaysOfARangeByAscendingDate() {
        keep(
                ZURICH,
                new SeriesDay(TEMPERATURE, day(DAY.plusDays(2), 3)),
                new SeriesDay(TEMPERATURE, day(DAY.minusDays(30_000), 0)),
                new SeriesDay(TEMPERATURE, day(DAY, 1)),
                new SeriesDay(TEMPERATURE, day(DAY.plusDays(1), 2)));

        assertThat(store().days(ZURICH.id(), TEMPERATURE, DAY, DAY.plusDays(1)))
                .containsExactly(day(DAY, 1), day(DAY.plusDays(1), 2));
        assertThat(store().days(ZURICH.id(), TEMPERATURE, DAY.plusDays(1), DAY)).isEmpty();
        assertThat(store().days(ZURICH.id(), TEMPERATURE, DAY.plusDays(3), LocalDate.MAX))
                .isEmpty();
        assertThat(all(ZURICH, TEMPERATURE))
                .extracting(VerificationDay::date)
                .containsExactly(DAY.minusDays(30_000), DAY, DAY.plusDays(1), DAY.plusDays(2));
    }

    @Test
    void keepsEverySeriesOfEveryPlaceApart() {
        List<Series> series = new ArrayList<>();
        for (TruthKind truth : TruthKind.values()) {
            for (ScoredVariable variable : ScoredVariable.values()) {
                if (variable.variable().ofInterval()) {
                    series.add(new Series(truth, variable, 1));
                    series.add(new Series(truth, variable, 24));
                } else {
                    series.add(new Series(truth, variable, 0));
                }
            }
        }
        List<Place> places = List.of(SEA, ZURICH);
        for (int i = series.size() - 1; i >= 0; i--) {
            for (int place = 0; place < 2; place++) {
                keep(places.get(place), new SeriesDay(series.get(i), day(DAY, 1000L * i + place)));
            }
        }

        for (int place = 0; place < 2; place++) {
            assertThat(store().series(places.get(place).id())).containsExactlyElementsOf(series);
            for (int i = 0; i < series.size(); i++) {
                assertThat(all(places.get(place), series.get(i))).containsExactly(day(DAY, 1000L * i + place));
            }
        }
    }

    @Test
    void givesBackTheFlagsOfAReading() {
        FlaggedReading reading = new FlaggedReading(
                ALPHA,
                NOON,
                List.of(
                        flag(QualityRule.STEP, true),
                        flag(QualityRule.NEIGHBOURS, false),
                        new QualityFlag(
                                Variable.WIND_GUST, QualityRule.CONSISTENCY, true, "\"'; DROP TABLE x; -- 🌧\n")));

        flag(ZURICH, reading);

        assertThat(allFlags(ZURICH)).containsExactly(reading);
        assertThat(allFlags(SEA)).isEmpty();
    }

    @Test
    void givesBackAFlagOfEveryVariableByEveryRule() {
        List<QualityFlag> flags = new ArrayList<>();
        for (Variable variable : Variable.values()) {
            for (QualityRule rule : QualityRule.values()) {
                flags.add(new QualityFlag(variable, rule, flags.size() % 3 == 0, "flag " + flags.size()));
            }
        }

        flag(ZURICH, new FlaggedReading(ALPHA, NOON, flags));

        assertThat(allFlags(ZURICH)).containsExactly(new FlaggedReading(ALPHA, NOON, flags));
    }

    @Test
    void replacesAllFlagsOfAReadingAndOfNoOther() {
        FlaggedReading other = new FlaggedReading(BETA, NOON, List.of(flag(QualityRule.RANGE, true)));
        FlaggedReading later = new FlaggedReading(ALPHA, ONE_O_CLOCK, List.of(flag(QualityRule.RANGE, true)));
        flag(
                ZURICH,
                later,
                other,
                new FlaggedReading(ALPHA, NOON, List.of(flag(QualityRule.STEP, true), flag(QualityRule.RANGE, true))));
        FlaggedReading again = new FlaggedReading(ALPHA, NOON, List.of(flag(QualityRule.PERSISTENCE, false)));

        flag(ZURICH, again);

        assertThat(allFlags(ZURICH)).containsExactly(again, other, later);
    }

    @Test
    void takesFlagsAway() {
        flag(ZURICH, new FlaggedReading(ALPHA, NOON, List.of(flag(QualityRule.STEP, true))));

        flag(ZURICH, new FlaggedReading(ALPHA, NOON, List.of()));

        assertThat(allFlags(ZURICH)).isEmpty();
    }

    @Test
    void givesTheFlagsOfARangeOfTimes() {
        for (Instant time : List.of(TWO_O_CLOCK, NOON, ONE_O_CLOCK)) {
            flag(ZURICH, new FlaggedReading(ALPHA, time, List.of(flag(QualityRule.STEP, true))));
        }

        assertThat(store().flags(ZURICH.id(), NOON, ONE_O_CLOCK))
                .extracting(FlaggedReading::validTime)
                .containsExactly(NOON, ONE_O_CLOCK);
        assertThat(store().flags(ZURICH.id(), ONE_O_CLOCK.plusMillis(1), TWO_O_CLOCK.minusMillis(1)))
                .isEmpty();
    }

    @Test
    void keepsDaysFlagsAndWhatIsDoneTogether() {
        mark(ZURICH, NOON);
        FlaggedReading reading = new FlaggedReading(ALPHA, NOON, List.of(flag(QualityRule.STEP, true)));

        store().keep(
                        ZURICH.id(),
                        new Verified(List.of(new SeriesDay(TEMPERATURE, day(DAY, 5))), List.of(reading), due()));

        assertThat(all(ZURICH, TEMPERATURE)).containsExactly(day(DAY, 5));
        assertThat(allFlags(ZURICH)).containsExactly(reading);
        assertThat(due()).isEmpty();
    }
}
