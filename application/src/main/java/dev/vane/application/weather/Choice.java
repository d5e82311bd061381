package dev.vane.application.weather;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.SourcePreference;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.verification.Blender;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses what is served from what the sources said. The main source is the first in the order of preference that is fresh
 * and not left out, else the one heard last; the gaps of the main source are filled from the others that are fresh. The
 * simulation is heard only where no provider has said anything. Not safe for use by several threads: {@link PlaceMemory}
 * guards it.
 */
final class Choice {

    /** What is older is not now, if another source knows better. */
    private static final Duration OLDEST_NOW = Duration.ofHours(3);

    private record Ranked(SourceMemory memory, Voice voice) {
        private SourceStatus status() {
            return memory.status(voice);
        }
    }

    /**
     * By what is chosen.
     *
     * @param preference whose word counts first
     * @param blender what counts more, once it has proved to
     */
    record Rule(SourcePreference preference, Blender blender) {}

    private final Place place;
    private final Blender blender;
    private final List<Ranked> ranked;

    Choice(Place place, List<SourceMemory> sources, Rule rule) {
        this.place = place;
        this.blender = rule.blender();
        List<Ranked> all = sources.stream()
                .filter(memory -> !memory.source().official())
                .flatMap(memory -> memory.voices().stream().map(voice -> new Ranked(memory, voice)))
                .toList();
        List<SourceId> general = all.stream().map(one -> id(one.voice())).toList();
        List<SourceId> order = rule.preference().order(general, place.region().countryCode());
        ranked = all.stream()
                .sorted(Comparator.comparingInt(one -> order.indexOf(id(one.voice()))))
                .toList();
    }

    private static SourceId id(Voice voice) {
        return voice.info().id();
    }

    /** The state of every source that is asked about this place, or has been, in the order of preference. */
    List<SourceStatus> statuses() {
        return ranked.stream()
                .filter(one -> !one.memory().source().watchedOnly()
                        || one.voice().report().isPresent())
                .map(Ranked::status)
                .toList();
    }

    /** The weather to serve at a time, or empty if no source has said anything. */
    Optional<PlaceWeather> at(Instant now) {
        List<Voice> heard = heard(false);
        List<Voice> candidates = heard.isEmpty() ? heard(true) : heard;
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<Voice> observing = ordered(candidates, voice -> current(voice).isPresent(), voice -> sees(voice, now));
        List<Voice> forecasting = ordered(
                candidates,
                voice -> voice.report().flatMap(SourceReport::run).isPresent(),
                voice -> voice.fresh(now) && !voice.repeatsTooLong());
        List<SourceReport> forecasts = reports(forecasting);
        Optional<Blender.Blended> blended = heard.isEmpty() ? Optional.empty() : blender.blend(place, now, forecasts);
        return Optional.of(new PlaceWeather(
                place,
                now,
                Fusion.current(reports(observing)),
                Fusion.forecast(
                        blended.map(one -> first(one.report(), forecasts)).orElse(forecasts), place.zone()),
                Warnings.of(candidates, now),
                statuses(),
                blended.map(Blender.Blended::note)));
    }

    private static List<SourceReport> first(SourceReport one, List<SourceReport> others) {
        return Stream.concat(Stream.of(one), others.stream()).toList();
    }

    private List<Voice> heard(boolean simulated) {
        return ranked.stream()
                .map(Ranked::voice)
                .filter(voice -> voice.info().simulated() == simulated)
                .filter(voice -> voice.report().isPresent())
                .toList();
    }

    /** Those that are good, the most preferred first; if there are none, the one heard last. */
    private static List<Voice> ordered(List<Voice> candidates, Predicate<Voice> having, Predicate<Voice> good) {
        List<Voice> able = candidates.stream().filter(having).toList();
        List<Voice> best = able.stream().filter(good).toList();
        return best.isEmpty()
                ? able.stream().max(Comparator.comparing(Choice::fetchedAt)).stream()
                        .toList()
                : best;
    }

    private static boolean sees(Voice voice, Instant now) {
        return voice.fresh(now)
                && current(voice)
                        .filter(observed -> observed.validTime().isAfter(now.minus(OLDEST_NOW)))
                        .isPresent();
    }

    private static Optional<Observation> current(Voice voice) {
        return voice.report().flatMap(SourceReport::current);
    }

    private static List<SourceReport> reports(List<Voice> voices) {
        return voices.stream().flatMap(voice -> voice.report().stream()).toList();
    }

    private static Instant fetchedAt(Voice voice) {
        return voice.report().map(SourceReport::fetchedAt).orElse(Instant.MIN);
    }
}
