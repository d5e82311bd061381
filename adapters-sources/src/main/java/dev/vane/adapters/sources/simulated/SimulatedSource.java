package dev.vane.adapters.sources.simulated;

import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyAggregation;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A simulated provider: current conditions, and every 3 hours a run of 10 days by the hour and by the day. What it says is
 * a function of member, place and time; between two runs it says the same. Never fails.
 */
public final class SimulatedSource implements WeatherSource {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration RUN_INTERVAL = Duration.ofHours(3);
    /** Twice what a run takes: an upper bound, as those of the other sources are. */
    private static final Duration UPDATE_INTERVAL = Duration.ofHours(6);

    private static final Duration OBSERVATION_INTERVAL = Duration.ofMinutes(10);
    private static final int DAYS = 10;

    private final SimulatedMember member;
    private final Clock clock;
    private final SourceInfo info;

    /** Makes the source of a member. */
    public SimulatedSource(SimulatedMember member, Clock clock) {
        this.member = member;
        this.clock = clock;
        info = new SourceInfo(
                member.source(),
                "Simulation " + member.name(),
                "Simulated by Vane: not the real weather",
                URI.create("#simulated"),
                new Rhythm(OBSERVATION_INTERVAL, UPDATE_INTERVAL),
                true);
    }

    /** The sources of all members. */
    public static List<WeatherSource> all(Clock clock) {
        return Arrays.stream(SimulatedMember.values())
                .<WeatherSource>map(member -> new SimulatedSource(member, clock))
                .toList();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public SourceReply ask(Place place, CallMeter calls) {
        Instant now = clock.instant();
        Optional<Observation> current = Optional.of(observation(place, floor(now, OBSERVATION_INTERVAL)));
        Optional<Run> run = Optional.of(run(place, floor(now, RUN_INTERVAL), now));
        return new SourceReply.Answered(new SourceReport(info.id(), now, current, run));
    }

    private Observation observation(Place place, Instant time) {
        Site site = Site.of(place);
        AirState seen = member.see(SimulatedTruth.state(site, time), site, time, Duration.ZERO);
        return new Observation(time, HOUR, WeatherOfAir.conditions(seen, site, time));
    }

    /** Hours from the issue time on; the days are whole, so the first one has the hours before, too. */
    private Run run(Place place, Instant issuedAt, Instant availableAt) {
        LocalDate today = LocalDate.ofInstant(issuedAt, place.zone());
        Instant start = today.atStartOfDay(place.zone()).toInstant();
        Instant end = today.plusDays(DAYS).atStartOfDay(place.zone()).toInstant();
        List<ForecastStep> steps = new ArrayList<>();
        for (Instant time = floor(start, HOUR).plus(HOUR); !time.isAfter(end); time = time.plus(HOUR)) {
            steps.add(step(place, time, issuedAt));
        }
        List<ForecastStep> ahead = steps.stream()
                .filter(step -> step.validTime().isAfter(issuedAt))
                .toList();
        return new Run(Optional.of(issuedAt), availableAt, ahead, DailyAggregation.of(steps, place.zone()));
    }

    private ForecastStep step(Place place, Instant time, Instant issuedAt) {
        Site site = Site.of(place);
        Duration leadTime = time.isAfter(issuedAt) ? Duration.between(issuedAt, time) : Duration.ZERO;
        AirState seen = member.see(SimulatedTruth.state(site, time), site, time, leadTime);
        Conditions conditions = WeatherOfAir.conditions(seen, site, time);
        Values<Variable> values = Values.of(Variable.class)
                .fillFrom(conditions.values())
                .set(Variable.PRECIPITATION_PROBABILITY, member.precipitationProbability(seen, leadTime))
                .build();
        return new ForecastStep(time, HOUR, new Conditions(conditions.sky(), values));
    }

    private static Instant floor(Instant time, Duration interval) {
        long seconds = interval.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
