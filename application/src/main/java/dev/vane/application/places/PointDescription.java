package dev.vane.application.places;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import java.time.ZoneId;
import java.util.OptionalInt;

/** Describes a point on the map by the town nearest to it. */
final class PointDescription {

    /** Up to this distance in metres a point bears the name of the town. */
    static final double SAME_NAME_M = 25_000;

    /** Up to this distance in metres a point keeps the town's country and its clock; beyond lies the open sea. */
    static final double SAME_ZONE_M = 300_000;

    private static final double DEGREES_PER_HOUR = 15;

    private PointDescription() {}

    static Place of(PlaceId.Point id, Place town) {
        Coordinates point = id.coordinates();
        double distance = point.distanceTo(town.coordinates());
        String name = distance <= SAME_NAME_M ? town.name() : id.toString();
        Region region = distance <= SAME_ZONE_M ? town.region() : Region.NONE;
        ZoneId zone = distance <= SAME_ZONE_M ? town.zone() : nauticalZone(point);
        return new Place(id, name, region, point, OptionalInt.empty(), zone, 0);
    }

    /** The zone that ships keep: whole hours, the meridian of each in its middle. */
    private static ZoneId nauticalZone(Coordinates point) {
        long hours = Math.round(point.longitude() / DEGREES_PER_HOUR);
        // The tz database counts these zones west of Greenwich, against the sign of the offset.
        return ZoneId.of(hours == 0 ? "Etc/GMT" : "Etc/GMT%+d".formatted(-hours));
    }
}
