package dev.vane.application.spi;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A memory of pairs that forgets everything when it is dropped: the fake for tests of use cases. */
public final class InMemoryVerificationStore implements VerificationStore {

    private final Map<PlaceId, Shelf> shelves = new LinkedHashMap<>();
    private long marks;

    /** Makes an empty store. */
    public InMemoryVerificationStore() {}

    /** An archive that keeps in another one, and marks hours of watched places here. */
    public WeatherArchive marking(WeatherArchive archive, WatchList watches) {
        return new WeatherArchive() {
            @Override
            public void keep(
                    Place place, List<SourceReport> reports, Optional<Instant> dueAt, Collection<Instant> toVerify) {
                requireFull(toVerify);
                archive.keep(place, reports, dueAt, toVerify);
                if (watches.all().stream().anyMatch(watch -> watch.place().id().equals(place.id()))) {
                    mark(place.id(), toVerify);
                }
            }

            @Override
            public List<Remembered> latest(PlaceId place) {
                return archive.latest(place);
            }
        };
    }

    private static void requireFull(Collection<Instant> hours) {
        for (Instant hour : hours) {
            if (!Instant.ofEpochSecond(hour.getEpochSecond())
                    .minusSeconds(Math.floorMod(
                            hour.getEpochSecond(), Duration.ofHours(1).toSeconds()))
                    .equals(hour)) {
                throw new IllegalArgumentException(hour + " is not a full hour");
            }
        }
    }

    /** Marks hours of a place, whether or not it is watched. */
    public synchronized void mark(PlaceId place, Collection<Instant> hours) {
        for (Instant hour : hours) {
            marks++;
            shelf(place).due.put(hour, marks);
        }
    }

    @Override
    public synchronized List<DueHour> due(Instant upTo, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit is " + limit + ", less than 0");
        }
        return shelves.entrySet().stream()
                .flatMap(shelf -> shelf.getValue().due.headMap(upTo, true).entrySet().stream()
                        .map(due -> new DueHour(shelf.getKey(), due.getKey(), due.getValue())))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void keep(PlaceId place, Verified verified) {
        Shelf shelf = shelf(place);
        for (SeriesDay day : verified.days()) {
            shelf.days
                    .computeIfAbsent(day.series(), series -> new TreeMap<>())
                    .put(day.day().date(), day.day());
        }
        shelf.days.values().forEach(days -> days.values().removeIf(VerificationDay::isEmpty));
        for (FlaggedReading reading : verified.flags()) {
            shelf.flags.put(new Reading(reading.validTime(), reading.source()), reading);
        }
        shelf.flags.values().removeIf(reading -> reading.flags().isEmpty());
        for (DueHour done : verified.done()) {
            shelf.due.remove(done.hour(), done.mark());
        }
    }

    @Override
    public synchronized Set<Series> series(PlaceId place) {
        Set<Series> found = new TreeSet<>();
        shelf(place).days.forEach((series, days) -> {
            if (!days.isEmpty()) {
                found.add(series);
            }
        });
        return found;
    }

    @Override
    public synchronized List<VerificationDay> days(PlaceId place, Series series, LocalDate from, LocalDate to) {
        return shelf(place).days.getOrDefault(series, new TreeMap<>()).values().stream()
                .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                .toList();
    }

    @Override
    public synchronized List<FlaggedReading> flags(PlaceId place, Instant from, Instant to) {
        return shelf(place).flags.values().stream()
                .filter(reading -> !reading.validTime().isBefore(from)
                        && !reading.validTime().isAfter(to))
                .toList();
    }

    private Shelf shelf(PlaceId place) {
        return shelves.computeIfAbsent(place, id -> new Shelf());
    }

    /** Which reading. */
    private record Reading(Instant validTime, SourceId source) {}

    /** What is remembered of a place. */
    private static final class Shelf {
        private final NavigableMap<Instant, Long> due = new TreeMap<>();
        private final Map<Series, NavigableMap<LocalDate, VerificationDay>> days = new TreeMap<>();
        private final NavigableMap<Reading, FlaggedReading> flags =
                new TreeMap<>(Comparator.comparing(Reading::validTime).thenComparing(Reading::source));
    }
}
