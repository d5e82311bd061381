package dev.vane.adapters.sources.openweather;

import dev.vane.domain.units.Unit;

/** OpenWeather's sets of units. An answer does not say which it is in; it is the one that was asked for. */
enum OpenWeatherUnits {
    /** K and m/s. */
    STANDARD(Unit.KELVIN, Unit.METRE_PER_SECOND),
    /** °C and m/s; Vane asks for these. */
    METRIC(Unit.CELSIUS, Unit.METRE_PER_SECOND),
    /** °F and mph. */
    IMPERIAL(Unit.FAHRENHEIT, Unit.MILE_PER_HOUR);

    private final Unit temperature;
    private final Unit speed;

    OpenWeatherUnits(Unit temperature, Unit speed) {
        this.temperature = temperature;
        this.speed = speed;
    }

    Unit temperature() {
        return temperature;
    }

    Unit speed() {
        return speed;
    }
}
