package dev.vane.adapters.sources.metnorway;

import dev.vane.domain.weather.Sky;

/** Opens the symbols to tests outside of their package. */
public final class SymbolCodes {

    private SymbolCodes() {}

    /** See {@link SymbolCode#sky}. */
    public static Sky sky(String code) {
        return SymbolCode.sky(code);
    }
}
