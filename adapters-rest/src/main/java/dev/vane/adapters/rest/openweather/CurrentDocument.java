package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.outlook.Outlook;
import dev.vane.adapters.rest.snapshot.Snapshot;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;

/** Makes the document of {@code /data/2.5/weather}. */
final class CurrentDocument {

    private CurrentDocument() {}

    static byte[] of(Snapshot snapshot, Wish wish) {
        Outlook outlook = Outlook.of(snapshot);
        Place place = outlook.place();
        Members members = new Members(place.coordinates(), wish);
        Moment now = now(outlook);
        JsonTree tree = new JsonTree().put("coord", PlaceMembers.coordinates(place.coordinates()));
        tree.put("base", "stations");
        members.nested(tree, now, now.value(Variable.TEMPERATURE), now.value(Variable.TEMPERATURE));
        Fall fall = Members.fallNow(now, outlook.fallThisHour());
        Members.precipitation(tree, "1h", fall.liquidPerHour(), fall.snowWaterPerHour());
        JsonTree sys = PlaceMembers.country(new JsonTree(), place);
        members.sun(sys, outlook.window().today());
        tree.put("dt", now.time().getEpochSecond())
                .put("sys", sys)
                .put("timezone", PlaceMembers.offset(place, outlook.window().hour()))
                .put("id", PlaceMembers.id(place))
                .put("name", place.name())
                .put("cod", 200);
        return tree.bytes();
    }

    /** The weather now, of which nothing may be known: the document has to be there all the same. */
    static Moment now(Outlook outlook) {
        return outlook.now()
                .orElseGet(() ->
                        new Moment(outlook.window().hour(), Duration.ZERO, Sky.UNKNOWN, Values.none(Variable.class)));
    }
}
