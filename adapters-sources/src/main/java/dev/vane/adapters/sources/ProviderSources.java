package dev.vane.adapters.sources;

import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.metar.MetarSettings;
import dev.vane.adapters.sources.metar.MetarSource;
import dev.vane.adapters.sources.metnorway.MetNorwaySettings;
import dev.vane.adapters.sources.metnorway.MetNorwaySource;
import dev.vane.adapters.sources.nws.GridCells;
import dev.vane.adapters.sources.nws.NwsSettings;
import dev.vane.adapters.sources.nws.NwsSource;
import dev.vane.adapters.sources.nws.NwsStationsSource;
import dev.vane.adapters.sources.openmeteo.OpenMeteoClient;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModelsSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModelsSource;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSource;
import dev.vane.adapters.sources.openmeteo.PreviousRuns;
import dev.vane.adapters.sources.openmeteo.PreviousRunsSettings;
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
    private final GridCells cells;

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
        cells = new GridCells(clock, notes);
    }

    /** The US National Weather Service. */
    public WeatherSource nws(NwsSettings settings) {
        return new NwsSource(settings, http, clock, notes, cells);
    }

    /** Stations of the US National Weather Service, on its quota. */
    public WeatherSource nwsStations(NwsSettings settings) {
        return new NwsStationsSource(settings, http, clock, notes, cells);
    }

    /** Open-Meteo. */
    public WeatherSource openMeteo(OpenMeteoSettings settings) {
        return new OpenMeteoSource(settings, openMeteo, clock);
    }

    /** Single models that Open-Meteo serves. They take turns with {@link #openMeteo}. */
    public WeatherSource openMeteoModels(OpenMeteoModelsSettings settings) {
        return new OpenMeteoModelsSource(settings, openMeteo, clock);
    }

    /** What single models that Open-Meteo serves forecast in the past. It takes turns with {@link #openMeteo}. */
    public PreviousRuns previousRuns(PreviousRunsSettings settings) {
        return new PreviousRuns(settings, openMeteo, clock);
    }

    /** MET Norway; wants a contact in the User-Agent. */
    public WeatherSource metNorway(MetNorwaySettings settings) {
        return new MetNorwaySource(settings, http, clock);
    }

    /** OpenWeather; without a token make none. */
    public WeatherSource openWeather(OpenWeatherSettings settings) {
        return new OpenWeatherSource(settings, http, clock);
    }

    /** Reports of aerodromes, from the Aviation Weather Center. */
    public WeatherSource metar(MetarSettings settings) {
        return new MetarSource(settings, http, clock, notes);
    }

    /** The same, looking back as far as there is anything at the first ask of a place. */
    public WeatherSource pastMetar(MetarSettings settings) {
        return new MetarSource(settings, http, clock, notes, MetarSource.KEPT);
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
