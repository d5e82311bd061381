package dev.vane.application.verification;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.ReadScores;
import dev.vane.application.spi.Stores;
import dev.vane.application.spi.VerificationStore;
import dev.vane.application.spi.WatchList;
import dev.vane.domain.blending.Blend;
import dev.vane.domain.blending.Candidates;
import dev.vane.domain.blending.Standing;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.Scoreboard;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.VerificationDay;
import dev.vane.domain.weather.SourceId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * Reads scores. They are computed from the pairs on record when they are first asked for after those have changed, and
 * remembered: pairs change once an hour.
 */
final class ScoreReader implements ReadScores {

    /** No record is older. They are read year by year: those of ten years would not fit into memory. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** So many series are remembered: all of two places. */
    private static final int REMEMBERED = 64;

    private final Clock clock;
    private final FindPlaces places;
    private final WatchList watches;
    private final VerificationStore store;
    private final ScoreKeeper keeper;
    private final BlendBook book;
    private final Map<Key, Computed> computed = new LinkedHashMap<>(REMEMBERED, 0.75f, true);

    private record Key(PlaceId place, Series series) {}

    private record Computed(Instant changedAt, SeriesScores scores) {}

    ScoreReader(Clock clock, FindPlaces places, Stores stores, ScoreKeeper keeper, BlendBook book) {
        this.clock = clock;
        this.places = places;
        this.watches = stores.watches();
        this.store = stores.verification();
        this.keeper = keeper;
        this.book = book;
    }

    @Override
    public Outcome scores(PlaceId id, Optional<ScoredVariable> variable) {
        Optional<Place> place = places.byId(id);
        if (place.isEmpty()) {
            return new UnknownPlace();
        }
        PlaceId known = place.get().id();
        boolean watched =
                watches.all().stream().anyMatch(watch -> watch.place().id().equals(known));
        List<SeriesScores> scores = new ArrayList<>();
        for (Series series : store.series(known)) {
            if (variable.isEmpty() || variable.get() == series.variable()) {
                scores(known, series).ifPresent(scores::add);
            }
        }
        Optional<Instant> changedAt = scores.isEmpty() ? Optional.empty() : Optional.of(keeper.changedAt(known));
        return new Scored(place.get(), watched, changedAt, scores);
    }

    private Optional<SeriesScores> scores(PlaceId place, Series series) {
        Key key = new Key(place, series);
        Instant changedAt = keeper.changedAt(place);
        synchronized (computed) {
            Computed known = computed.get(key);
            if (known != null && known.changedAt().equals(changedAt)) {
                return Optional.of(known.scores());
            }
        }
        Optional<SeriesScores> scores = compute(place, series);
        synchronized (computed) {
            scores.ifPresent(one -> computed.put(key, new Computed(changedAt, one)));
            if (computed.size() > REMEMBERED) {
                computed.remove(computed.keySet().iterator().next());
            }
        }
        return scores;
    }

    private Optional<SeriesScores> compute(PlaceId place, Series series) {
        Scoreboard.Counting counting = new Scoreboard.Counting(series);
        Optional<LocalDate> first = Optional.empty();
        Optional<LocalDate> last = Optional.empty();
        LocalDate end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        for (LocalDate from = FIRST; !from.isAfter(end); from = from.plusYears(1)) {
            for (VerificationDay day :
                    store.days(place, series, from, from.plusYears(1).minusDays(1))) {
                counting.add(day);
                first = first.or(() -> Optional.of(day.date()));
                last = Optional.of(day.date());
            }
        }
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        List<BucketScores> buckets = new ArrayList<>();
        Map<LeadBucket, Blend> blends = book.of(place, series);
        counting.scores()
                .buckets()
                .forEach((bucket, sources) -> buckets.add(new BucketScores(
                        bucket,
                        sources(sources),
                        Optional.ofNullable(blends.get(bucket)).map(ScoreReader::decision))));
        return Optional.of(new SeriesScores(series, first.get(), last.get(), buckets));
    }

    private static List<SourceScores> sources(SortedMap<SourceId, Scoreboard.Scores> scores) {
        return scores.entrySet().stream()
                .map(entry -> new SourceScores(
                        entry.getKey(),
                        entry.getValue().overall(),
                        entry.getValue().recent()))
                .toList();
    }

    private static Decision decision(Blend blend) {
        Candidates candidates = blend.candidates();
        return new Decision(
                blend.decision().served().isPresent()
                        ? Optional.of(candidates.name(blend.decision().served().getAsInt()))
                        : Optional.empty(),
                blend.decision().reason().text(),
                blend.decision().days(),
                blend.decision().standings().stream()
                        .map(standing -> candidate(candidates, standing))
                        .toList());
    }

    /** Weights and corrections depend on what is forecast: they stand in the provenance of a forecast, not here. */
    private static CandidateScore candidate(Candidates candidates, Standing standing) {
        return new CandidateScore(
                candidates.name(standing.candidate()),
                standing.pairs(),
                standing.meanLoss(),
                standing.advantage(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
