package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON text (RFC 8259) to the letter, and nothing else: what others read in different ways, such as a name that is
 * given twice, half of a surrogate pair or something after the end, is refused by its place. Objects are maps, arrays
 * lists, numbers doubles (beyond their range infinite), null is {@link Nothing}. Not safe for use by several threads.
 */
final class StrictJson {

    /** What {@code null} is read as. */
    enum Nothing {
        /** The only one. */
        NULL
    }

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{4}");
    private static final int LONGEST_NUMBER = 40;
    private static final int DEEPEST = 4;

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @throws RefusedException if it is not JSON, is nested more than 4 deep, or gives a name twice
     */
    static Object read(String text) {
        StrictJson json = new StrictJson(text);
        Object value = json.value("", 0);
        json.skipBlanks();
        if (json.at < text.length()) {
            throw json.broken("something follows the end");
        }
        return value;
    }

    private Object value(String path, int depth) {
        skipBlanks();
        return switch (peek()) {
            case '{' -> members(path, depth + 1);
            case '[' -> elements(path, depth + 1);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Nothing.NULL);
            default -> number();
        };
    }

    private Map<String, Object> members(String path, int depth) {
        enter(depth);
        Map<String, Object> members = new LinkedHashMap<>();
        if (ends('}')) {
            return members;
        }
        do {
            skipBlanks();
            if (peek() != '"') {
                throw broken("a name in double quotes is expected");
            }
            String name = string();
            String member = path.isEmpty() ? name : path + "." + name;
            expect(':');
            if (members.containsKey(name)) {
                throw RefusedException.invalid(Parameters.shown(member), "is given more than once");
            }
            members.put(name, value(member, depth));
        } while (goesOn('}'));
        return members;
    }

    private List<Object> elements(String path, int depth) {
        enter(depth);
        List<Object> elements = new ArrayList<>();
        if (ends(']')) {
            return elements;
        }
        do {
            elements.add(value(path + "[" + elements.size() + "]", depth));
        } while (goesOn(']'));
        return elements;
    }

    private void enter(int depth) {
        if (depth > DEEPEST) {
            throw broken("it is nested more than " + DEEPEST + " deep");
        }
        at++;
    }

    private boolean ends(char end) {
        skipBlanks();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean goesOn(char end) {
        skipBlanks();
        char next = peek();
        if (next != ',' && next != end) {
            throw broken("a comma or " + end + " is expected");
        }
        at++;
        return next == ',';
    }

    private void expect(char expected) {
        skipBlanks();
        if (peek() != expected) {
            throw broken(expected + " is expected");
        }
        at++;
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw broken("a value is expected");
        }
        at += word.length();
        return meaning;
    }

    private Double number() {
        Matcher matcher = NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER + 1));
        if (!matcher.lookingAt()) {
            throw broken("a value is expected");
        }
        if (matcher.end() - at > LONGEST_NUMBER) {
            throw broken("a number has more than " + LONGEST_NUMBER + " characters");
        }
        at = matcher.end();
        return Double.valueOf(matcher.group());
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (at++; peek() != '"'; at++) {
            char c = peek();
            if (c < ' ') {
                throw broken("a control character stands in a text");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        requirePairs(string);
        return string.toString();
    }

    private char escaped() {
        at++;
        return switch (peek()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken("a backslash has an unknown character after it");
        };
    }

    private char unicode() {
        if (at + 5 > text.length()
                || !HEX.matcher(text.substring(at + 1, at + 5)).matches()) {
            throw broken("\\u has four hexadecimal digits after it");
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 3, at + 1, 16);
    }

    private void requirePairs(CharSequence string) {
        if (string.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw broken("a text has half of a surrogate pair");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken("it ends too early");
        }
        return text.charAt(at);
    }

    private RefusedException broken(String fault) {
        return new RefusedException(
                new Refusal.MalformedRequest("The body is not JSON at character " + (at + 1) + ": " + fault + "."));
    }
}
