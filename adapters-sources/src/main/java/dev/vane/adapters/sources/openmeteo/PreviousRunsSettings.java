package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.BaseUrl;
import java.util.Objects;

/**
 * How Open-Meteo is asked for previous runs.
 *
 * @param baseUrl where that API begins; it is not that of the forecast
 */
public record PreviousRunsSettings(BaseUrl baseUrl) {

    /** Checks that nothing is missing. */
    public PreviousRunsSettings {
        Objects.requireNonNull(baseUrl, "baseUrl");
    }

    /** The public API. */
    public static PreviousRunsSettings standard() {
        return new PreviousRunsSettings(BaseUrl.of("https://previous-runs-api.open-meteo.com"));
    }
}
