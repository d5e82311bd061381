package dev.vane.adapters.rest.metrics;

import dev.vane.adapters.rest.metrics.Family.Label;
import dev.vane.adapters.rest.metrics.Family.Sample;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The formats that scrapers read: OpenMetrics 1.0 (the specification of that name, of 2020), and the older text format of
 * Prometheus, 0.0.4, which knows neither units nor sets of states, and does not say where it ends.
 */
enum Exposition {
    /** OpenMetrics 1.0. */
    OPEN_METRICS("application/openmetrics-text", "; version=1.0.0; charset=utf-8"),
    /** The text format of Prometheus. */
    PROMETHEUS("text/plain", "; version=0.0.4; charset=utf-8");

    private final String mediaType;
    private final String parameters;

    Exposition(String mediaType, String parameters) {
        this.mediaType = mediaType;
        this.parameters = parameters;
    }

    /** The media type without parameters, as an Accept header has it. */
    String mediaType() {
        return mediaType;
    }

    /** The media type as an answer has it. */
    String contentType() {
        return mediaType + parameters;
    }

    /** Writes samples, those of a family together, in the order in which families first appear. */
    String text(List<Sample> samples) {
        Map<Family, List<Sample>> families = samples.stream()
                .collect(Collectors.groupingBy(Sample::family, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder(samples.size() * 128);
        families.forEach((family, members) -> {
            describe(family, text);
            members.forEach(sample -> write(sample, text));
        });
        return this == OPEN_METRICS ? text.append("# EOF\n").toString() : text.toString();
    }

    private void describe(Family family, StringBuilder text) {
        boolean open = this == OPEN_METRICS;
        text.append("# TYPE ").append(family.name()).append(' ');
        text.append(open ? family.type().openMetrics() : "gauge").append('\n');
        if (open && !family.unit().isEmpty()) {
            text.append("# UNIT ").append(family.name()).append(' ');
            text.append(family.unit()).append('\n');
        }
        text.append("# HELP ").append(family.name()).append(' ');
        text.append(family.help()).append('\n');
    }

    private static void write(Sample sample, StringBuilder text) {
        text.append(sample.family().name());
        text.append(sample.labels().stream().map(Exposition::label).collect(Collectors.joining(",", "{", "}")));
        text.append(' ').append(number(sample.value())).append('\n');
    }

    private static String label(Label label) {
        return label.name() + "=\"" + escaped(label.value()) + '"';
    }

    /** As both formats have it; control characters that need no escape mean nothing in a name, and break terminals. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replaceAll("[\\p{Cc}\\p{Cs}]", " ");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
