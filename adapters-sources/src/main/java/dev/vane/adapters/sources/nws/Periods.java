package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.nws.NwsTimes.Span;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The forecast in periods: {@code /gridpoints/…/forecast/hourly}, or the one by half days, of the same form.
 *
 * @param issuedAt when the office updated it; empty if it does not say
 * @param all the periods in order, without overlap
 */
record Periods(Optional<Instant> issuedAt, List<Period> all) {

    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * A period. It looks forward: its conditions are those from its start on.
     *
     * @param span from when to when
     * @param conditions all but the precipitation
     * @param chance the probability of precipitation in the period in %
     */
    record Period(Span span, Conditions conditions, OptionalDouble chance) {}

    /** Copies the list. */
    Periods {
        all = List.copyOf(all);
    }

    /** Reads the hourly forecast. Longer periods are a fault: their temperature is the highest or lowest of half a day. */
    static Periods hourly(JsonObject root) {
        Periods periods = decode(root);
        for (int i = 0; i < periods.all.size(); i++) {
            Duration length = periods.all.get(i).span().length();
            if (!length.equals(HOUR)) {
                throw new JsonFault(
                        "properties.periods[" + i + "] lasts " + length + ", so it is no forecast by the hour");
            }
        }
        return periods;
    }

    /** Reads periods of any length. */
    static Periods decode(JsonObject root) {
        JsonObject properties = root.requiredObject("properties");
        JsonArray items = properties.requiredArray("periods");
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JsonObject item = items.object(i);
            Period period = period(item);
            if (i > 0 && period.span().start().isBefore(periods.getLast().span().end())) {
                throw new JsonFault(item.path("startTime") + " is "
                        + period.span().start() + ", before the end of " + "the period before it");
            }
            periods.add(period);
        }
        return new Periods(NwsTimes.issuedAt(properties), periods);
    }

    private static Period period(JsonObject item) {
        CheckedValues<Variable> values = new CheckedValues<>(Variable.class);
        OptionalDouble temperature = item.number("temperature");
        if (temperature.isPresent()) {
            values.set(Variable.TEMPERATURE, temperature, temperatureUnit(item), item.path("temperature"));
        }
        NwsUnits.take(item, "dewpoint", Variable.DEW_POINT, values);
        NwsUnits.take(item, "relativeHumidity", Variable.RELATIVE_HUMIDITY, values);
        WindText.take(item, values);
        CheckedValues<Variable> chance = new CheckedValues<>(Variable.class);
        NwsUnits.take(item, "probabilityOfPrecipitation", Variable.PRECIPITATION_PROBABILITY, chance);
        Sky sky = item.text("icon").map(NwsIcon::ofAddress).orElse(Sky.UNKNOWN);
        return new Period(
                span(item),
                new Conditions(sky, values.build()),
                chance.build().get(Variable.PRECIPITATION_PROBABILITY));
    }

    private static Span span(JsonObject item) {
        Span span = new Span(NwsTimes.required(item, "startTime"), NwsTimes.required(item, "endTime"));
        if (!span.end().isAfter(span.start())) {
            throw new JsonFault(item.path("endTime") + " is " + span.end() + ", not after the start");
        }
        return span;
    }

    private static Unit temperatureUnit(JsonObject item) {
        String unit = item.requiredText("temperatureUnit");
        return switch (unit) {
            case "F" -> Unit.FAHRENHEIT;
            case "C" -> Unit.CELSIUS;
            default -> throw new JsonFault(item.path("temperatureUnit") + " is '" + unit + "', not F or C");
        };
    }
}
