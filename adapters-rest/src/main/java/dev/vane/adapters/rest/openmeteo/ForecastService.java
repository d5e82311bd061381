package dev.vane.adapters.rest.openmeteo;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.ContentCoding;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.adapters.rest.openmeteo.Wish.Format;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.adapters.rest.snapshot.Window;
import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.ReadWeather;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Serves {@code /v1/forecast}, and {@code /v1/air-quality}, of which Vane has nothing: its values are all null, so that who
 * asks for it beside the weather gets on.
 */
public final class ForecastService implements HttpService {

    private static final Span.Limits WEATHER = new Span.Limits(92, 16, 7);
    private static final Span.Limits AIR = new Span.Limits(92, 7, 5);

    private final Exchange exchange;
    private final Snapshots snapshots;
    private final FindPlaces places;
    private final Elevations elevations;
    private final Clock clock;

    private record Part(Wish.Key wish, Spot.Manner manner) {}

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param snapshots reads the weather
     * @param places finds places of which no weather is wanted, and says how high places lie
     * @param clock says what time it is
     */
    public ForecastService(Exchange exchange, Snapshots snapshots, FindPlaces places, Clock clock) {
        this.exchange = exchange.refusingAs(new OpenMeteoErrors());
        this.snapshots = snapshots;
        this.places = places;
        this.elevations = new Elevations(places);
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, "/v1/forecast", "/v1/forecast", call -> answer(call, WEATHER, this::weather));
        exchange.read(rules, "/v1/air-quality", "/v1/air-quality", call -> answer(call, AIR, this::air));
    }

    private Answer answer(Call call, Span.Limits limits, Function<Spot, Ground> reading) {
        Input input = new Input(call.listParameters());
        Wish wish = Wish.of(input, limits);
        List<Spot> spots = Spot.all(input);
        List<Ground> grounds = spots.size() == 1 ? List.of(reading.apply(spots.getFirst())) : all(spots, reading);
        requireSize(wish, spots, grounds);
        if (spots.size() > 1 && wish.format() == Format.CSV) {
            List<Report> reports = new ArrayList<>();
            for (int i = 0; i < spots.size(); i++) {
                reports.add(Composition.of(grounds.get(i), spots.get(i).manner(), wish, elevations));
            }
            return together(grounds, wish, CsvText.of(reports, wish.unixTime()).getBytes(StandardCharsets.UTF_8));
        }
        Instant now = clock.instant();
        List<Answer.Document> documents = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            Ground ground = grounds.get(i);
            Spot.Manner manner = spots.get(i).manner();
            documents.add(ground.document(new Part(wish.key(), manner), now, () -> rendered(ground, manner, wish)));
        }
        return documents.size() == 1 ? documents.getFirst() : together(grounds, wish, joined(documents, wish.format()));
    }

    private Ground weather(Spot spot) {
        return new Ground.Weather(
                snapshots.read(new ReadWeather.ByCoordinates(spot.coordinates()), "latitude", Locale.ENGLISH));
    }

    private Ground air(Spot spot) {
        Place place = places.byId(new PlaceId.Point(spot.coordinates()))
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownPlace("latitude")));
        return new Ground.Nothing(place, Window.at(clock.instant(), place.zone()));
    }

    /** Reads all places at once: one that nobody has asked for yet takes as long as its sources do. */
    private static List<Ground> all(List<Spot> spots, Function<Spot, Ground> reading) {
        List<Ground> grounds = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Ground>> reads = spots.stream()
                    .map(spot -> threads.submit(() -> reading.apply(spot)))
                    .toList();
            for (Future<Ground> read : reads) {
                grounds.add(read.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("reading one of " + spots.size() + " places failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + spots.size() + " places", e);
        }
        return grounds;
    }

    private static void requireSize(Wish wish, List<Spot> spots, List<Ground> grounds) {
        long values = 0;
        for (int i = 0; i < spots.size(); i++) {
            values += Composition.size(grounds.get(i), spots.get(i).manner(), wish);
        }
        if (values > Composition.MOST_VALUES) {
            throw OpenMeteoErrors.refused("Too much data requested: " + values + " values. Only up to "
                    + Composition.MOST_VALUES + " values can be requested at once");
        }
    }

    private Representation rendered(Ground ground, Spot.Manner manner, Wish wish) {
        Report report = Composition.of(ground, manner, wish, elevations);
        byte[] bytes = switch (wish.format()) {
            case JSON -> JsonText.of(report, wish.unixTime()).getBytes(StandardCharsets.UTF_8);
            case CSV -> CsvText.of(List.of(report), wish.unixTime()).getBytes(StandardCharsets.UTF_8);
            case FLATBUFFERS -> FlatMessage.of(report);
        };
        return Representation.of(wish.format().mediaType(), bytes);
    }

    /** Documents of several places as one: an array of objects, or message after message. */
    private static byte[] joined(List<Answer.Document> documents, Format format) {
        boolean json = format == Format.JSON;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < documents.size(); i++) {
            if (json) {
                out.write(i == 0 ? '[' : ',');
            }
            out.writeBytes(documents.get(i).representation().bytes(ContentCoding.IDENTITY));
        }
        if (json) {
            out.write(']');
        }
        return out.toByteArray();
    }

    private Answer together(List<Ground> grounds, Wish wish, byte[] bytes) {
        Instant expires =
                grounds.stream().map(Ground::expires).min(Instant::compareTo).orElseThrow();
        Instant modified = grounds.stream()
                .map(ForecastService::modified)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Answer.Document(
                Representation.of(wish.format().mediaType(), bytes),
                modified,
                Answer.Caching.until(Duration.between(clock.instant(), expires)),
                "");
    }

    private static Instant modified(Ground ground) {
        Instant start = ground.window().start();
        return ground.weather()
                .map(weather -> weather.lastModified())
                .filter(start::isBefore)
                .orElse(start);
    }
}
