package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of a reading as both protocols have it: {@code now}, or {@code YYYY-MM-DD HH:MM:SS} in UTC. */
final class StationTime {

    static final String PARAMETER = "dateutc";

    /** Some stations write no leading zeros. */
    private static final Pattern FORM =
            Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2}) ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})");

    private StationTime() {}

    /**
     * The time of a reading.
     *
     * @param now what {@code now} is
     * @throws RefusedException if there is no time, or none that is in the calendar
     */
    static Instant of(Parameters parameters, Instant now) {
        String text = parameters.requiredText(PARAMETER).strip();
        if (text.equalsIgnoreCase("now")) {
            return now;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw invalid(text);
        }
        int[] parts = Arrays.stream(text.split("[- :]", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        try {
            return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw invalid(text);
        }
    }

    private static RefusedException invalid(String text) {
        return RefusedException.invalid(
                PARAMETER, "is '" + Parameters.shown(text) + "', neither now nor a time as 2026-03-10 14:20:00");
    }
}
