package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModel;
import dev.vane.adapters.sources.openmeteo.PreviousRuns;
import dev.vane.adapters.sources.openmeteo.PreviousRunsSettings;
import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.StorageSettings;
import dev.vane.adapters.sqlite.gazetteer.SqliteGazetteer;
import dev.vane.application.Application;
import dev.vane.application.api.CallBudget;
import dev.vane.application.api.ReadScores.Scored;
import dev.vane.application.api.ReadScores.SourceScores;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.MutableClock;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.WeatherSource;
import dev.vane.bootstrap.Backfill.Done;
import dev.vane.bootstrap.Backfill.Outcome;
import dev.vane.bootstrap.Backfill.Stopped;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.TruthKind;
import dev.vane.domain.weather.SourceId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten days of two models, from a stub of Open-Meteo, into a real database. */
class BackfillTest {

    private static final String PATH = "/v1/forecast";
    private static final Instant NOW = Instant.parse("2026-02-20T12:10:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-02-20");
    private static final int DAYS = 10;
    private static final List<OpenMeteoModel> MODELS =
            List.of(OpenMeteoModel.ECMWF_IFS025, OpenMeteoModel.GFS_SEAMLESS);

    /** Four runs a day of each model. */
    private static final int RUNS = 4 * DAYS * 2;

    @TempDir
    private Path directory;

    private final MutableClock clock = new MutableClock(NOW);
    private final StubProvider stub = StubProvider.start();
    private SqliteGazetteer gazetteer;
    private SqliteStorage storage;
    private ProviderSources providers;
    private Application application;
    private WeatherSource station;
    private Place oslo;

    @BeforeEach
    void start() {
        gazetteer = SqliteGazetteer.open(Path.of(System.getProperty("vane.gazetteer")));
        storage = SqliteStorage.open(StorageSettings.in(directory));
        providers = new ProviderSources(
                HttpSettings.standard("test", URI.create("https://home.example.org/contact")), clock, storage.notes());
        station = SimulatedWorld.sources(clock).getLast();
        application = Application.builder(
                        clock,
                        gazetteer,
                        new Stores(
                                storage.archive(),
                                storage.record(),
                                storage.verification(),
                                storage.watches(),
                                storage.ledger()),
                        Runnable::run)
                .source(station)
                .build();
        oslo = gazetteer.town(new PlaceId.Town(3143244)).orElseThrow();
        storage.watches().add(oslo, NOW);
        stub.answer(PATH, StubAnswer.json(answer(TODAY.minusDays(DAYS), DAYS + 8)));
    }

    @AfterEach
    void stop() {
        providers.close();
        storage.close();
        gazetteer.close();
        stub.close();
    }

    /** Every model forecasts as many degrees as it is hours since the start, by tens; so no run repeats another. */
    private static String answer(LocalDate first, int days) {
        long start = first.toEpochDay() * 86_400;
        int hours = 24 * days;
        List<String> columns = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (OpenMeteoModel model : MODELS) {
            for (int before = 1; before <= 7; before++) {
                int shift = before;
                String name = "\"temperature_2m_previous_day" + before + "_" + model.key() + "\": ";
                columns.add(name + values(hours, hour -> Double.toString((hour + shift) / 10.0 - 20)));
                units.add(name + "\"°C\"");
            }
        }
        return "{\"utc_offset_seconds\": 0, \"hourly_units\": {\"time\": \"unixtime\", " + String.join(",", units)
                + "}, \"hourly\": {\"time\": " + values(hours, hour -> Long.toString(start + 3600L * hour)) + ", "
                + String.join(",", columns) + "}}";
    }

    private static String values(int count, IntFunction<String> value) {
        return IntStream.range(0, count).mapToObj(value).collect(Collectors.joining(",", "[", "]"));
    }

    private Backfill backfill(CallMeter calls) {
        PreviousRuns runs = providers.previousRuns(new PreviousRunsSettings(BaseUrl.of(stub.baseUrl())));
        return new Backfill(
                new Backfill.Upstream(runs, MODELS, calls),
                Application.keepPast(clock, storage.archive()),
                storage.notes(),
                clock);
    }

    private CallMeter meter(int callsAnHour) {
        CallBudget budget = new CallBudget(Map.of(CallWindow.HOUR, callsAnHour), 100);
        return Application.meter(clock, storage.ledger(), PreviousRuns.account(), budget);
    }

    private int runsOnRecord() {
        return (int) MODELS.stream()
                .mapToLong(model -> IntStream.range(0, 4 * DAYS)
                        .mapToObj(number -> TODAY.minusDays(DAYS)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .plus(Duration.ofHours(6L * number)))
                        .filter(time -> storage.record().runsKnownAt(oslo.id(), time, time).stream()
                                .anyMatch(run -> run.source().equals(model.id())))
                        .count())
                .sum();
    }

    @Test
    void thePastIsKeptAndScoredByWhatStationsMeasured() {
        Backfill backfill = backfill(CallMeter.UNLIMITED);
        List<Integer> progress = new ArrayList<>();
        assertThat(backfill.observations(oslo, station, CallMeter.UNLIMITED)).isEmpty();
        Outcome outcome = backfill.forecasts(oslo, DAYS, progress::add);
        application.keepScores().verifyDue();

        assertThat(outcome).isEqualTo(new Done(RUNS));
        assertThat(progress).containsExactly(7, 10);
        assertThat(runsOnRecord()).isEqualTo(RUNS);
        Scored scored = (Scored) application.readScores().scores(oslo.id(), Optional.of(ScoredVariable.TEMPERATURE));
        List<SourceScores> scores = scored.series().stream()
                .filter(series -> series.series().truth() == TruthKind.OFFICIAL)
                .flatMap(series -> series.buckets().stream())
                .filter(bucket -> bucket.bucket() == LeadBucket.DAYS_2)
                .flatMap(bucket -> bucket.sources().stream())
                .toList();
        assertThat(scores)
                .extracting(SourceScores::source)
                .contains(new SourceId("ecmwf-ifs025"), new SourceId("gfs-seamless"));
        assertThat(scores)
                .allSatisfy(score -> assertThat(score.overall().pairs()).isEqualTo(2)); // 9 and 12 UTC of six hours
    }

    @Test
    void aSecondStartAsksForNothingThatIsOnRecord() {
        backfill(CallMeter.UNLIMITED).forecasts(oslo, DAYS, done -> {});
        int calls = stub.calls(PATH);

        assertThat(backfill(CallMeter.UNLIMITED).forecasts(oslo, DAYS, done -> {}))
                .isEqualTo(new Done(0));
        assertThat(stub.calls(PATH)).isEqualTo(calls).isEqualTo(2);
    }

    @Test
    void whenTheBudgetIsSpentItSaysWhenToGoOnAndGoesOnThere() {
        int one = PreviousRuns.weight(MODELS.size(), 7);
        Outcome first = backfill(meter(one)).forecasts(oslo, DAYS, done -> {});

        assertThat(first).isInstanceOfSatisfying(Stopped.class, stopped -> {
            assertThat(stopped.why().reason()).isEqualTo(Reason.BUDGET_SPENT);
            assertThat(stopped.next()).isEqualTo(TODAY.minusDays(3));
            assertThat(stopped.after()).contains(Instant.parse("2026-02-20T13:00:00Z"));
            assertThat(Backfill.soon(stopped, clock.instant())).isFalse();
        });
        assertThat(backfill(meter(one)).forecasts(oslo, DAYS, done -> {}))
                .as("within the hour")
                .isEqualTo(first);
        assertThat(stub.calls(PATH)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(50));
        assertThat(backfill(meter(one)).forecasts(oslo, DAYS, done -> {})).isEqualTo(new Done(RUNS - 7 * 4 * 2));
        assertThat(stub.calls(PATH)).isEqualTo(2);
        assertThat(runsOnRecord()).isEqualTo(RUNS);
    }

    @Test
    void aNoteThatCannotBeReadAndOneOfOtherModelsAreNotBelieved() {
        for (String text : List.of("nonsense", "2026-02-10 2026-02-19 gfs_seamless", "2026-02-10 never " + names())) {
            storage.notes().keep(Backfill.NOTES, oslo.id().toString(), new SourceNotes.Note(text, NOW));

            assertThat(backfill(CallMeter.UNLIMITED).forecasts(oslo, DAYS, done -> {}))
                    .as(text)
                    .isEqualTo(new Done(RUNS));
        }
    }

    private static String names() {
        return MODELS.stream().map(OpenMeteoModel::key).collect(Collectors.joining(","));
    }

    @Test
    void anAnswerThatCannotBeUsedEndsItAndIsAskedForAgainAtAnyTime() {
        stub.answer(PATH, StubAnswer.status(500));

        assertThat(backfill(CallMeter.UNLIMITED).forecasts(oslo, DAYS, done -> {}))
                .isInstanceOfSatisfying(Stopped.class, stopped -> {
                    assertThat(stopped.next()).isEqualTo(TODAY.minusDays(DAYS));
                    assertThat(stopped.why().detail()).contains("500");
                });
        assertThat(storage.notes().find(Backfill.NOTES, oslo.id().toString())).isEmpty();
    }
}
