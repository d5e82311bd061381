package dev.vane.adapters.sources.nws;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonArray;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an observation of a station, alone or as the first of a collection.
 *
 * <ul>
 *   <li>Values carry a quality flag of MADIS (madis.ncep.noaa.gov/madis_sfc_qc.shtml). Those that failed a check are
 *       dropped: X (rejected), Q (questioned) and B (subjectively bad). Those not checked yet (Z), and those that passed
 *       (C, S, V, G), are taken.
 *   <li>The pressure is {@code seaLevelPressure}. {@code barometricPressure} is not read: it is the altimeter setting,
 *       which is reduced by the standard atmosphere and differs by several hPa at high stations in the cold.
 *   <li>Wind chill and heat index are each given only where they apply; either is the apparent temperature.
 * </ul>
 */
final class ObservationDecoder {

    private static final Set<String> FAILED = Set.of("X", "Q", "B");
    private static final Duration HOUR = Duration.ofHours(1);

    private final JsonObject properties;
    private final CheckedValues<Variable> values = new CheckedValues<>(Variable.class);

    private ObservationDecoder(JsonObject properties) {
        this.properties = properties;
    }

    /** Reads an answer; one without any weather is a fault. */
    static Observation decode(JsonObject root) {
        return read(feature(root)).orElseThrow(() -> new JsonFault("the observation has no value that is known"));
    }

    /** Reads one observation; empty if it is without any weather. */
    static Optional<Observation> read(JsonObject feature) {
        return new ObservationDecoder(feature.requiredObject("properties")).observation();
    }

    private static JsonObject feature(JsonObject root) {
        if (!root.has("features")) {
            return root;
        }
        JsonArray features = root.requiredArray("features");
        if (features.size() == 0) {
            throw new JsonFault("features is empty, so there is no observation");
        }
        return features.object(0);
    }

    private Optional<Observation> observation() {
        take("temperature", Variable.TEMPERATURE);
        take("windChill", Variable.APPARENT_TEMPERATURE);
        take("heatIndex", Variable.APPARENT_TEMPERATURE);
        take("dewpoint", Variable.DEW_POINT);
        take("relativeHumidity", Variable.RELATIVE_HUMIDITY);
        take("windSpeed", Variable.WIND_SPEED);
        take("windGust", Variable.WIND_GUST);
        take("windDirection", Variable.WIND_DIRECTION);
        take("seaLevelPressure", Variable.PRESSURE_MSL);
        take("visibility", Variable.VISIBILITY);
        take("precipitationLastHour", Variable.PRECIPITATION);
        Values<Variable> known = values.build();
        Sky sky = sky();
        if (known.isEmpty() && sky.equals(Sky.UNKNOWN)) {
            return Optional.empty();
        }
        Duration period = known.has(Variable.PRECIPITATION) ? HOUR : Duration.ZERO;
        Instant time = NwsTimes.required(properties, "timestamp");
        return Optional.of(new Observation(time, period, new Conditions(sky, known)));
    }

    private void take(String name, Variable variable) {
        boolean failed = properties
                .object(name)
                .flatMap(measured -> measured.text("qualityControl"))
                .map(flag -> flag.replaceFirst("^qc:", ""))
                .filter(FAILED::contains)
                .isPresent();
        if (!failed) {
            NwsUnits.take(properties, name, variable, values);
        }
    }

    private Sky sky() {
        Sky icon = properties.text("icon").map(NwsIcon::ofAddress).orElse(Sky.UNKNOWN);
        return icon.equals(Sky.UNKNOWN)
                ? properties.text("textDescription").map(WeatherWord::ofText).orElse(Sky.UNKNOWN)
                : icon;
    }
}
