package dev.vane.adapters.sqlite.verification;

import dev.vane.adapters.sqlite.archive.Codes;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.TruthKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers that stand in the database for the names of verification. They are written out, not taken from the order of
 * declaration, so that a constant may be added or moved; a number is never given twice. See docs/verification-format.md.
 */
final class PairCodes {

    /** Each bucket at its code less one. */
    private static final List<LeadBucket> BUCKETS = List.of(
            LeadBucket.HOURS_6,
            LeadBucket.HOURS_12,
            LeadBucket.HOURS_24,
            LeadBucket.DAYS_2,
            LeadBucket.DAYS_3,
            LeadBucket.DAYS_5,
            LeadBucket.DAYS_7,
            LeadBucket.DAYS_10);

    private static final Map<Integer, TruthKind> TRUTHS = Arrays.stream(TruthKind.values())
            .collect(Collectors.toUnmodifiableMap(PairCodes::truth, Function.identity()));

    private PairCodes() {}

    /** The code of a kind of truth. */
    static int truth(TruthKind truth) {
        return switch (truth) {
            case STATION -> 1;
            case OFFICIAL -> 2;
            case ANALYSIS -> 3;
        };
    }

    /** The kind of truth of a code, or empty if there is none. */
    static Optional<TruthKind> truth(int code) {
        return Optional.ofNullable(TRUTHS.get(code));
    }

    /** The code of a variable: the same as in runs. */
    static int variable(ScoredVariable variable) {
        return Codes.quantity(variable.variable());
    }

    /** The variable of a code, or empty if there is none. */
    static Optional<ScoredVariable> variable(int code) {
        return Codes.variable(code).flatMap(ScoredVariable::of);
    }

    /** The code of a range of lead times, from 1. */
    static int bucket(LeadBucket bucket) {
        return switch (bucket) {
            case HOURS_6 -> 1;
            case HOURS_12 -> 2;
            case HOURS_24 -> 3;
            case DAYS_2 -> 4;
            case DAYS_3 -> 5;
            case DAYS_5 -> 6;
            case DAYS_7 -> 7;
            case DAYS_10 -> 8;
        };
    }

    /** How many ranges of lead times have a code: the greatest one. */
    static int buckets() {
        return BUCKETS.size();
    }

    /** The range of lead times of a code from 1 to {@link #buckets}. */
    static LeadBucket bucket(int code) {
        return BUCKETS.get(code - 1);
    }
}
