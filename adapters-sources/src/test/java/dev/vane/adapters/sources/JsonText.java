package dev.vane.adapters.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites JSON texts value by value, so that what every provider documents can be broken alike. */
final class JsonText {

    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*+\"|-?[0-9][-+.0-9eE]*|[{}\\[\\]:,]|\\s+|[a-z]+");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Instant FIRST_TIME = Instant.parse("2001-09-09T01:46:40Z");
    private static final Instant LAST_TIME = Instant.parse("2099-12-31T23:59:59Z");

    /** Rewrites a value that is neither an object nor an array; members' names are left alone. */
    private interface Edit {
        String of(String value, boolean inArray);
    }

    private JsonText() {}

    /** Every number is a string, and everything else is a number. */
    static String wrongTypes(String json) {
        return edit(json, (value, inArray) -> isNumber(value) ? "\"" + value + "\"" : "7", "[");
    }

    /** Every value in an array is null, and every array of objects begins with a null. */
    static String nullsInArrays(String json) {
        return edit(json, (value, inArray) -> inArray ? "null" : value, "[null,");
    }

    /** The first half. */
    static String truncated(String json) {
        return json.substring(0, json.length() / 2);
    }

    /** Every time is moved. */
    static String shifted(String json, Duration by) {
        return edit(json, (value, inArray) -> isNumber(value) ? number(value, by) : times(value, by), "[");
    }

    private static boolean isNumber(String value) {
        return value.charAt(0) == '-' || Character.isDigit(value.charAt(0));
    }

    private static String number(String value, Duration by) {
        if (!value.matches("[0-9]{10}")) {
            return value;
        }
        Instant time = Instant.ofEpochSecond(Long.parseLong(value));
        boolean plausible = time.isAfter(FIRST_TIME) && time.isBefore(LAST_TIME);
        return plausible ? Long.toString(time.plus(by).getEpochSecond()) : value;
    }

    private static String times(String value, Duration by) {
        return TIME.matcher(value)
                .replaceAll(
                        found -> OffsetDateTime.parse(found.group()).plus(by).toString());
    }

    private static String edit(String json, Edit edit, String beforeObjects) {
        StringBuilder edited = new StringBuilder();
        Deque<Character> open = new ArrayDeque<>();
        boolean name = false;
        Matcher token = TOKEN.matcher(json);
        while (token.find()) {
            String found = token.group();
            char first = found.charAt(0);
            boolean inArray = !open.isEmpty() && open.peek() == '[';
            switch (first) {
                case '{', '[' -> {
                    open.push(first);
                    edited.append(first == '[' && opensObjects(json, token.end()) ? beforeObjects : found);
                }
                case '}', ']' -> {
                    open.pop();
                    edited.append(found);
                }
                case ':', ',', ' ', '\n', '\r', '\t' -> edited.append(found);
                default -> edited.append(name ? found : edit.of(found, inArray));
            }
            if (!found.isBlank()) {
                name = !open.isEmpty() && open.peek() == '{' && (first == '{' || first == ',');
            }
        }
        return edited.toString();
    }

    private static boolean opensObjects(String json, int from) {
        return json.substring(from).stripLeading().startsWith("{");
    }
}
