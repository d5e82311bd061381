package dev.vane.domain.weather;

import java.util.regex.Pattern;

/**
 * The name of a source of weather data in code, URLs, tables and metrics.
 *
 * @param name lower-case words joined by hyphens, such as {@code open-meteo}; at most 40 characters
 */
public record SourceId(String name) implements Comparable<SourceId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Checks the form of the name. */
    public SourceId {
        if (name.length() > 40 || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("source is '" + name + "', not lower-case words joined by hyphens");
        }
    }

    @Override
    public int compareTo(SourceId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
