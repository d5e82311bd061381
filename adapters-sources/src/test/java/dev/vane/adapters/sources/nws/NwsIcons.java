package dev.vane.adapters.sources.nws;

import dev.vane.domain.weather.Sky;

/** Opens the table to tests outside of its package. */
public final class NwsIcons {

    private NwsIcons() {}

    /** See {@link NwsIcon#sky}. */
    public static Sky sky(String name) {
        return NwsIcon.sky(name);
    }

    /** See {@link NwsIcon#ofAddress}. */
    public static Sky ofAddress(String address) {
        return NwsIcon.ofAddress(address);
    }
}
