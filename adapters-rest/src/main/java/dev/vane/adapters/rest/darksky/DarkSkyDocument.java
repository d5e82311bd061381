package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.outlook.Outlook;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.Sky;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Makes the document of a place's weather. There is no block of minutes: no source of Vane knows them. */
final class DarkSkyDocument {

    private static final int DAYS = 8;

    /** How many hours the hourly summary is of. */
    private static final int SUMMARY_HOURS = 24;

    private final Snapshot snapshot;
    private final Outlook outlook;
    private final Wish wish;
    private final DarkSkyUnits units;
    private final PointFields fields;

    private DarkSkyDocument(Snapshot snapshot, Wish wish) {
        this.snapshot = snapshot;
        this.outlook = Outlook.of(snapshot);
        this.wish = wish;
        this.units = wish.unitsIn(outlook.place().region().countryCode());
        this.fields = new PointFields(outlook.place().coordinates(), units, wish);
    }

    static byte[] of(Snapshot snapshot, Wish wish) {
        return new DarkSkyDocument(snapshot, wish).tree().bytes();
    }

    private JsonTree tree() {
        JsonTree tree = head(outlook.place(), outlook.window().hour(), units);
        if (wish.wants(Wish.Block.CURRENTLY)) {
            outlook.now().ifPresent(now -> tree.put("currently", currently(now)));
        }
        if (wish.wants(Wish.Block.HOURLY)) {
            tree.put("hourly", hourly());
        }
        if (wish.wants(Wish.Block.DAY_NIGHT)) {
            tree.put("day_night", new JsonTree().put("data", DayNight.of(outlook, fields)));
        }
        if (wish.wants(Wish.Block.DAILY)) {
            tree.put("daily", daily());
        }
        if (wish.wants(Wish.Block.ALERTS)) {
            tree.put(
                    "alerts",
                    snapshot.alerts().stream().map(DarkSkyDocument::alert).toList());
        }
        if (wish.wants(Wish.Block.FLAGS)) {
            tree.put("flags", Flags.of(snapshot.weather(), units, wish.fields2()));
        }
        return tree;
    }

    /** The members that say where it is. */
    static JsonTree head(Place place, Instant time, DarkSkyUnits units) {
        double hours = place.zone().getRules().getOffset(time).getTotalSeconds() / 3600.0;
        OptionalDouble elevation = place.elevation().stream().asDoubleStream().findFirst();
        return new JsonTree()
                .put("latitude", Figure.rounded(place.coordinates().latitude(), 5))
                .put("longitude", Figure.rounded(place.coordinates().longitude(), 5))
                .put("timezone", place.zone().getId())
                .put("offset", Figure.rounded(hours, 2))
                .put("elevation", units.elevation(elevation));
    }

    private JsonTree currently(Moment now) {
        Fall thisHour = outlook.fallThisHour();
        Fall observed = now.fall();
        Fall fall = observed.water().isPresent() ? observed : thisHour;
        Fall withChance = new Fall(
                fall.span(),
                fall.water(),
                fall.rain(),
                fall.snow(),
                observed.probability().isPresent() ? observed.probability() : thisHour.probability());
        JsonTree tree = fields.point(now);
        fields.storms(tree);
        fields.intensity(tree, now.sky(), withChance);
        fields.values(tree, now);
        fields.second(tree, now, withChance);
        if (wish.fields2()) {
            PointFields.missing(tree, "currentDayIce", "currentDayLiquid", "currentDaySnow");
        }
        return tree;
    }

    private JsonTree hourly() {
        List<Moment> steps = outlook.hours(wish.hours());
        Sky sky = Sky.mostSignificant(
                outlook.hours(SUMMARY_HOURS).stream().map(Moment::sky).toList());
        return block(sky, steps.stream().map(this::hour).toList());
    }

    private JsonTree hour(Moment step) {
        Fall fall = outlook.fall(step.time(), outlook.next(step));
        JsonTree tree = fields.point(step);
        fields.intensity(tree, step.sky(), fall);
        fields.accumulation(tree, fall);
        fields.values(tree, step);
        if (wish.fields2()) {
            fields.storms(tree);
        }
        fields.second(tree, step, fall);
        return tree;
    }

    private JsonTree daily() {
        List<DailyForecast> days = outlook.days(DAYS);
        Sky sky = Sky.mostSignificant(days.stream().map(DailyForecast::sky).toList());
        return block(
                sky,
                days.stream()
                        .map(day -> new DayFields(outlook, fields, day).tree())
                        .toList());
    }

    private JsonTree block(Sky sky, List<JsonTree> data) {
        return new JsonTree()
                .put("summary", fields.summary(sky, true))
                .put("icon", fields.icon(sky, true))
                .put("data", data);
    }

    private static JsonTree alert(IssuedAlert issued) {
        Alert alert = issued.alert();
        JsonTree tree = new JsonTree()
                .put("title", alert.event())
                .putTexts(
                        "regions",
                        Arrays.stream(alert.area().split(";", -1))
                                .map(String::strip)
                                .filter(Predicate.not(String::isEmpty))
                                .toList())
                .put("severity", severity(alert.gravity().severity()))
                .put(
                        "time",
                        alert.validity().onset().orElse(alert.validity().sent()).getEpochSecond());
        tree.put(
                "expires",
                PointFields.time(alert.validity().ends().stream()
                        .mapToDouble(Instant::getEpochSecond)
                        .findFirst()));
        return tree.put("description", alert.message().description())
                .put("uri", alert.id().startsWith("https://") ? alert.id() : "");
    }

    private static String severity(Alert.Severity severity) {
        return severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
