package dev.vane.adapters.rest.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a client wants, from a header of weighted alternatives (RFC 9110, 12.4.2): {@code gzip;q=0.5, *;q=0}. What is
 * malformed in it is passed over, as if it had not been said.
 */
final class Preferences {

    private static final Preferences NONE = new Preferences(List.of());
    private static final Memo<Preferences> READ = new Memo<>();

    private record Preference(String what, double weight) {}

    private final List<Preference> stated;

    private Preferences(List<Preference> stated) {
        this.stated = stated;
    }

    /** Reads the header's lines; none means no preference. */
    static Preferences parse(List<String> lines) {
        return switch (lines.size()) {
            case 0 -> NONE;
            case 1 -> READ.of(lines.getFirst(), line -> read(List.of(line)));
            default -> read(lines);
        };
    }

    private static Preferences read(List<String> lines) {
        List<Preference> stated = new ArrayList<>();
        for (String line : lines) {
            for (String element : line.split(",", -1)) {
                add(element, stated);
            }
        }
        return new Preferences(List.copyOf(stated));
    }

    private static void add(String element, List<Preference> stated) {
        String[] parts = element.split(";", -1);
        String what = parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT);
        OptionalDouble weight = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(part -> part.regionMatches(true, 0, "q=", 0, 2))
                .mapToDouble(part -> weight(part.substring(2)))
                .findFirst();
        if (!what.isEmpty()) {
            stated.add(new Preference(what, weight.orElse(1)));
        }
    }

    private static double weight(String text) {
        return text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
    }

    /** The best of the codings there are; plain if the client takes no other. */
    ContentCoding best(Set<ContentCoding> available) {
        ContentCoding best = ContentCoding.IDENTITY;
        double bestWeight = 0;
        for (ContentCoding coding : ContentCoding.values()) {
            double weight = available.contains(coding) ? weight(coding) : 0;
            if (weight > bestWeight) {
                best = coding;
                bestWeight = weight;
            }
        }
        return best;
    }

    private double weight(ContentCoding coding) {
        // plain is always taken unless it is refused, but whatever else is asked for comes first
        double unstated = coding == ContentCoding.IDENTITY ? 0.0001 : 0;
        return weightOf(coding.token()).orElse(weightOf("*").orElse(unstated));
    }

    /** Tells whether a media type is taken; no preference takes all. */
    boolean admits(String mediaType) {
        return weightOfType(mediaType) > 0;
    }

    /** The media type that is liked best, of equals the first; empty if none is taken. */
    Optional<String> bestType(List<String> mediaTypes) {
        return mediaTypes.stream()
                .filter(this::admits)
                .reduce((best, other) -> weightOfType(other) > weightOfType(best) ? other : best);
    }

    private double weightOfType(String mediaType) {
        String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
        return stated.isEmpty()
                ? 1
                : weightOf(mediaType)
                        .orElse(weightOf(family).orElse(weightOf("*/*").orElse(0)));
    }

    /** Tells whether something is asked for by its own name. */
    boolean names(String what) {
        return weightOf(what).orElse(0) > 0;
    }

    private OptionalDouble weightOf(String what) {
        double best = -1;
        for (Preference preference : stated) {
            if (preference.what.equals(what)) {
                best = Math.max(best, preference.weight);
            }
        }
        return best < 0 ? OptionalDouble.empty() : OptionalDouble.of(best);
    }
}
