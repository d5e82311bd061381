package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The raw forecast of a grid cell ({@code /gridpoints/{office}/{x},{y}}): layers, each with its own unit and steps. A layer
 * with a fault is left out and the fault is noted. Its {@code pressure} is not read, because it is not said whether that is
 * reduced to sea level, and most offices leave it empty.
 */
final class GridForecast {

    private static final Map<String, Variable> NAMES = Map.ofEntries(
            Map.entry("temperature", Variable.TEMPERATURE),
            Map.entry("apparentTemperature", Variable.APPARENT_TEMPERATURE),
            Map.entry("dewpoint", Variable.DEW_POINT),
            Map.entry("relativeHumidity", Variable.RELATIVE_HUMIDITY),
            Map.entry("windSpeed", Variable.WIND_SPEED),
            Map.entry("windGust", Variable.WIND_GUST),
            Map.entry("windDirection", Variable.WIND_DIRECTION),
            Map.entry("skyCover", Variable.CLOUD_COVER),
            Map.entry("visibility", Variable.VISIBILITY),
            Map.entry("probabilityOfPrecipitation", Variable.PRECIPITATION_PROBABILITY),
            Map.entry("quantitativePrecipitation", Variable.PRECIPITATION),
            Map.entry("snowfallAmount", Variable.SNOWFALL));

    private final Optional<Instant> issuedAt;
    private final Map<Variable, Layer<Double>> layers = new EnumMap<>(Variable.class);
    private final List<String> faults = new ArrayList<>();
    private Layer<Sky> weather = new Layer<>();

    private GridForecast(Optional<Instant> issuedAt) {
        this.issuedAt = issuedAt;
    }

    /** Reads an answer; one without any layer is a fault. */
    static GridForecast decode(JsonObject root) {
        JsonObject properties = root.requiredObject("properties");
        GridForecast forecast = new GridForecast(NwsTimes.issuedAt(properties));
        NAMES.keySet().stream().sorted().forEach(name -> forecast.attempt(() -> forecast.numbers(properties, name)));
        forecast.attempt(() -> forecast.words(properties));
        if (forecast.layers.isEmpty()) {
            throw new JsonFault(
                    forecast.faults.isEmpty()
                            ? "properties has none of the layers of a forecast"
                            : forecast.faults.getFirst());
        }
        return forecast;
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (JsonFault fault) {
            faults.add(fault.getMessage());
        }
    }

    private void numbers(JsonObject properties, String name) {
        Optional<JsonObject> layer = properties.object(name);
        Optional<JsonArray> items = layer.flatMap(found -> found.array("values"));
        if (items.isEmpty() || items.get().size() == 0) {
            return;
        }
        Variable variable = NAMES.get(name);
        Unit unit = NwsUnits.unit(layer.get().requiredText("uom"), layer.get().path("uom"));
        Layer<Double> read = Layer.decode(items.get(), item -> number(item, variable, unit));
        if (!read.isEmpty()) {
            layers.put(variable, read);
        }
    }

    private static Optional<Double> number(JsonObject item, Variable variable, Unit unit) {
        OptionalDouble value = new CheckedValues<>(Variable.class)
                .set(variable, item.number("value"), unit, item.path("value"))
                .build()
                .get(variable);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private void words(JsonObject properties) {
        Optional<JsonArray> items = properties.object("weather").flatMap(layer -> layer.array("values"));
        if (items.isPresent()) {
            weather = Layer.decode(items.get(), item -> item.array("value").map(GridForecast::sky));
        }
    }

    /** The most significant of the kinds of weather; unknown if there is none to speak of. */
    private static Sky sky(JsonArray kinds) {
        List<Sky> skies = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            JsonObject kind = kinds.object(i);
            skies.add(WeatherWord.sky(
                    kind.text("weather").orElse(""), kind.text("intensity").orElse("")));
        }
        return Sky.mostSignificant(skies);
    }

    /** When the office updated it; empty if it does not say. */
    Optional<Instant> issuedAt() {
        return issuedAt;
    }

    /** What could not be read. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The layer of a variable; empty if there is none. */
    Layer<Double> layer(Variable variable) {
        return layers.getOrDefault(variable, new Layer<>());
    }

    /** Everything but the precipitation, from a time on. */
    Conditions from(Instant time) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        layers.forEach((variable, layer) -> {
            if (!variable.ofInterval()) {
                layer.at(time).ifPresent(value -> values.set(variable, value));
            }
        });
        Values<Variable> known = values.build();
        Sky sky = weather.at(time).filter(named -> !named.equals(Sky.UNKNOWN)).orElseGet(() -> clouds(known));
        return new Conditions(sky, known);
    }

    private static Sky clouds(Values<Variable> known) {
        OptionalDouble cover = known.get(Variable.CLOUD_COVER);
        return cover.isPresent() ? WeatherWord.ofClouds(cover.getAsDouble()) : Sky.UNKNOWN;
    }
}
