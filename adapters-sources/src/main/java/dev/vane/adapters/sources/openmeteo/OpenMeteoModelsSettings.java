package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.BaseUrl;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How Open-Meteo is asked for single models.
 *
 * @param baseUrl where its API begins
 * @param models at least one, each once; the most preferred first
 * @param forecastDays how many days are asked for, today included, from 1 to 16; a model that reaches less far says less
 * @param refreshInterval how long an answer stays fresh, positive
 */
public record OpenMeteoModelsSettings(
        BaseUrl baseUrl, List<OpenMeteoModel> models, int forecastDays, Duration refreshInterval) {

    /** Copies the list and checks the ranges. */
    public OpenMeteoModelsSettings {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("models of Open-Meteo are none, at least one is needed");
        }
        if (EnumSet.copyOf(models).size() < models.size()) {
            String named = models.stream().map(OpenMeteoModel::key).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("models of Open-Meteo are " + named + ", one of them twice");
        }
        OpenMeteoSettings.requireRanges(forecastDays, refreshInterval);
    }

    /**
     * The public API, all models, 10 days, every 3 hours: they are run every 6 or 12 hours, and each comes out at a time of
     * its own.
     */
    public static OpenMeteoModelsSettings standard() {
        return new OpenMeteoModelsSettings(
                OpenMeteoSettings.standard().baseUrl(), List.of(OpenMeteoModel.values()), 10, Duration.ofHours(3));
    }
}
