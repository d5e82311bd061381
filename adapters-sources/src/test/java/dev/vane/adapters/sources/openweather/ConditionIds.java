package dev.vane.adapters.sources.openweather;

import dev.vane.domain.weather.Sky;

/** Opens the table to tests outside of its package. */
public final class ConditionIds {

    private ConditionIds() {}

    /** See {@link ConditionId#sky}. */
    public static Sky sky(long id) {
        return ConditionId.sky(id);
    }
}
