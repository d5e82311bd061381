package dev.vane.bootstrap;

import dev.vane.adapters.sources.openmeteo.OpenMeteoModel;
import dev.vane.adapters.sources.openmeteo.PreviousRuns;
import dev.vane.adapters.sources.openmeteo.PreviousRuns.ModelRun;
import dev.vane.application.api.KeepPast;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Puts on record what single models forecast for a place in the past days, a few days at a time, ascending. What is done is
 * noted after it is on record: a second start goes on there, and what was kept but not noted is kept once more, which changes
 * nothing. A note is forgotten after a week: then it begins anew.
 */
final class Backfill {

    /** In whose name notes are kept. */
    static final SourceId NOTES = new SourceId("backfill");

    /** So many days are asked for at once, if the answer is not too large: then a call counts the least for a day. */
    private static final int DAYS_AT_ONCE = 7;

    private final Upstream upstream;
    private final KeepPast past;
    private final SourceNotes notes;
    private final Clock clock;

    /**
     * Who is asked.
     *
     * @param runs what models forecast
     * @param models which
     * @param calls counts the calls for these
     */
    record Upstream(PreviousRuns runs, List<OpenMeteoModel> models, CallMeter calls) {
        /** Copies the list. */
        Upstream {
            models = List.copyOf(models);
        }

        private String names() {
            return models.stream().map(OpenMeteoModel::key).collect(Collectors.joining(","));
        }
    }

    /** What came of it. */
    sealed interface Outcome {}

    /**
     * All days are on record.
     *
     * @param runs how many runs were found this time
     */
    record Done(int runs) implements Outcome {}

    /**
     * It ended early; what was found so far is on record.
     *
     * @param why what went wrong
     * @param next the first day that is missing
     * @param after when to go on; empty if any time
     */
    record Stopped(Failed why, LocalDate next, Optional<Instant> after) implements Outcome {}

    private record Range(LocalDate from, LocalDate to) {
        private static Optional<Range> read(String text, String models) {
            String[] parts = text.split(" ", -1);
            try {
                return parts.length == 3 && parts[2].equals(models)
                        ? Optional.of(new Range(LocalDate.parse(parts[0]), LocalDate.parse(parts[1])))
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    Backfill(Upstream upstream, KeepPast past, SourceNotes notes, Clock clock) {
        this.upstream = upstream;
        this.past = past;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Keeps what official stations measured, as far back as they say.
     *
     * @return why there is nothing; empty if it is on record
     */
    Optional<Failed> observations(Place place, WeatherSource stations, CallMeter calls) {
        return switch (stations.ask(place, calls)) {
            case Answered answered -> {
                past.keep(place, answered.reports());
                yield Optional.empty();
            }
            case Failed failed -> Optional.of(failed);
        };
    }

    /**
     * Keeps the forecasts of the days before today (UTC).
     *
     * @param days how many, at least 1
     * @param done is told how many of them are on record
     */
    Outcome forecasts(Place place, int days, IntConsumer done) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate begin = today.minusDays(days);
        LocalDate from = begin;
        LocalDate next = begin;
        Optional<Range> before =
                notes.find(NOTES, key(place)).flatMap(note -> Range.read(note.text(), upstream.names()));
        if (before.isPresent()
                && !before.get().from().isAfter(begin)
                && !before.get().to().isBefore(begin)) {
            from = before.get().from();
            next = before.get().to().plusDays(1);
        }
        int step =
                Math.min(DAYS_AT_ONCE, PreviousRuns.mostDays(upstream.models().size()));
        int found = 0;
        while (next.isBefore(today)) {
            LocalDate last = earlier(next.plusDays(step - 1L), today.minusDays(1));
            switch (upstream.runs().ask(place, next, last, upstream.models(), upstream.calls())) {
                case PreviousRuns.Found answer -> {
                    keep(place, answer.runs());
                    found += answer.runs().size();
                }
                case PreviousRuns.Refused refused -> {
                    return new Stopped(
                            refused.why(), next, refused.why().retryAfter().map(clock.instant()::plus));
                }
            }
            notes.keep(
                    NOTES,
                    key(place),
                    new SourceNotes.Note(from + " " + last + " " + upstream.names(), clock.instant()));
            next = last.plusDays(1);
            done.accept((int) (next.toEpochDay() - begin.toEpochDay()));
        }
        return new Done(found);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String key(Place place) {
        return place.id().toString();
    }

    /** The runs that a reader had at the same time, together. */
    private void keep(Place place, List<ModelRun> runs) {
        SortedMap<Instant, List<ModelRun>> byTime = runs.stream()
                .collect(Collectors.groupingBy(one -> one.run().availableAt(), TreeMap::new, Collectors.toList()));
        byTime.forEach((time, together) -> past.keep(
                place,
                together.stream()
                        .map(one -> new SourceReport(one.source(), time, Optional.empty(), Optional.of(one.run())))
                        .toList()));
    }

    /** Tells whether it is worth while to wait for a provider. */
    static boolean soon(Stopped stopped, Instant now) {
        return stopped.after()
                .filter(after -> Duration.between(now, after).compareTo(Duration.ofMinutes(1)) <= 0)
                .isPresent();
    }
}
