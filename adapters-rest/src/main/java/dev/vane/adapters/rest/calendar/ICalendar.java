package dev.vane.adapters.rest.calendar;

import dev.vane.domain.place.Coordinates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes a calendar line by line, as RFC 5545 has it: lines end with CRLF and are folded at 75 octets, texts are escaped, times
 * are in UTC so that no reader needs the rules of a time zone.
 *
 * <p>There is no METHOD: that makes a calendar a message between people who schedule (RFC 5546), for which each event would
 * need an organizer. This is a calendar to subscribe to.
 */
final class ICalendar {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder(4096);

    /** The bytes of what has been written. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A property whose value needs no escapes. */
    ICalendar line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A property with a text as its value (RFC 5545, 3.3.11). */
    ICalendar text(String name, String value) {
        return line(name, escaped(value));
    }

    /** A property with a time as its value. */
    ICalendar time(String name, Instant time) {
        return line(name, TIME.format(time));
    }

    /** A property with a position as its value: six decimals at most, never an exponent. */
    ICalendar position(String name, Coordinates point) {
        return line(name, String.format(Locale.ROOT, "%.5f;%.5f", point.latitude(), point.longitude()));
    }

    private static String escaped(String value) {
        return value.replaceAll("\\R", "\n")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n")
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\\t]]", " ");
    }

    /** Octets count, and no character is cut: a reader may unfold bytes or characters. */
    private void fold(String line) {
        int length = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int octets = octets(character);
            if (length + octets > LONGEST_LINE) {
                text.append("\r\n ");
                length = 1;
            }
            text.appendCodePoint(character);
            length += octets;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
