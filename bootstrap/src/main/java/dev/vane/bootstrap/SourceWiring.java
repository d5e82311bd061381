package dev.vane.bootstrap;

import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.metar.MetarSettings;
import dev.vane.adapters.sources.metar.MetarSource;
import dev.vane.adapters.sources.metnorway.MetNorwaySettings;
import dev.vane.adapters.sources.metnorway.MetNorwaySource;
import dev.vane.adapters.sources.nws.NwsSettings;
import dev.vane.adapters.sources.nws.NwsSource;
import dev.vane.adapters.sources.nws.NwsStationsSource;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModel;
import dev.vane.adapters.sources.openmeteo.OpenMeteoModelsSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSource;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSource;
import dev.vane.application.Application;
import dev.vane.application.api.CallBudget;
import dev.vane.application.api.SourcePreference;
import dev.vane.application.spi.SourceInfo;
import dev.vane.application.spi.WeatherSource;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.domain.weather.SourceId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the sources that the configuration asks for, in its order. */
final class SourceWiring {

    private static final Logger LOG = System.getLogger(SourceWiring.class.getName());

    private final Configuration.Sources settings;
    private final ProviderSources providers;
    private final boolean contactIsReachable;
    private final int softLimitPercent;

    SourceWiring(Configuration configuration, ProviderSources providers) {
        this.settings = configuration.sources();
        this.contactIsReachable = configuration.httpClient().reachable();
        this.softLimitPercent = configuration.refresh().background().softLimitPercent();
        this.providers = providers;
    }

    /** How providers are called. */
    static HttpSettings http(Configuration.HttpClient settings, String version) {
        return new HttpSettings(
                "vane/" + version + " (+" + settings.contact() + ")",
                settings.connectTimeout(),
                settings.totalTimeout(),
                HttpSettings.DEFAULT_MAXIMUM_BYTES);
    }

    /** Adds the sources to an application, the real ones by preference, the simulation last. */
    void addTo(Application.Builder application) {
        for (String name : settings.preference().order()) {
            switch (name) {
                case "open-meteo" -> addOpenMeteo(application);
                case "open-meteo-models" -> addOpenMeteoModels(application);
                case "met-norway" -> addMetNorway(application);
                case "nws" -> addNws(application);
                case "openweather" -> addOpenWeather(application);
                default -> throw new IllegalStateException("no source is named " + name);
            }
        }
        addMetar(application);
        addNwsStations(application);
        if (settings.simulated().enabled()) {
            providers.simulated().forEach(application::source);
        }
        application.preference(preference());
    }

    private SourcePreference preference() {
        Map<String, List<SourceId>> byCountry = new HashMap<>();
        settings.preference()
                .byCountry()
                .forEach((country, names) -> byCountry.put(
                        country,
                        names.stream().flatMap(name -> members(name).stream()).toList()));
        return new SourcePreference(byCountry);
    }

    /** The sources that go by a name in the settings. */
    private List<SourceId> members(String name) {
        return name.equals("open-meteo-models")
                ? models().members().stream().map(SourceInfo::id).toList()
                : List.of(new SourceId(name));
    }

    private void budget(Application.Builder application, SourceInfo source, Configuration.Provider provider) {
        application.budget(source.id(), new CallBudget(provider.budget(), softLimitPercent));
    }

    private void addOpenMeteo(Application.Builder application) {
        Configuration.Provider provider = settings.openMeteo().provider();
        SourceInfo info = OpenMeteoSource.describe(provider.refreshInterval());
        budget(application, info, provider); // of the single models, too
        if (provider.enabled()) {
            application.source(providers.openMeteo(new OpenMeteoSettings(
                    new BaseUrl(provider.baseUrl()), settings.openMeteo().forecastDays(), provider.refreshInterval())));
        } else {
            off(application, info, "It is switched off by sources.open-meteo.enabled.");
        }
    }

    private void addOpenMeteoModels(Application.Builder application) {
        WeatherSource models = models();
        if (settings.openMeteoModels().enabled()) {
            application.source(models);
        } else {
            off(application, models.info(), "They are switched off by sources.open-meteo-models.enabled.");
        }
    }

    private WeatherSource models() {
        Configuration.OpenMeteoModels models = settings.openMeteoModels();
        return providers.openMeteoModels(new OpenMeteoModelsSettings(
                new BaseUrl(settings.openMeteo().provider().baseUrl()),
                models.models().stream().map(OpenMeteoModel::of).toList(),
                models.forecastDays(),
                models.refreshInterval()));
    }

    private void addMetNorway(Application.Builder application) {
        Configuration.Provider metNorway = settings.metNorway();
        SourceInfo info = MetNorwaySource.describe(metNorway.refreshInterval());
        budget(application, info, metNorway);
        if (!metNorway.enabled()) {
            off(application, info, "It is switched off by sources.met-norway.enabled.");
        } else if (!contactIsReachable) {
            off(application, info, "It wants to know whom to reach: set http-client.contact to an address of yours.");
        } else {
            application.source(providers.metNorway(
                    new MetNorwaySettings(new BaseUrl(metNorway.baseUrl()), metNorway.refreshInterval())));
        }
    }

    private void addNws(Application.Builder application) {
        Configuration.Provider nws = settings.nws();
        SourceInfo info = NwsSource.describe(nws.refreshInterval());
        budget(application, info, nws);
        if (nws.enabled()) {
            application.source(providers.nws(new NwsSettings(new BaseUrl(nws.baseUrl()), nws.refreshInterval())));
        } else {
            off(application, info, "It is switched off by sources.nws.enabled.");
        }
    }

    private void addMetar(Application.Builder application) {
        Configuration.Provider metar = settings.official().metar();
        SourceInfo info = MetarSource.describe(metar.refreshInterval());
        budget(application, info, metar);
        if (metar.enabled()) {
            application.source(
                    providers.metar(new MetarSettings(new BaseUrl(metar.baseUrl()), metar.refreshInterval())));
        } else {
            off(application, info, "It is switched off by sources.metar.enabled.");
        }
    }

    private void addNwsStations(Application.Builder application) {
        Configuration.Provider nws = settings.nws();
        SourceInfo info = NwsStationsSource.describe(nws.refreshInterval());
        if (settings.official().nwsStations()) {
            application.source(
                    providers.nwsStations(new NwsSettings(new BaseUrl(nws.baseUrl()), nws.refreshInterval())));
        } else {
            off(application, info, "It is switched off by sources.nws-stations.enabled.");
        }
    }

    private void addOpenWeather(Application.Builder application) {
        Configuration.OpenWeather openWeather = settings.openWeather();
        Configuration.Provider provider = openWeather.provider();
        SourceInfo info = OpenWeatherSource.describe(provider.refreshInterval());
        budget(application, info, provider);
        if (!provider.enabled()) {
            off(application, info, "It is switched off by sources.openweather.enabled.");
        } else if (openWeather.token().isEmpty()) {
            off(application, info, "It needs a token: sources.openweather.token-file or sources.openweather.token.");
        } else {
            application.source(providers.openWeather(new OpenWeatherSettings(
                    new BaseUrl(provider.baseUrl()),
                    Secret.of(openWeather.token().get().reveal()),
                    openWeather.oneCall(),
                    provider.refreshInterval())));
        }
    }

    private static void off(Application.Builder application, SourceInfo source, String why) {
        LOG.log(Level.INFO, "source " + source.id() + " is off. " + why);
        application.sourceOff(source, why);
    }
}
