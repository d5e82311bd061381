package dev.vane.adapters.rest.station;

import dev.vane.adapters.rest.exchange.Parameters;
import dev.vane.adapters.rest.exchange.RefusedException;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.RainCounter;
import dev.vane.domain.weather.RainCounter.Reset;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decodes readings from the JSON of {@code POST /api/v1/observations}: canonical units and the names that {@code
 * /api/v1/weather} has. Whatever is not as the OpenAPI document says is refused by its name, with the whole upload: who
 * writes JSON can put it right.
 */
final class JsonReadings {

    /** How many readings there can be in one upload. */
    static final int MOST = 500;

    private static final String TIME = "time";
    private static final String PERIOD = "period";
    private static final String COUNTER = "rainCounter";
    private static final String RESET = "reset";
    private static final String MILLIMETRES = "millimetres";
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

    /** What is measured; a chance is not, and what it feels like follows from the rest. */
    private static final Map<String, Variable> VARIABLES =
            EnumSet.complementOf(EnumSet.of(Variable.APPARENT_TEMPERATURE, Variable.PRECIPITATION_PROBABILITY)).stream()
                    .collect(Collectors.toUnmodifiableMap(Variable::key, Function.identity()));

    private static final Map<String, Reset> RESETS = Arrays.stream(Reset.values())
            .collect(Collectors.toUnmodifiableMap(reset -> reset.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final String path;
    private final Map<?, ?> members;

    private JsonReadings(String path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    /**
     * Decodes one reading, or an array of 1 to 500.
     *
     * @throws RefusedException naming what is not as it should be
     */
    static List<Observation> decode(String text) {
        Object root = StrictJson.read(text);
        if (!(root instanceof List<?> elements)) {
            return List.of(reading("", root));
        }
        if (elements.isEmpty() || elements.size() > MOST) {
            throw RefusedException.invalid("body", "has " + elements.size() + " readings, not 1 to " + MOST);
        }
        return IntStream.range(0, elements.size())
                .mapToObj(i -> reading("[" + i + "].", elements.get(i)))
                .toList();
    }

    private static Observation reading(String path, Object value) {
        if (value instanceof Map<?, ?> members) {
            return new JsonReadings(path, members).reading();
        }
        String name = path.isEmpty() ? "body" : path.substring(0, path.length() - 1);
        throw RefusedException.invalid(name, "is not an object");
    }

    private Observation reading() {
        Values.Builder<Variable> values = Values.of(Variable.class);
        boolean ofInterval = false;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = member.getKey().toString();
            Variable variable = VARIABLES.get(name);
            if (variable != null) {
                values.set(variable, number(name, member.getValue(), variable.minimum(), variable.maximum()));
                ofInterval |= variable.ofInterval();
            } else if (!Set.of(TIME, PERIOD, COUNTER).contains(name)) {
                throw invalid(name, "is not known here");
            }
        }
        Instant time = time();
        Duration period = period(ofInterval);
        Optional<RainCounter> counter = counter();
        Conditions conditions = new Conditions(Sky.UNKNOWN, values.build());
        if (conditions.values().isEmpty() && counter.isEmpty()) {
            throw invalid(TIME, "has no value beside it");
        }
        return new Observation(time, period, conditions, counter);
    }

    private Instant time() {
        String text = text(TIME).orElseThrow(() -> invalid(TIME, "is missing"));
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            throw invalid(TIME, "is '" + Parameters.shown(text) + "', not a time as 2026-03-10T14:20:00Z");
        }
    }

    private Duration period(boolean needed) {
        Optional<String> text = text(PERIOD);
        if (text.isEmpty() && needed) {
            throw invalid(PERIOD, "is missing, and there are values of an interval");
        }
        return text.map(this::duration).orElse(Duration.ZERO);
    }

    private Duration duration(String text) {
        String fault = "is '" + Parameters.shown(text) + "', not a duration up to a day as PT1H";
        try {
            Duration period = Duration.parse(text);
            if (period.isPositive() && period.compareTo(LONGEST_PERIOD) <= 0) {
                return period.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeParseException e) {
            throw invalid(PERIOD, fault);
        }
        throw invalid(PERIOD, fault);
    }

    private Optional<RainCounter> counter() {
        if (!members.containsKey(COUNTER)) {
            return Optional.empty();
        }
        if (!(members.get(COUNTER) instanceof Map<?, ?> counter)) {
            throw invalid(COUNTER, "is not an object");
        }
        JsonReadings inside = new JsonReadings(path + COUNTER + ".", counter);
        for (Object name : counter.keySet()) {
            if (!Set.of(RESET, MILLIMETRES).contains(name.toString())) {
                throw inside.invalid(name.toString(), "is not known here");
            }
        }
        String reset = inside.text(RESET).orElseThrow(() -> inside.invalid(RESET, "is missing"));
        if (!RESETS.containsKey(reset)) {
            throw inside.invalid(
                    RESET, "is '" + Parameters.shown(reset) + "', not never, yearly, monthly, weekly or daily");
        }
        double millimetres = inside.number(MILLIMETRES, counter.get(MILLIMETRES), 0, RainCounter.MAX_MILLIMETRES);
        return Optional.of(new RainCounter(RESETS.get(reset), millimetres));
    }

    private double number(String name, Object value, double minimum, double maximum) {
        if (value instanceof Double number && number >= minimum && number <= maximum) {
            return number;
        }
        String fault = value instanceof Double number ? "is " + number + ", " : "is ";
        throw invalid(name, fault + "not a number from " + minimum + " to " + maximum);
    }

    private Optional<String> text(String name) {
        if (!members.containsKey(name)) {
            return Optional.empty();
        }
        if (members.get(name) instanceof String text) {
            return Optional.of(text);
        }
        throw invalid(name, "is not a text");
    }

    private RefusedException invalid(String name, String fault) {
        return RefusedException.invalid(path + Parameters.shown(name), fault);
    }
}
