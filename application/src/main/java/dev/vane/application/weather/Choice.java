package dev.vane.application.weather;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Derivation;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.SourceReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses what is served from what the sources said: the first source in the order of preference that is fresh, else the
 * one heard last. The simulation is heard only where no provider has said anything.
 */
final class Choice {

    private Choice() {}

    /** The weather to serve, or empty if no source has said anything. */
    static Optional<PlaceWeather> of(Place place, List<SourceMemory> sources, Instant now) {
        List<SourceMemory> heard = heard(sources, false);
        List<SourceMemory> candidates = heard.isEmpty() ? heard(sources, true) : heard;
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlaceWeather(
                place,
                now,
                best(candidates, SourceReport::current, now).map(Choice::completeObservation),
                best(candidates, SourceReport::run, now).map(Choice::completeRun),
                sources.stream().map(SourceMemory::status).toList()));
    }

    private static List<SourceMemory> heard(List<SourceMemory> sources, boolean simulated) {
        return sources.stream()
                .filter(source -> source.simulated() == simulated)
                .filter(source -> source.report().isPresent())
                .toList();
    }

    private static <T> Optional<Sourced<T>> best(
            List<SourceMemory> candidates, Function<SourceReport, Optional<T>> part, Instant now) {
        List<SourceMemory> having = candidates.stream()
                .filter(source -> source.report().flatMap(part).isPresent())
                .toList();
        Optional<SourceMemory> best =
                having.stream().filter(source -> source.fresh(now)).findFirst();
        return best.or(() -> having.stream().max(Comparator.comparing(Choice::fetchedAt)))
                .flatMap(source -> source.report()
                        .flatMap(part)
                        .map(value -> new Sourced<>(source.info().id(), source.simulated(), value)));
    }

    /** What the source left out and can be computed; done here, so that the archive keeps only what the source said. */
    private static Sourced<Observation> completeObservation(Sourced<Observation> sourced) {
        Observation said = sourced.value();
        Conditions complete = Derivation.complete(said.conditions());
        return sourced.with(new Observation(said.validTime(), said.period(), complete));
    }

    private static Sourced<Run> completeRun(Sourced<Run> sourced) {
        Run said = sourced.value();
        List<ForecastStep> steps =
                said.hourly().stream().map(Choice::completeStep).toList();
        return sourced.with(new Run(said.issuedAt(), said.availableAt(), steps, said.daily()));
    }

    /** The same object where nothing is missing: most steps are, and they are many. */
    @SuppressWarnings("ReferenceEquality")
    private static ForecastStep completeStep(ForecastStep said) {
        Conditions complete = Derivation.complete(said.conditions());
        return complete == said.conditions() ? said : new ForecastStep(said.validTime(), said.period(), complete);
    }

    private static Instant fetchedAt(SourceMemory source) {
        return source.report().map(SourceReport::fetchedAt).orElse(Instant.MIN);
    }
}
