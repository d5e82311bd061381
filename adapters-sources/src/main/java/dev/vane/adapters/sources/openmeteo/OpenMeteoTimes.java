package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads the times of an answer in the format that it declares. Written times ({@code iso8601}) are local at one offset,
 * {@code utc_offset_seconds}, whatever the zone's clocks do in the time of the forecast; seconds ({@code unixtime}) are
 * exact, also for the beginning of a day.
 */
final class OpenMeteoTimes {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final JsonObject root;

    OpenMeteoTimes(JsonObject root) {
        this.root = root;
    }

    /** The valid times of a section, checked to rise. */
    List<Instant> instants(JsonObject section, JsonObject units) {
        JsonArray times = section.requiredArray("time");
        boolean written = written(units);
        return ascending(
                times, index -> written ? instant(times.text(index), times.path(index)) : times.instant(index));
    }

    /** The time of a section that has only one. */
    Instant instant(JsonObject section, JsonObject units) {
        return written(units)
                ? instant(section.requiredText("time"), section.path("time"))
                : section.requiredInstant("time");
    }

    /** The days of a section, checked to rise. */
    List<LocalDate> dates(JsonObject section, JsonObject units) {
        JsonArray times = section.requiredArray("time");
        boolean written = written(units);
        return ascending(
                times,
                index -> written
                        ? parsed(() -> LocalDate.parse(times.text(index)), times.path(index))
                        // half a day on: the date is right even if the day begins an hour off
                        : LocalDate.ofInstant(times.instant(index).plus(HALF_A_DAY), offset()));
    }

    private Instant instant(String local, String path) {
        return parsed(() -> LocalDateTime.parse(local), path).toInstant(offset());
    }

    private ZoneOffset offset() {
        long seconds = root.requiredInteger("utc_offset_seconds");
        if (Math.abs(seconds) > ZoneOffset.MAX.getTotalSeconds()) {
            throw new JsonFault("utc_offset_seconds is " + seconds + ", more than 18 hours");
        }
        return ZoneOffset.ofTotalSeconds((int) seconds);
    }

    private static boolean written(JsonObject units) {
        String format = units.requiredText("time");
        return switch (format) {
            case "iso8601" -> true;
            case "unixtime" -> false;
            default -> throw new JsonFault(units.path("time") + " is '" + format + "', not iso8601 or unixtime");
        };
    }

    private static <T extends Comparable<? super T>> List<T> ascending(JsonArray times, IntFunction<T> read) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            T time = read.apply(i);
            if (i > 0 && time.compareTo(all.get(i - 1)) <= 0) {
                throw new JsonFault(times.path(i) + " is " + time + ", not after " + all.get(i - 1));
            }
            all.add(time);
        }
        return all;
    }

    private static <T> T parsed(java.util.function.Supplier<T> parse, String path) {
        try {
            return parse.get();
        } catch (DateTimeException wrong) {
            throw new JsonFault(path + " is a string that is no ISO 8601 time", wrong);
        }
    }
}
