package dev.vane.application.verification;

import dev.vane.application.spi.VerificationStore;
import dev.vane.domain.blending.Backtest;
import dev.vane.domain.blending.Blend;
import dev.vane.domain.blending.BlendCase;
import dev.vane.domain.blending.Candidates;
import dev.vane.domain.blending.Decision;
import dev.vane.domain.blending.PairCases;
import dev.vane.domain.blending.TruthHistory;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.Series;
import dev.vane.domain.scoring.VerificationDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was learned of each watched place: for each series and range of lead times the blend, and whether it is served. It
 * is learned anew from the pairs on record when these have changed, in the background, never when somebody reads: the same
 * pairs give the same blend, whenever and however often. Safe for use by several threads.
 */
public final class BlendBook {

    /** Pairs older than this weigh less than a thousandth. */
    private static final int WINDOW_DAYS = 150;

    private final VerificationStore store;
    private final Map<PlaceId, Map<Series, Map<LeadBucket, Blend>>> learned = new ConcurrentHashMap<>();

    /** A book in which nothing is learned yet. */
    public BlendBook(VerificationStore store) {
        this.store = store;
    }

    /** Learns anew from the pairs of a place that are valid at or before a time. */
    void learn(Place place, Instant now) {
        SortedMap<Series, Map<LeadBucket, Blend>> all = new TreeMap<>();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Series series : store.series(place.id())) {
            if (series.truth().independent()) {
                List<VerificationDay> days = store.days(place.id(), series, today.minusDays(WINDOW_DAYS), today);
                if (!days.isEmpty()) {
                    all.put(series, blends(series, days, place, now));
                }
            }
        }
        learned.put(place.id(), withoutWhatIsNotServed(all));
    }

    /** Keeps of what is not served the decision alone: ten places would fill the memory otherwise. */
    private static Map<Series, Map<LeadBucket, Blend>> withoutWhatIsNotServed(
            SortedMap<Series, Map<LeadBucket, Blend>> all) {
        Set<Served> decided = new HashSet<>();
        Map<Series, Map<LeadBucket, Blend>> kept = new TreeMap<>();
        all.forEach((series, blends) -> { // the best truth first
            Map<LeadBucket, Blend> ofSeries = new EnumMap<>(LeadBucket.class);
            blends.forEach((bucket, blend) -> {
                boolean first = decides(blend) && decided.add(new Served(series.variable(), series.hours(), bucket));
                ofSeries.put(bucket, first && blend.combines() ? blend : blend.decisionAlone());
            });
            kept.put(series, ofSeries);
        });
        return kept;
    }

    private record Served(ScoredVariable variable, int hours, LeadBucket bucket) {}

    private static boolean decides(Blend blend) {
        return blend.decision().reason() != Decision.Reason.NOT_ENOUGH_DATA;
    }

    private static Map<LeadBucket, Blend> blends(Series series, List<VerificationDay> days, Place place, Instant now) {
        Candidates candidates = PairCases.candidates(days);
        TruthHistory truths = PairCases.truths(days);
        Map<LeadBucket, Blend> blends = new EnumMap<>(LeadBucket.class);
        PairCases.of(days, candidates, place.zone()).forEach((bucket, cases) -> {
            Backtest backtest = new Backtest(series.variable(), candidates, truths);
            backtest.run(cases.stream().filter(one -> past(one, now)).toList());
            blends.put(bucket, backtest.conclude(now));
        });
        return blends;
    }

    private static boolean past(BlendCase one, Instant now) {
        return !one.validAt().isAfter(now);
    }

    /** Tells whether something was learned of a place since the start. */
    boolean knows(PlaceId place) {
        return learned.containsKey(place);
    }

    /** Forgets all other places. */
    void keepOnly(Set<PlaceId> places) {
        learned.keySet().retainAll(places);
    }

    /** What was learned of a series of a place. */
    Map<LeadBucket, Blend> of(PlaceId place, Series series) {
        return learned.getOrDefault(place, Map.of()).getOrDefault(series, Map.of());
    }

    /** The blend by the best truth by which anything can be decided, or empty if there is none. */
    Optional<Blend> best(PlaceId place, Series anyTruth, LeadBucket bucket) {
        return learned.getOrDefault(place, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().variable() == anyTruth.variable()
                        && entry.getKey().hours() == anyTruth.hours())
                .flatMap(entry -> Optional.ofNullable(entry.getValue().get(bucket)).stream())
                .filter(BlendBook::decides)
                .findFirst();
    }
}
