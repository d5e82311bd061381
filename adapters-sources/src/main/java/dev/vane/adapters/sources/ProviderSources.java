package dev.vane.adapters.sources;

import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.metnorway.MetNorwaySettings;
import dev.vane.adapters.sources.metnorway.MetNorwaySource;
import dev.vane.adapters.sources.nws.NwsSettings;
import dev.vane.adapters.sources.nws.NwsSource;
import dev.vane.adapters.sources.openmeteo.OpenMeteoClient;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModelsSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModelsSource;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSource;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSource;
import dev.vane.adapters.sources.simulated.SimulatedSource;
import dev.vane.application.spi.SourceNotes;
import dev.vane.application.spi.WeatherSource;
import java.time.Clock;
import java.util.List;

/** Makes sources that share one HTTP client. Close it last: its sources are unreachable from then on. */
public final class ProviderSources implements AutoCloseable {

    private final ProviderHttp http;
    private final Clock clock;
    private final SourceNotes notes;
    private final OpenMeteoClient openMeteo;

    /** Makes the client for sources without notes; nothing is called yet. */
    public ProviderSources(HttpSettings settings, Clock clock) {
        this(settings, clock, SourceNotes.NONE);
    }

    /** Makes the client; nothing is called yet. */
    public ProviderSources(HttpSettings settings, Clock clock, SourceNotes notes) {
        http = new ProviderHttp(settings, clock);
        this.clock = clock;
        this.notes = notes;
        openMeteo = new OpenMeteoClient(http, clock);
    }

    /** The US National Weather Service. */
    public WeatherSource nws(NwsSettings settings) {
        return new NwsSource(settings, http, clock, notes);
    }

    /** Open-Meteo. */
    public WeatherSource openMeteo(OpenMeteoSettings settings) {
        return new OpenMeteoSource(settings, openMeteo, clock);
    }

    /** Single models that Open-Meteo serves. They take turns with {@link #openMeteo}. */
    public WeatherSource openMeteoModels(OpenMeteoModelsSettings settings) {
        return new OpenMeteoModelsSource(settings, openMeteo, clock);
    }

    /** MET Norway; wants a contact in the User-Agent. */
    public WeatherSource metNorway(MetNorwaySettings settings) {
        return new MetNorwaySource(settings, http, clock);
    }

    /** OpenWeather; without a token make none. */
    public WeatherSource openWeather(OpenWeatherSettings settings) {
        return new OpenWeatherSource(settings, http, clock);
    }

    /** The four members of the simulation. */
    public List<WeatherSource> simulated() {
        return SimulatedSource.all(clock);
    }

    /** Ends the calls that are under way within two seconds. */
    @Override
    public void close() {
        http.close();
    }
}
