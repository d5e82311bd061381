package dev.vane.adapters.sources.openmeteo;

import dev.vane.domain.weather.Sky;

/** Opens the table to tests outside of its package. */
public final class WmoCodes {

    private WmoCodes() {}

    /** See {@link WmoCode#sky}. */
    public static Sky sky(long code) {
        return WmoCode.sky(code);
    }
}
