package dev.vane.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.simulated.SimulatedMember;
import dev.vane.adapters.sources.simulated.SimulatedTruth;
import dev.vane.application.api.BlendNote;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.ReadWeather;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demonstration, from end to end: what is printed there is what the service finds out by itself. */
class DemonstrationTest {

    private static final PlaceId OSLO = new PlaceId.Town(3143244);
    private static final Instant START = Instant.parse("2026-02-07T00:00:00Z");
    private static final Path GAZETTEER = Path.of(System.getProperty("vane.gazetteer"));
    private static final int DAYS = 25;

    @Test
    void scoresAppearAndTheBlendTakesOver() {
        SortedMap<Integer, DemoTable.Line> lines = new TreeMap<>();
        try (Demonstration demonstration = Demonstration.open(GAZETTEER, OSLO, START)) {
            demonstration.live(DAYS, day -> {
                if (day == 2 || day == 10 || day == DAYS) {
                    lines.put(day, DemoTable.read(demonstration.application().readScores(), OSLO));
                }
            });

            assertThat(demonstration.now()).isEqualTo(START.plus(Duration.ofDays(DAYS)));
            assertThat(lines.get(2).served()).as("served on the second day").isEmpty();
            assertThat(lines.get(2).errors()).as("scores on the second day").isEmpty();
            assertThat(lines.get(10).errors()).containsKeys(names());
            assertThat(lines.get(10).served())
                    .as("served on fewer than 14 days")
                    .isPresent()
                    .get()
                    .isIn((Object[]) names());

            DemoTable.Line last = lines.get(DAYS);
            String served = last.served().orElseThrow();
            assertThat(served).startsWith("blend-");
            assertThat(last.errors().get(served)).isLessThan(bestMember(last));

            PlaceWeather weather = weather(demonstration);
            assertThat(weather.forecast().orElseThrow().source()).isEqualTo(BlendNote.SOURCE);
            assertThat(weather.blend().orElseThrow().parts()).anySatisfy(part -> {
                assertThat(part.variable()).isEqualTo(ScoredVariable.TEMPERATURE);
                assertThat(part.bucket()).isEqualTo(LeadBucket.DAYS_2);
                assertThat(part.served()).startsWith("blend-");
            });
            assertThat(weather.sources())
                    .extracting(status -> status.source().attribution())
                    .containsOnly("Simulated by Vane: not the real weather");
        }
    }

    private static String[] names() {
        return Arrays.stream(SimulatedMember.values())
                .map(member -> member.source().name())
                .toArray(String[]::new);
    }

    private static double bestMember(DemoTable.Line line) {
        return Stream.of(names())
                .mapToDouble(name -> line.errors().get(name))
                .min()
                .orElseThrow();
    }

    private static PlaceWeather weather(Demonstration demonstration) {
        return switch (demonstration.application().readWeather().read(new ReadWeather.ById(OSLO))) {
            case WeatherOutcome.Served(PlaceWeather weather) -> weather;
            case WeatherOutcome other -> throw new AssertionError(other);
        };
    }

    @Test
    void nothingOfItStaysBehind() throws IOException {
        Set<Path> before = folders();
        try (Demonstration demonstration = Demonstration.open(GAZETTEER, OSLO, START)) {
            demonstration.live(1, day -> {});
            Set<Path> meanwhile = folders();
            meanwhile.removeAll(before);
            assertThat(meanwhile)
                    .hasSize(1)
                    .allSatisfy(folder -> assertThat(folder.resolve("vane.db")).exists());
        }
        assertThat(before).containsAll(folders());
    }

    private static Set<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("vane-demo-"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void itEndsWhereItIsClosedAndLivesNoDayAfterwards() {
        try (Demonstration demonstration = Demonstration.open(GAZETTEER, OSLO, START)) {
            Runnable end = demonstration::close;
            demonstration.live(3, day -> end.run());

            assertThat(demonstration.now()).isEqualTo(START.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void aPlaceThatThereIsNotIsNamed() {
        assertThatThrownBy(() -> Demonstration.open(GAZETTEER, new PlaceId.Town(1), START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no place 1");
    }

    @Test
    void theStationMeasuresTheTruthButForASmallErrorThatIsAlwaysTheSame() {
        try (Demonstration demonstration = Demonstration.open(GAZETTEER, OSLO, START)) {
            List<Double> errors = Stream.iterate(START, time -> time.plus(Duration.ofHours(1)))
                    .limit(500)
                    .map(time -> temperature(measured(demonstration, time))
                            - temperature(SimulatedTruth.at(demonstration.place(), time)))
                    .toList();

            double mean =
                    errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double spread = Math.sqrt(errors.stream()
                    .mapToDouble(error -> error * error)
                    .average()
                    .orElseThrow());
            assertThat(mean).isBetween(-0.05, 0.05);
            assertThat(spread).isBetween(0.15, 0.25);
            assertThat(measured(demonstration, START)).isEqualTo(measured(demonstration, START));
        }
    }

    private static Observation measured(Demonstration demonstration, Instant time) {
        return SimulatedWorld.OfficialStation.measure(demonstration.place(), time);
    }

    private static double temperature(Observation observation) {
        return observation.conditions().values().get(Variable.TEMPERATURE).orElseThrow();
    }

    @Test
    void itsSourcesAreTakenForRealOnesAndSayThatTheyAreNot() {
        List<WeatherSource> sources = SimulatedWorld.sources(new AcceleratedClock(START));

        List<SourceInfo> infos =
                sources.stream().flatMap(source -> source.members().stream()).toList();
        assertThat(infos).hasSize(SimulatedMember.values().length + 1).noneMatch(SourceInfo::simulated);
        assertThat(infos).extracting(SourceInfo::attribution).containsOnly("Simulated by Vane: not the real weather");
        assertThat(sources.stream().filter(WeatherSource::official)).hasSize(1);
    }

    @Test
    void aLineOfTheTableSaysWhatIsServedOrThatThereIsNotEnoughData() {
        LocalDate date = LocalDate.parse("2026-02-17");

        String nothing = DemoTable.format(5, date, new DemoTable.Line(Map.of(), Optional.empty()));
        String blend = DemoTable.format(
                20,
                date,
                new DemoTable.Line(Map.of("simulated-a", 1.234, "blend-last", 0.5), Optional.of("blend-last")));

        assertThat(nothing).startsWith("   5  2026-02-17").endsWith("not enough data yet");
        assertThat(blend.strip().split(" +"))
                .containsExactly("20", "2026-02-17", "1.23", "-", "-", "-", "-", "-", "0.50", "blend-last");
    }
}
