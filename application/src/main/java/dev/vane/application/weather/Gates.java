package dev.vane.application.weather;

import dev.vane.application.spi.WeatherSource;
import dev.vane.domain.weather.SourceId;
import java.util.Map;

/**
 * The gates to all providers.
 *
 * @param byAccount by the account that a source's calls count on
 */
record Gates(Map<SourceId, ProviderGate> byAccount) {

    /** Copies the map. */
    Gates {
        byAccount = Map.copyOf(byAccount);
    }

    /** The gate to a source's provider. */
    ProviderGate of(WeatherSource source) {
        return byAccount.get(source.tariff().account());
    }
}
