package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the times of an answer. */
final class TimeSeries {

    /** Later is no time that a provider means, and beyond it there are no local days. */
    private static final Instant END_OF_TIME = Instant.parse("3000-01-01T00:00:00Z");

    /**
     * One time and what is said of it.
     *
     * @param time the time
     * @param data what is said, by sections
     */
    record Entry(Instant time, JsonObject data) {}

    private TimeSeries() {}

    /** The entries in the order of their times, checked to rise. */
    static List<Entry> of(JsonArray series) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            JsonObject item = series.object(i);
            Instant time = time(item, "time");
            if (i > 0 && !time.isAfter(entries.getLast().time())) {
                throw new JsonFault(item.path("time") + " is " + time + ", not after "
                        + entries.getLast().time());
            }
            entries.add(new Entry(time, item.requiredObject("data")));
        }
        return entries;
    }

    /** A member that is a time in ISO 8601 with an offset. */
    static Instant time(JsonObject object, String name) {
        String text = object.requiredText(name);
        Instant time;
        try {
            time = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw new JsonFault(object.path(name) + " is a string that is no ISO 8601 time with an offset", wrong);
        }
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(END_OF_TIME)) {
            throw new JsonFault(object.path(name) + " is not a time between 1970 and 2999");
        }
        return time;
    }
}
