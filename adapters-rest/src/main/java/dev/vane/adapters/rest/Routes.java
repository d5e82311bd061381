package dev.vane.adapters.rest;

import dev.vane.adapters.rest.calendar.CalendarService;
import dev.vane.adapters.rest.darksky.DarkSkyService;
import dev.vane.adapters.rest.description.DescriptionService;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.history.HistoryService;
import dev.vane.adapters.rest.metrics.WeatherMetricsService;
import dev.vane.adapters.rest.openmeteo.ForecastService;
import dev.vane.adapters.rest.openmeteo.GeocodingService;
import dev.vane.adapters.rest.openweather.NamesService;
import dev.vane.adapters.rest.openweather.OpenWeatherService;
import dev.vane.adapters.rest.page.PageService;
import dev.vane.adapters.rest.page.StaticFiles;
import dev.vane.adapters.rest.place.PlaceService;
import dev.vane.adapters.rest.score.ScoreService;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.adapters.rest.source.SourceService;
import dev.vane.adapters.rest.station.StationService;
import dev.vane.adapters.rest.stream.StreamService;
import dev.vane.adapters.rest.stream.Streams;
import dev.vane.adapters.rest.watch.WatchService;
import dev.vane.adapters.rest.weather.WeatherService;
import dev.vane.adapters.rest.widget.WidgetService;
import dev.vane.application.Application;
import io.helidon.webserver.http.HttpRouting;
import java.time.Clock;
import java.time.Instant;

/**
 * What the listener of the API and the page answers. The order counts, the first that matches answers: Vane's own API, then
 * what other services' clients speak, then what they share no path with: static files and the page.
 */
final class Routes {

    private final Exchange exchange;
    private final Served served;
    private final Application application;
    private final Clock clock;
    private final Instant builtAt;
    private final Snapshots snapshots;
    private final Streams streams;

    /**
     * Creates them.
     *
     * @param exchange handles the requests
     * @param served what there is to serve
     * @param streams those who are subscribed to events
     */
    Routes(Exchange exchange, Served served, Streams streams) {
        this.exchange = exchange;
        this.served = served;
        this.streams = streams;
        this.application = served.application();
        this.clock = served.clock();
        this.builtAt = served.build().builtAt();
        this.snapshots = new Snapshots(application.readWeather(), clock);
    }

    /** Puts them on a routing. */
    void on(HttpRouting.Builder routing) {
        own(routing);
        compatible(routing);
        routing.register(rules -> exchange.nothing(rules, "/api/*", "/api/{unknown}"))
                .register(new PageService(exchange, files(), builtAt));
    }

    private void own(HttpRouting.Builder routing) {
        routing.register(new PlaceService(exchange, application.findPlaces(), builtAt))
                .register(new HistoryService(exchange, application.findPlaces(), application.readHistory(), clock))
                .register(new ScoreService(exchange, application.readScores(), clock))
                .register(new WeatherService(exchange, snapshots))
                .register(new StreamService(exchange, snapshots, application.followWeather(), streams))
                .register(new SourceService(exchange, application.inspectSources(), clock))
                .register(new WatchService(exchange, application.watchPlaces(), clock))
                .register(new DescriptionService(exchange, builtAt));
    }

    /** What clients and stations of other services speak: one package a format, errors in the format's own way. */
    private void compatible(HttpRouting.Builder routing) {
        routing.register(new StationService(exchange, application.reportReadings(), clock))
                .register(new ForecastService(exchange, snapshots, application.findPlaces(), clock))
                .register(new GeocodingService(exchange, application.findPlaces(), builtAt))
                .register(new DarkSkyService(exchange, snapshots))
                .register(new OpenWeatherService(exchange, snapshots))
                .register(new NamesService(exchange, application.findPlaces(), builtAt))
                .register(new WeatherMetricsService(exchange, application.watchPlaces(), snapshots, clock))
                .register(new CalendarService(exchange, snapshots))
                .register(new WidgetService(exchange, snapshots));
    }

    private StaticFiles files() {
        StaticFiles files = StaticFiles.none();
        for (StaticRoot root : served.files()) {
            files = files.and(root.path(), root.module(), root.folder());
        }
        return files;
    }
}
