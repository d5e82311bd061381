package dev.vane.adapters.rest.stream;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.adapters.rest.weather.WeatherForm;
import dev.vane.application.api.FollowWeather;
import dev.vane.application.api.FollowWeather.Following;
import dev.vane.application.api.ReadWeather;
import dev.vane.domain.place.PlaceId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Serves the weather of places as it changes, as server-sent events. */
public final class StreamService implements HttpService {

    /** The media type of server-sent events. */
    static final String MEDIA_TYPE = "text/event-stream";

    private static final String PATH = "/api/v1/stream";
    private static final String PLACE = "place";
    private static final int MOST_PLACES = 5;
    private static final int LONGEST_ID = 400;
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final Set<String> KNOWN = known();

    private final Exchange exchange;
    private final Snapshots snapshots;
    private final FollowWeather follow;
    private final Streams streams;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param snapshots reads the weather
     * @param follow tells of changes
     * @param streams those who are subscribed
     */
    public StreamService(Exchange exchange, Snapshots snapshots, FollowWeather follow, Streams streams) {
        this.exchange = exchange;
        this.snapshots = snapshots;
        this.follow = follow;
        this.streams = streams;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(WeatherForm.PARAMETERS);
        known.addAll(List.of(PLACE, "lat", "lon"));
        return Set.copyOf(known);
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, PATH, PATH, this::subscribe);
    }

    private Answer subscribe(Call call) {
        Parameters parameters = call.parameters(KNOWN, Set.of(PLACE));
        List<ReadWeather.Target> targets = targets(parameters);
        Locale language = call.language(parameters);
        WeatherForm form = WeatherForm.of(parameters, language);
        call.requireAccepts(MEDIA_TYPE);
        List<PlaceId> places = targets.stream()
                .map(target -> snapshots.read(target, parameter(target), language))
                .map(snapshot -> snapshot.weather().place().id())
                .toList();
        return new Answer.Events(MEDIA_TYPE, subscribe(places, new Beginning(snapshots, form, lastId(call))));
    }

    private Subscriber subscribe(List<PlaceId> places, Beginning beginning) {
        Subscriber subscriber = streams.join(beginning)
                .orElseThrow(() -> new RefusedException(new Refusal.TooManyStreams(streams.most(), LATER)));
        try {
            places.forEach(place -> subscriber.add(follow(place, subscriber)));
            return subscriber;
        } catch (RuntimeException e) {
            subscriber.close();
            throw e;
        }
    }

    private Following follow(PlaceId place, Subscriber subscriber) {
        return switch (follow.follow(place, subscriber::changed)) {
            case FollowWeather.Followed followed -> followed.following();
            case FollowWeather.NoSuchPlace() -> throw new RefusedException(new Refusal.UnknownPlace(PLACE));
            case FollowWeather.TooMany many ->
                throw new RefusedException(new Refusal.TooManyFollowed(many.limit(), LATER));
        };
    }

    private static List<ReadWeather.Target> targets(Parameters parameters) {
        boolean point = parameters.has("lat") || parameters.has("lon");
        if (point == parameters.has(PLACE)) {
            String given = point ? "is given beside lat and lon" : "is missing";
            throw RefusedException.invalid(PLACE, given + "; give places, or lat with lon");
        }
        return point
                ? List.of(new ReadWeather.ByCoordinates(parameters.requiredCoordinates("lat", "lon")))
                : byIds(parameters.texts(PLACE));
    }

    private static List<ReadWeather.Target> byIds(List<String> texts) {
        if (texts.size() > MOST_PLACES) {
            throw RefusedException.invalid(PLACE, "is given " + texts.size() + " times, more than " + MOST_PLACES);
        }
        List<ReadWeather.Target> targets = new ArrayList<>();
        for (String text : texts) {
            ReadWeather.Target target = new ReadWeather.ById(Parameters.placeId(PLACE, text));
            if (targets.contains(target)) {
                throw RefusedException.invalid(PLACE, "has '" + Parameters.shown(text) + "' more than once");
            }
            targets.add(target);
        }
        return List.copyOf(targets);
    }

    private static String parameter(ReadWeather.Target target) {
        return target instanceof ReadWeather.ById ? PLACE : "lat";
    }

    /** What is not an id of ours, however it came to the client, says nothing. */
    private static Optional<String> lastId(Call call) {
        return call.header(LAST_EVENT_ID).filter(id -> id.length() <= LONGEST_ID);
    }
}
