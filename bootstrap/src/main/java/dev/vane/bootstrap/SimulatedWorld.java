package dev.vane.bootstrap;

import dev.vane.adapters.sources.simulated.SimulatedSource;
import dev.vane.adapters.sources.simulated.SimulatedTruth;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The sources of the demonstration. They are archived and scored like providers, which the simulation is not anywhere else;
 * what they say of themselves still says that they make their data up.
 */
final class SimulatedWorld {

    /** How often the members are asked, and the station. */
    private static final Rhythm RHYTHM = new Rhythm(Duration.ofHours(6), Duration.ofHours(6));

    private SimulatedWorld() {}

    /** The members of the simulation, and a station that measures what the weather really is. */
    static List<WeatherSource> sources(Clock clock) {
        return List.of(new Members(SimulatedSource.all(clock)), new OfficialStation(clock));
    }

    /** The members of the simulation, taken for providers, that answer together: what is served is then made once, not four times. */
    private static final class Members implements WeatherSource {
        private final List<WeatherSource> sources;
        private final List<SourceInfo> infos;

        Members(List<WeatherSource> sources) {
            this.sources = sources;
            infos = sources.stream()
                    .map(WeatherSource::info)
                    .map(said -> info(said, said.id(), said.name()))
                    .toList();
        }

        private static SourceInfo info(SourceInfo said, SourceId id, String name) {
            return new SourceInfo(id, name, said.attribution(), said.link(), RHYTHM, false);
        }

        @Override
        public SourceInfo info() {
            return info(infos.getFirst(), new SourceId("simulated"), "Simulation");
        }

        @Override
        public List<SourceInfo> members() {
            return infos;
        }

        @Override
        public SourceReply ask(Place place, CallMeter calls) {
            List<SourceReport> reports = new ArrayList<>();
            for (WeatherSource source : sources) {
                switch (source.ask(place, calls)) {
                    case SourceReply.Answered answered -> reports.addAll(answered.reports());
                    case SourceReply.Failed failed -> {
                        return failed;
                    }
                }
            }
            return new SourceReply.Answered(reports, Optional.empty());
        }
    }

    /** Measures every full hour, with the small errors of a good station; is asked every six hours. */
    static final class OfficialStation implements WeatherSource {

        private static final SourceId ID = new SourceId("simulated-station");
        private static final int HOURS = 6;
        private static final double TEMPERATURE_ERROR = 0.2;
        private static final long SEED = 5000;

        private final Clock clock;
        private final SourceInfo info = new SourceInfo(
                ID,
                "Simulated station",
                "Simulated by Vane: not the real weather",
                URI.create("#simulated"),
                RHYTHM,
                false);

        OfficialStation(Clock clock) {
            this.clock = clock;
        }

        @Override
        public SourceInfo info() {
            return info;
        }

        @Override
        public boolean official() {
            return true;
        }

        @Override
        public SourceReply ask(Place place, CallMeter calls) {
            Instant now = clock.instant();
            Instant latest = now.truncatedTo(ChronoUnit.HOURS);
            List<SourceReport> reports = new ArrayList<>();
            for (int hour = HOURS - 1; hour >= 0; hour--) {
                Observation measured = measure(place, latest.minus(Duration.ofHours(hour)));
                reports.add(new SourceReport(ID, now, Optional.of(measured), Optional.empty()));
            }
            return new SourceReply.Answered(reports, Optional.empty());
        }

        /** What it measures at a time, always the same: what is true, and an error of the thermometer. */
        static Observation measure(Place place, Instant time) {
            Observation truth = SimulatedTruth.at(place, time);
            Values<Variable> values = truth.conditions().values();
            double error = TEMPERATURE_ERROR * new SplittableRandom(SEED + time.getEpochSecond()).nextGaussian();
            double temperature = values.get(Variable.TEMPERATURE).orElseThrow() + error;
            double dewPoint = Math.min(values.get(Variable.DEW_POINT).orElseThrow(), temperature);
            Values<Variable> measured = Values.of(Variable.class)
                    .set(Variable.TEMPERATURE, temperature)
                    .set(Variable.DEW_POINT, dewPoint)
                    .fillFrom(values)
                    .build();
            return new Observation(
                    time, truth.period(), new Conditions(truth.conditions().sky(), measured));
        }
    }
}
