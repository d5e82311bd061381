package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.SourceStatus;
import dev.vane.domain.place.Place;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The block that says where the weather is from. */
final class Flags {

    /** The version of Pirate Weather that this is after. */
    private static final String VERSION = "V2.9";

    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Flags() {}

    static JsonTree of(PlaceWeather weather, DarkSkyUnits units, boolean fields2) {
        List<SourceStatus> used = weather.sources().stream()
                .filter(status ->
                        status.reading().isPresent() && status.leftOut().isEmpty())
                .toList();
        JsonTree times = new JsonTree();
        for (SourceStatus status : used) {
            status.reading()
                    .flatMap(SourceStatus.Reading::issuedAt)
                    .ifPresent(issued -> times.put(name(status), RUN.format(issued)));
        }
        JsonTree tree = of(used.stream().map(Flags::name).toList(), times, units);
        return fields2 ? nearest(tree, weather.place()) : tree;
    }

    static JsonTree of(List<String> sources, JsonTree times, DarkSkyUnits units) {
        JsonTree tree = new JsonTree().putTexts("sources", sources).put("sourceTimes", times);
        PointFields.missing(tree, "nearest-station");
        return tree.put("units", units.key()).put("version", VERSION);
    }

    private static JsonTree nearest(JsonTree tree, Place place) {
        return tree.put("nearestCity", place.name())
                .put("nearestCountry", place.region().countryName(Locale.ENGLISH))
                .put("nearestSubNational", place.region().areaName());
    }

    private static String name(SourceStatus status) {
        return status.source().id().name();
    }
}
