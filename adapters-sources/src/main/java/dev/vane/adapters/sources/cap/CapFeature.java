package dev.vane.adapters.sources.cap;

import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.weather.Alert.Certainty;
import dev.vane.domain.weather.Alert.Gravity;
import dev.vane.domain.weather.Alert.Severity;
import dev.vane.domain.weather.Alert.Urgency;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what providers' warnings have in common. Whatever is not as CAP has it is a {@link JsonFault}. */
public final class CapFeature {

    /** In characters; the longest that were seen have 6 thousand. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_AREA = 5_000;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,300}");

    private CapFeature() {}

    /** The identifier, which has to be there: up to 300 visible characters of ASCII. */
    public static String id(JsonObject properties) {
        String id = properties.requiredText("id");
        if (!ID.matcher(id).matches()) {
            throw new JsonFault(properties.path("id") + " is a string that is not 1 to 300 visible ASCII characters");
        }
        return id;
    }

    /** Tells whether it is meant for the public and not withdrawn, by its status and its type, which has another name. */
    public static boolean actual(JsonObject properties, String typeName) {
        String type = properties.requiredText(typeName);
        return properties.requiredText("status").equals("Actual") && (type.equals("Alert") || type.equals("Update"));
    }

    /** A line that has to be there and to say something. */
    public static String requiredLine(JsonObject properties, String name) {
        String line = CapText.line(properties.requiredText(name), LONGEST_LINE);
        if (line.isEmpty()) {
            throw new JsonFault(properties.path(name) + " is a string that says nothing");
        }
        return line;
    }

    /** A line; empty if there is none. */
    public static String line(JsonObject properties, String name) {
        return CapText.line(properties.text(name).orElse(""), LONGEST_LINE);
    }

    /** The area in words; empty if it is not said. */
    public static String area(JsonObject properties, String name) {
        return CapText.line(properties.text(name).orElse(""), LONGEST_AREA);
    }

    /** A text of several lines; empty if there is none. */
    public static String text(JsonObject properties, String name) {
        return CapText.lines(properties.text(name).orElse(""), LONGEST_TEXT);
    }

    /** How bad, how soon and how sure; what CAP does not know, or is not said, is unknown. */
    public static Gravity gravity(JsonObject properties) {
        return new Gravity(
                properties
                        .text("severity")
                        .flatMap(text -> named(Severity.class, text))
                        .orElse(Severity.UNKNOWN),
                properties
                        .text("urgency")
                        .flatMap(text -> named(Urgency.class, text))
                        .orElse(Urgency.UNKNOWN),
                properties
                        .text("certainty")
                        .flatMap(text -> named(Certainty.class, text))
                        .orElse(Certainty.UNKNOWN));
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String text) {
        try {
            return Optional.of(Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** A time; empty if it is not said. */
    public static Optional<Instant> time(JsonObject properties, String name) {
        return properties.text(name).map(text -> time(text, properties.path(name)));
    }

    /** A time that stands at a path, in ISO 8601 with an offset, between 1970 and 2999. */
    public static Instant time(String text, String path) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1970 || time.getYear() > 2999) {
                throw new JsonFault(path + " is not a time between 1970 and 2999");
            }
            return time.toInstant();
        } catch (DateTimeException wrong) {
            throw new JsonFault(path + " is a string that is no ISO 8601 time with an offset", wrong);
        }
    }
}
