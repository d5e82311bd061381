package dev.vane.adapters.sources.json;

import java.util.List;
import java.util.Map;

/** The types of JSON, as the tree holds them and as faults name them. */
final class JsonType {

    /** Stands for JSON's null, so that the tree holds no Java null. */
    enum Null {
        /** The only one. */
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    private JsonType() {}

    /** The type of a value of the tree, with its article. */
    static String name(Object value) {
        return switch (value) {
            case Map<?, ?> members -> "an object";
            case List<?> elements -> "an array";
            case String text -> "a string";
            case Double number -> "a number";
            case Boolean flag -> "a boolean";
            default -> value.toString();
        };
    }

    /** A value as the type that is documented. */
    static <T> T require(Class<T> type, String expected, Object value, String path) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new JsonFault(path + " is " + name(value) + ", not " + expected);
    }

    /** A number, checked to be finite. */
    static double number(Object value, String path) {
        double number = require(Double.class, "a number", value, path);
        if (!Double.isFinite(number)) {
            throw new JsonFault(path + " is a number beyond all bounds");
        }
        return number;
    }

    /** A number without a fraction that a long can hold exactly. */
    static long integer(Object value, String path) {
        double number = number(value, path);
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new JsonFault(path + " is " + number + ", not an integer");
        }
        return (long) number;
    }
}
