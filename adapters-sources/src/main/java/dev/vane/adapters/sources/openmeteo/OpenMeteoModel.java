package dev.vane.adapters.sources.openmeteo;

import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.SourceInfo.Rhythm;
import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The models that Open-Meteo serves one by one and Vane knows: one of each centre with a global model of its own, so that
 * they are independent of each other. All cover the whole globe. A seamless one is, by Open-Meteo's documentation, all
 * models of a centre combined, the finer ones where they reach.
 *
 * <p>Open-Meteo's licence page (open-meteo.com/en/licence) asks for a link to it and names the licences that the centres
 * publish under, whose credits are repeated here. That of the Met Office is CC BY-SA 4.0: what is made of its data and
 * passed on has to be under the same licence.
 */
public enum OpenMeteoModel {
    /** The Integrated Forecasting System of the European Centre for Medium-Range Weather Forecasts, on 0.25°. */
    ECMWF_IFS025("ECMWF IFS", "ECMWF (CC BY 4.0)", 6),
    /** The Global Forecast System of the US weather service, and its HRRR. */
    GFS_SEAMLESS("NOAA GFS", "NOAA", 6),
    /** ICON of Germany's weather service, with its nests for Europe and Central Europe. */
    ICON_SEAMLESS("DWD ICON", "Deutscher Wetterdienst (CC BY 4.0)", 6),
    /** Canada's global model, run twice a day, with its regional ones. */
    GEM_SEAMLESS("Canadian GEM", "Environment and Climate Change Canada", 12),
    /** ARPEGE and AROME of France's weather service. */
    METEOFRANCE_SEAMLESS("Météo-France", "Météo-France", 6),
    /** The Unified Model of the United Kingdom's weather service. */
    UKMO_SEAMLESS("UK Met Office", "Met Office (CC BY-SA 4.0)", 6),
    /** The global and the meso-scale model of Japan's weather service. */
    JMA_SEAMLESS("JMA", "Japan Meteorological Agency", 6);

    private final String title;
    private final String credit;
    private final Duration updateInterval;

    OpenMeteoModel(String title, String credit, int hoursBetweenRuns) {
        this.title = title;
        this.credit = credit;
        this.updateInterval = Duration.ofHours(hoursBetweenRuns);
    }

    /**
     * The model of a name.
     *
     * @param key such as {@code ecmwf_ifs025}
     * @throws IllegalArgumentException if Vane knows no model of that name; the message lists those that it knows
     */
    public static OpenMeteoModel of(String key) {
        return Arrays.stream(values())
                .filter(model -> model.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model of Open-Meteo is '" + key + "', not one of "
                        + Arrays.stream(values()).map(OpenMeteoModel::key).collect(Collectors.joining(", "))));
    }

    /** Its name in Open-Meteo's API, such as {@code ecmwf_ifs025}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name as a source of Vane's, such as {@code ecmwf-ifs025}. */
    public SourceId id() {
        return new SourceId(key().replace('_', '-'));
    }

    /**
     * What is always true of it as a source. The times between its runs are upper bounds of the usual: finer models of a
     * seamless one are run more often.
     *
     * @param refreshInterval how long an answer stays fresh, positive
     */
    public SourceInfo describe(Duration refreshInterval) {
        Rhythm rhythm = new Rhythm(refreshInterval, updateInterval);
        return OpenMeteoSource.describe(id(), title + " (via Open-Meteo)", ", source: " + credit, rhythm);
    }
}
