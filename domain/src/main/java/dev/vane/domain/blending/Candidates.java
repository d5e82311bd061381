package dev.vane.domain.blending;

import java.util.ArrayList;
import java.util.List;

/**
 * The candidates of a number of members, by place: first each member raw, then each corrected, then the combinations.
 *
 * @param members the names of the members in their order
 */
public record Candidates(List<String> members) {

    /** The combinations, in the order of their places. */
    public enum Combination {
        /** The mean of the raw members: shown, never served. */
        RAW_MEAN("mean-of-raw"),
        /** The plain mean of the corrected members. */
        MEAN("blend-mean"),
        /** The corrected members, weighted. */
        WEIGHTED("blend-weighted"),
        /** The weighted members, with the last observation. */
        WITH_LAST("blend-last");

        private final String key;

        Combination(String key) {
            this.key = key;
        }

        /** Its name in JSON and tables. */
        public String key() {
            return key;
        }
    }

    /** Copies the list. */
    public Candidates {
        members = List.copyOf(members);
    }

    /** How many candidates there are. */
    public int count() {
        return 2 * members.size() + Combination.values().length;
    }

    /** The place of a member's raw forecast. */
    public int raw(int member) {
        return member;
    }

    /** The place of a member's corrected forecast. */
    public int corrected(int member) {
        return members.size() + member;
    }

    /** The place of a combination. */
    @SuppressWarnings("EnumOrdinal")
    public int of(Combination combination) {
        return 2 * members.size() + combination.ordinal();
    }

    /** Tells whether a candidate is a member's raw forecast. */
    public boolean isRaw(int candidate) {
        return candidate < members.size();
    }

    /** Tells whether a candidate is made of several members. */
    public boolean isCombination(int candidate) {
        return candidate >= 2 * members.size();
    }

    /** Tells whether a candidate may be served: all but the mean of the raw members. */
    public boolean mayBeServed(int candidate) {
        return candidate != of(Combination.RAW_MEAN);
    }

    /** The name of a candidate. */
    public String name(int candidate) {
        return names().get(candidate);
    }

    /** The names of all candidates by place. */
    public List<String> names() {
        List<String> names = new ArrayList<>(members);
        members.forEach(member -> names.add("corrected:" + member));
        for (Combination combination : Combination.values()) {
            names.add(combination.key());
        }
        return names;
    }
}
