package dev.vane.adapters.rest.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditional requests (RFC 9110, 13.1): whether what the client has still stands. */
final class Preconditions {

    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private Preconditions() {}

    /**
     * Compares what the client has with what there is.
     *
     * @param ifNoneMatch the lines of If-None-Match; if there are any, the other header does not count
     * @param ifModifiedSince If-Modified-Since; one that is not a date does not count
     */
    static boolean stillStands(
            List<String> ifNoneMatch, Optional<String> ifModifiedSince, String entityTag, Instant lastModified) {
        if (!ifNoneMatch.isEmpty()) {
            return ifNoneMatch.stream().anyMatch(line -> matches(line, entityTag));
        }
        return ifModifiedSince
                .flatMap(Preconditions::date)
                .map(since -> !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .orElse(false);
    }

    private static boolean matches(String line, String entityTag) {
        if (line.strip().equals("*")) {
            return true;
        }
        Matcher tags = ENTITY_TAG.matcher(line);
        while (tags.find()) {
            if (tags.group(1).equals(entityTag)) { // weak comparison, as the header asks for
                return true;
            }
        }
        return false;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty(); // RFC 9110, 13.1.3: not a date is as good as absent
        }
    }
}
