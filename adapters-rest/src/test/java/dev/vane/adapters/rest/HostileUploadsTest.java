package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.rest.HostileUploads.Upload;
import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.ReportReadings.Kept;
import dev.vane.application.api.StationSettings;
import dev.vane.application.station.StationReports;
import dev.vane.domain.quality.QualityControl;
import dev.vane.domain.quality.QualityFlag;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand uploads over one server with everything behind it but the disk. What may pass is said here once more, in
 * other words than where it is decided.
 */
class HostileUploadsTest {

    private static final long SEED = 20_260_310;
    private static final int UPLOADS = 10_000;

    /** One upload in so many is an ordinary one. */
    private static final int ORDINARY = 5;

    private static final Set<Integer> EXPECTED = Set.of(200, 400, 401, 415);

    private record Judged(Observation reading, List<QualityFlag> flags) {}

    private final StationMemory memory = new StationMemory();
    private final List<Judged> judged = new CopyOnWriteArrayList<>();

    private RunningVane start() {
        RunningVane vane = RunningVane.startWhereNothingIsSlow();
        Clock clock = InstantSource.tick(() -> vane.now, Duration.ofNanos(1)).withZone(ZoneOffset.UTC);
        StationSettings settings = StationSettings.of(
                HostileUploads.NAME, Optional.of(HostileUploads.PASSWORD), Optional.of(HostileUploads.KEY), 6000);
        StationReports reports = new StationReports(clock, Samples.PORTLAND, settings, memory, memory);
        vane.reports = upload -> {
            ReportReadings.Outcome outcome = reports.report(upload);
            if (outcome instanceof Kept kept) {
                for (int i = 0; i < kept.verdicts().size(); i++) {
                    Instant time = upload.readings().get(i).validTime();
                    judged.add(new Judged(
                            memory.own.get(time), kept.verdicts().get(i).flags()));
                }
            }
            return outcome;
        };
        return vane;
    }

    @Test
    void neverFailsNorLetsAWrongReadingPass() {
        System.out.println("HostileUploadsTest: seed " + SEED);
        HostileUploads uploads = new HostileUploads(SEED);
        Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
        try (RunningVane vane = start();
                KeptAlive connection = new KeptAlive(vane.server.port())) {
            for (int i = 0; i < UPLOADS; i++) {
                vane.now = vane.now.plusSeconds(30);
                double fahrenheit = 53 + i % 20 * 0.1;
                Upload upload = i % ORDINARY == 0 ? uploads.ordinary(fahrenheit) : uploads.hostile(vane.now);
                int before = judged.size();
                KeptAlive.Reply reply = connection.send(upload.request());
                String at = "upload " + i + " (" + upload.kind() + "): " + RawExchange.shown(upload.request()) + " -> "
                        + reply.body();
                assertThat(reply.status()).as(at).isIn(EXPECTED);
                assertThat(judged.size() > before).as(at).isEqualTo(reply.status() == 200);
                judged.subList(before, judged.size()).forEach(one -> check(at, one, vane.now));
                if (i % ORDINARY == 0) {
                    checkOrdinary(at, fahrenheit, vane.now);
                }
                statuses.computeIfAbsent(upload.kind(), kind -> new TreeMap<>()).merge(reply.status(), 1, Integer::sum);
                judged.clear();
            }
            System.out.println(
                    "HostileUploadsTest: " + connection.connections() + " connections, statuses by kind " + statuses);
        }
        assertThat(statuses.get("ordinary")).isEqualTo(Map.of(200, UPLOADS / ORDINARY));
        assertThat(statuses).hasSize(13);
        assertThat(statuses.get("wrong credentials")).containsOnlyKeys(401);
        assertThat(statuses.get("any numbers")).containsKey(200);
    }

    private void checkOrdinary(String at, double fahrenheit, Instant now) {
        Judged last = judged.getLast();
        assertThat(last.reading().validTime()).as(at).isEqualTo(now);
        assertThat(last.reading()
                        .conditions()
                        .values()
                        .get(Variable.TEMPERATURE)
                        .orElseThrow())
                .as(at)
                .isCloseTo((fahrenheit - 32) / 1.8, within(0.001));
        assertThat(last.flags()).as(at).noneMatch(flag -> flag.variable() == Variable.TEMPERATURE && flag.excluded());
    }

    private static void check(String at, Judged one, Instant now) {
        Instant time = one.reading().validTime();
        assertThat(time).as(at).isBetween(now.minus(Duration.ofDays(31)), now.plus(Duration.ofMinutes(5)));
        Values<Variable> kept = one.reading().conditions().values();
        requireBetween(at, kept, Variable.TEMPERATURE, -100, 65);
        requireBetween(at, kept, Variable.DEW_POINT, -110, 45);
        requireBetween(at, kept, Variable.RELATIVE_HUMIDITY, 0, 105);
        requireBetween(at, kept, Variable.PRESSURE_MSL, 800, 1120);
        requireBetween(at, kept, Variable.WIND_SPEED, 0, 130);
        requireBetween(at, kept, Variable.WIND_GUST, 0, 150);
        requireBetween(at, kept, Variable.WIND_DIRECTION, 0, 360);
        requireBetween(at, kept, Variable.PRECIPITATION, 0, 2000);
        requireBetween(at, kept, Variable.UV_INDEX, 0, 50);
        requireBetween(at, kept, Variable.SHORTWAVE_RADIATION, 0, 1500);
        one.reading()
                .rainCounter()
                .ifPresent(counter -> assertThat(counter.millimetres()).as(at).isBetween(0.0, 100_000.0));
        Values<Variable> usable = QualityControl.usable(one.reading(), one.flags());
        StationMemory.AGREED.forEach(
                (variable, agreed) -> requireBetween(at, usable, variable, agreed - 10, agreed + 10));
        requireBetween(at, usable, Variable.WIND_SPEED, 0, 75);
        requireBetween(at, usable, Variable.WIND_GUST, 0, 115);
        requireBetween(at, usable, Variable.RELATIVE_HUMIDITY, 0, 102);
        requireBetween(at, usable, Variable.PRECIPITATION, 0, 450);
        requireNotAbove(at, usable, Variable.DEW_POINT, Variable.TEMPERATURE, 1);
        requireNotAbove(at, usable, Variable.WIND_SPEED, Variable.WIND_GUST, 0.5);
    }

    private static void requireBetween(
            String at, Values<Variable> values, Variable variable, double minimum, double maximum) {
        values.get(variable)
                .ifPresent(value -> assertThat(value).as(variable + " in " + at).isBetween(minimum, maximum));
    }

    private static void requireNotAbove(
            String at, Values<Variable> values, Variable lower, Variable upper, double tolerance) {
        OptionalDouble below = values.get(lower);
        OptionalDouble above = values.get(upper);
        if (below.isPresent() && above.isPresent()) {
            assertThat(below.getAsDouble())
                    .as(lower + " in " + at)
                    .isLessThanOrEqualTo(above.getAsDouble() + tolerance);
        }
    }
}
