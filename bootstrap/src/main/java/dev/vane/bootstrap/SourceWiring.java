package dev.vane.bootstrap;

import dev.vane.adapters.sources.ProviderSources;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.metnorway.MetNorwaySettings;
import dev.vane.adapters.sources.metnorway.MetNorwaySource;
import dev.vane.adapters.sources.nws.NwsSettings;
import dev.vane.adapters.sources.nws.NwsSource;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSource;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSource;
import dev.vane.application.Application;
import dev.vane.application.spi.SourceInfo;
import dev.vane.bootstrap.config.Configuration;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes the sources that the configuration asks for, in its order. */
final class SourceWiring {

    private static final Logger LOG = System.getLogger(SourceWiring.class.getName());

    private final Configuration.Sources settings;
    private final ProviderSources providers;
    private final boolean contactIsReachable;

    SourceWiring(Configuration configuration, ProviderSources providers) {
        this.settings = configuration.sources();
        this.contactIsReachable = configuration.httpClient().reachable();
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
        for (String name : settings.order()) {
            switch (name) {
                case "open-meteo" -> addOpenMeteo(application);
                case "met-norway" -> addMetNorway(application);
                case "nws" -> addNws(application);
                case "openweather" -> addOpenWeather(application);
                default -> throw new IllegalStateException("no source is named " + name);
            }
        }
        if (settings.simulated().enabled()) {
            providers.simulated().forEach(application::source);
        }
    }

    private void addOpenMeteo(Application.Builder application) {
        Configuration.OpenMeteo openMeteo = settings.openMeteo();
        if (openMeteo.enabled()) {
            application.source(providers.openMeteo(new OpenMeteoSettings(
                    new BaseUrl(openMeteo.baseUrl()), openMeteo.forecastDays(), openMeteo.refreshInterval())));
        } else {
            SourceInfo info = OpenMeteoSource.describe(openMeteo.refreshInterval());
            off(application, info, "It is switched off by sources.open-meteo.enabled.");
        }
    }

    private void addMetNorway(Application.Builder application) {
        Configuration.Provider metNorway = settings.metNorway();
        SourceInfo info = MetNorwaySource.describe(metNorway.refreshInterval());
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
        if (nws.enabled()) {
            application.source(providers.nws(new NwsSettings(new BaseUrl(nws.baseUrl()), nws.refreshInterval())));
        } else {
            off(application, NwsSource.describe(nws.refreshInterval()), "It is switched off by sources.nws.enabled.");
        }
    }

    private void addOpenWeather(Application.Builder application) {
        Configuration.OpenWeather openWeather = settings.openWeather();
        SourceInfo info = OpenWeatherSource.describe(openWeather.refreshInterval());
        if (!openWeather.enabled()) {
            off(application, info, "It is switched off by sources.openweather.enabled.");
        } else if (openWeather.token().isEmpty()) {
            off(application, info, "It needs a token: sources.openweather.token-file or sources.openweather.token.");
        } else {
            application.source(providers.openWeather(new OpenWeatherSettings(
                    new BaseUrl(openWeather.baseUrl()),
                    Secret.of(openWeather.token().get().reveal()),
                    openWeather.oneCall(),
                    openWeather.refreshInterval())));
        }
    }

    private static void off(Application.Builder application, SourceInfo source, String why) {
        LOG.log(Level.INFO, "source " + source.id() + " is off. " + why);
        application.sourceOff(source, why);
    }
}
