package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.outlook.Outlook;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Makes the document of {@code /data/2.5/forecast}: blocks of three hours that end at 0, 3, 6 o'clock UTC and so on. */
final class ForecastDocument {

    private static final Duration THREE_HOURS = Duration.ofHours(3);

    /** How far a step may be from the end of the block: sources with steps of six hours have one within three. */
    private static final Duration NEAR = Duration.ofMinutes(90);

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Outlook outlook;
    private final Wish wish;
    private final Members members;

    private ForecastDocument(Outlook outlook, Wish wish) {
        this.outlook = outlook;
        this.wish = wish;
        this.members = new Members(outlook.place().coordinates(), wish);
    }

    static byte[] of(Snapshot snapshot, Wish wish) {
        return new ForecastDocument(Outlook.of(snapshot), wish).tree().bytes();
    }

    private JsonTree tree() {
        List<JsonTree> blocks = blocks();
        Place place = outlook.place();
        JsonTree city = PlaceMembers.country(
                        new JsonTree()
                                .put("id", PlaceMembers.id(place))
                                .put("name", place.name())
                                .put("coord", PlaceMembers.coordinates(place.coordinates())),
                        place)
                .put("population", place.population())
                .put("timezone", PlaceMembers.offset(place, outlook.window().hour()));
        members.sun(city, outlook.window().today());
        return new JsonTree()
                .put("cod", "200")
                .put("message", 0)
                .put("cnt", blocks.size())
                .put("list", blocks)
                .put("city", city);
    }

    private List<JsonTree> blocks() {
        long seconds = THREE_HOURS.toSeconds();
        long first = (outlook.window().hour().getEpochSecond() / seconds + 1) * seconds;
        List<JsonTree> blocks = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            block(Instant.ofEpochSecond(first + i * seconds)).ifPresent(blocks::add);
        }
        return blocks;
    }

    private Optional<JsonTree> block(Instant end) {
        return outlook.near(end, NEAR).map(step -> block(end, step));
    }

    private JsonTree block(Instant end, Moment step) {
        Instant start = end.minus(THREE_HOURS);
        Fall fall = outlook.fall(start, end);
        Moment moment = new Moment(end, step.period(), step.sky(), step.values());
        JsonTree tree = new JsonTree().put("dt", end.getEpochSecond());
        members.nested(
                tree,
                moment,
                temperatures(start, step).min(),
                temperatures(start, step).max());
        tree.putOrNull("pop", OpenWeatherUnits.fraction(fall.probability()));
        Members.precipitation(tree, "3h", fall.liquid(), fall.snowWater());
        return tree.put("sys", new JsonTree().put("pod", members.isDay(end) ? "d" : "n"))
                .put("dt_txt", TEXT.format(end));
    }

    /** The temperatures after the start of a block up to its step. */
    private DoubleStream temperatures(Instant start, Moment step) {
        return outlook.from(start, Duration.between(start, step.time()).plusNanos(1))
                .filter(one -> one.time().isAfter(start))
                .flatMapToDouble(one -> one.value(Variable.TEMPERATURE).stream());
    }
}
