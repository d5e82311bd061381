package dev.vane.adapters.sources.openweather;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Rain and snow of one time. OpenWeather gives each as an object, {@code {"1h": 0.4}} or {@code {"3h": 1.2}}, in mm of
 * liquid water of the hours before, and leaves out what did not fall: its FAQ says that a parameter that is missing means
 * a phenomenon that did not happen. So with a sky but without rain there was none; without a sky nothing is known.
 */
final class Volumes {

    /** Fresh snow in cm for each mm of water, the ratio that Open-Meteo applies, so that the two sources compare. */
    static final double SNOW_CM_PER_MM = 0.7;

    private final JsonObject item;
    private final boolean known;
    private final String key;

    /**
     * Reads the objects of an item.
     *
     * @param usual the period of items of this kind: an hour or three
     */
    Volumes(JsonObject item, Duration usual) {
        this.item = item;
        known = item.array("weather").filter(skies -> skies.size() > 0).isPresent();
        String expected = usual.toHours() + "h";
        String other = expected.equals("1h") ? "3h" : "1h";
        key = !hasVolume(expected) && hasVolume(other) ? other : expected;
    }

    private boolean hasVolume(String hours) {
        return object("rain").filter(volume -> volume.has(hours)).isPresent()
                || object("snow").filter(volume -> volume.has(hours)).isPresent();
    }

    /** How far back the volumes reach; zero if they are not known. */
    Duration period() {
        return known ? Duration.ofHours(key.equals("1h") ? 1 : 3) : Duration.ZERO;
    }

    /** Adds rain, snow and their sum. */
    void addTo(CheckedValues<Variable> values) {
        if (!known) {
            return;
        }
        OptionalDouble rain = volume("rain");
        OptionalDouble snow = volume("snow");
        values.set(Variable.RAIN, rain, Unit.MILLIMETRE, item.path("rain." + key));
        if (snow.isPresent()) {
            OptionalDouble depth = OptionalDouble.of(snow.getAsDouble() * SNOW_CM_PER_MM);
            values.set(Variable.SNOWFALL, depth, Unit.CENTIMETRE, item.path("snow." + key));
        }
        if (rain.isPresent() && snow.isPresent()) {
            OptionalDouble sum = OptionalDouble.of(rain.getAsDouble() + snow.getAsDouble());
            values.set(Variable.PRECIPITATION, sum, Unit.MILLIMETRE, item.path("rain." + key));
        }
    }

    private OptionalDouble volume(String name) {
        Optional<JsonObject> volume = object(name);
        return volume.isPresent() ? volume.get().number(key) : OptionalDouble.of(0);
    }

    private Optional<JsonObject> object(String name) {
        return item.object(name);
    }
}
