package dev.vane.adapters.sources.simulated;

import dev.vane.domain.derived.ApparentTemperature;
import dev.vane.domain.derived.Humidity;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;

/**
 * Makes the weather that follows from the air, each value consistent with the others: the dew point is not above the
 * temperature, gusts are not below the wind, it rains from clouds only, it snows in the cold, and the sky says what the
 * values say. Values of an interval are over the hour before, as if the air had been the same all along.
 */
final class WeatherOfAir {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final double HIGHEST_DEW_POINT = 32;
    private static final double STRONGEST_WIND = 45;

    private final AirState air;
    private final Site site;
    private final Instant time;
    private final double temperature;
    private final double dewPoint;
    private final double cloudCover;
    private final double precipitation;
    private final double frozenShare;
    private final double windSpeed;

    private WeatherOfAir(AirState air, Site site, Instant time) {
        this.air = air;
        this.site = site;
        this.time = time;
        temperature = tenths(air.temperature());
        dewPoint = tenths(Math.min(air.temperature() - air.dewPointDepression(), HIGHEST_DEW_POINT));
        cloudCover = Math.rint(100 * air.cloudShare());
        precipitation = tenths(rate(air));
        frozenShare = Math.clamp((2.5 - temperature) / 2, 0, 1);
        windSpeed = tenths(Math.min(air.windSpeed(), STRONGEST_WIND));
    }

    /** The conditions at a site and time. */
    static Conditions conditions(AirState air, Site site, Instant time) {
        return new WeatherOfAir(air, site, time).conditions();
    }

    /** mm/h, more of it the more the index is above the threshold and the warmer the air. */
    private static double rate(AirState air) {
        double excess = Math.max(0, air.cloudIndex() - AirState.RAINING);
        double capacity = Math.clamp(0.35 + 0.06 * air.temperature(), 0.15, 2.2);
        return 1.6 * excess * excess * capacity;
    }

    private Conditions conditions() {
        Values.Builder<Variable> values = Values.of(Variable.class);
        values.set(Variable.TEMPERATURE, temperature)
                .set(Variable.DEW_POINT, dewPoint)
                .set(Variable.RELATIVE_HUMIDITY, Math.rint(relativeHumidity()))
                .set(
                        Variable.APPARENT_TEMPERATURE,
                        tenths(ApparentTemperature.shade(temperature, relativeHumidity(), windSpeed)))
                .set(Variable.PRESSURE_MSL, tenths(air.pressureMsl()))
                .set(Variable.CLOUD_COVER, cloudCover)
                .set(Variable.VISIBILITY, visibility());
        addWind(values);
        addPrecipitation(values);
        addSunlight(values);
        return new Conditions(sky(), values.build());
    }

    private void addWind(Values.Builder<Variable> values) {
        values.set(Variable.WIND_SPEED, windSpeed)
                .set(Variable.WIND_GUST, tenths(windSpeed * air.gustFactor()))
                .set(Variable.WIND_DIRECTION, Math.floorMod((int) Math.rint(air.windDirection()), 360));
    }

    private void addPrecipitation(Values.Builder<Variable> values) {
        double frozen = precipitation * frozenShare;
        values.set(Variable.PRECIPITATION, precipitation)
                .set(Variable.RAIN, tenths(precipitation - frozen))
                .set(Variable.SNOWFALL, hundredths(frozen * 0.7)); // 7 cm of fresh snow hold 10 mm of water
    }

    private void addSunlight(Values.Builder<Variable> values) {
        double share = cloudCover / 100;
        // Kasten and Czeplak (1980), Solar Energy 24, 177
        double passing = 1 - 0.75 * Math.pow(share, 3.4);
        Sunlight middle = new Sunlight(site, time.minus(HALF_AN_HOUR));
        boolean sunny = middle.clearSkyRadiation() > 120;
        values.set(Variable.SHORTWAVE_RADIATION, Math.rint(middle.clearSkyRadiation() * passing))
                .set(Variable.SUNSHINE_DURATION, sunny ? Math.rint(3600 * (1 - share)) : 0)
                .set(Variable.UV_INDEX, tenths(new Sunlight(site, time).clearSkyUvIndex() * passing));
    }

    private double relativeHumidity() {
        return Humidity.relativeHumidity(temperature, dewPoint);
    }

    private boolean foggy() {
        return precipitation == 0 && relativeHumidity() >= 98 && windSpeed < 2.5;
    }

    private double visibility() {
        if (foggy()) {
            return 500;
        }
        double haze = 1 - 0.6 * Math.pow(relativeHumidity() / 100, 4);
        double falling = 1 + precipitation * (1.5 + 6.5 * frozenShare);
        return Math.max(1000, Math.rint(400 * haze / falling) * 100);
    }

    private Sky sky() {
        if (precipitation > 0) {
            return falling();
        }
        return Sky.of(foggy() ? Condition.FOG : clouds());
    }

    private Sky falling() {
        if (precipitation >= 3 && temperature >= 18) {
            return new Sky(Condition.THUNDERSTORM, Intensity.MODERATE, true);
        }
        if (frozenShare == 0) {
            // WMO-No. 8 (2018), volume I, chapter 14: moderate from 2.5 mm/h, heavy from 10 mm/h
            Condition kind = precipitation < 0.25 ? Condition.DRIZZLE : Condition.RAIN;
            return Sky.of(kind, intensity(2.5, 10));
        }
        return Sky.of(frozenShare == 1 ? Condition.SNOW : Condition.SLEET, intensity(1, 5));
    }

    private Intensity intensity(double moderate, double heavy) {
        if (precipitation < moderate) {
            return Intensity.LIGHT;
        }
        return precipitation < heavy ? Intensity.MODERATE : Intensity.HEAVY;
    }

    private Condition clouds() {
        if (cloudCover <= 10) {
            return Condition.CLEAR;
        }
        if (cloudCover <= 25) {
            return Condition.MOSTLY_CLEAR;
        }
        if (cloudCover <= 50) {
            return Condition.PARTLY_CLOUDY;
        }
        return cloudCover <= 84 ? Condition.MOSTLY_CLOUDY : Condition.OVERCAST;
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }

    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }
}
