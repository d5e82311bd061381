package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.outlook.Outlook;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes the document of {@code /data/3.0/onecall}. There is no block of minutes: no source of Vane knows them. */
final class OneCallDocument {

    private static final int HOURS = 48;
    private static final int DAYS = 8;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Snapshot snapshot;
    private final Outlook outlook;
    private final Wish wish;
    private final Members members;

    private OneCallDocument(Snapshot snapshot, Wish wish) {
        this.snapshot = snapshot;
        this.outlook = Outlook.of(snapshot);
        this.wish = wish;
        this.members = new Members(outlook.place().coordinates(), wish);
    }

    static byte[] of(Snapshot snapshot, Wish wish) {
        return new OneCallDocument(snapshot, wish).tree().bytes();
    }

    private JsonTree tree() {
        Place place = outlook.place();
        JsonTree tree = new JsonTree()
                .put("lat", Figure.rounded(place.coordinates().latitude(), 4))
                .put("lon", Figure.rounded(place.coordinates().longitude(), 4))
                .put("timezone", place.zone().getId())
                .put(
                        "timezone_offset",
                        PlaceMembers.offset(place, outlook.window().hour()));
        if (wish.wants("current")) {
            tree.put("current", current(CurrentDocument.now(outlook)));
        }
        if (wish.wants("hourly")) {
            tree.put("hourly", outlook.hours(HOURS).stream().map(this::hour).toList());
        }
        if (wish.wants("daily")) {
            tree.put(
                    "daily",
                    outlook.days(DAYS).stream()
                            .map(day -> new DayMembers(outlook, members, day).tree())
                            .toList());
        }
        List<IssuedAlert> alerts = snapshot.alerts();
        if (wish.wants("alerts") && !alerts.isEmpty()) {
            tree.put(
                    "alerts",
                    alerts.stream().map(issued -> alert(issued.alert())).toList());
        }
        return tree;
    }

    private JsonTree current(Moment now) {
        JsonTree tree = new JsonTree().put("dt", now.time().getEpochSecond());
        members.sun(tree, outlook.window().today());
        members.flat(tree, now);
        Fall fall = Members.fallNow(now, outlook.fallThisHour());
        Members.precipitation(tree, "1h", fall.liquidPerHour(), fall.snowWaterPerHour());
        return tree;
    }

    private JsonTree hour(Moment step) {
        JsonTree tree = new JsonTree().put("dt", step.time().getEpochSecond());
        members.flat(tree, step);
        Fall fall = outlook.fall(step.time().minus(HOUR), step.time());
        tree.putOrNull("pop", OpenWeatherUnits.fraction(fall.probability()));
        Members.precipitation(tree, "1h", fall.liquidPerHour(), fall.snowWaterPerHour());
        return tree;
    }

    private static JsonTree alert(Alert alert) {
        Alert.Validity validity = alert.validity();
        JsonTree tree = new JsonTree()
                .put("sender_name", alert.sender())
                .put("event", alert.event())
                .put("start", validity.onset().orElse(validity.sent()).getEpochSecond());
        validity.ends()
                .map(Instant::getEpochSecond)
                .ifPresentOrElse(end -> tree.put("end", end), () -> tree.putNull("end"));
        return tree.put("description", alert.message().description()).putTexts("tags", List.of());
    }
}
