package dev.vane.adapters.sources.simulated;

import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Observation;
import java.time.Duration;
import java.time.Instant;

/**
 * What the weather "really" is in the simulation, for every place and time: the same for all members, who see it through
 * their errors, and the same for ever. Tests of scoring take it for the measurement. A function of place and time only;
 * safe for use by several threads.
 *
 * <p>Temperature is a climate by latitude and season, colder by 6.5 K/km (ICAO standard atmosphere), with a diurnal cycle
 * that follows the sun by 2½ hours and is damped by clouds, and air masses that come and go within days. Lows bring
 * clouds, rain and wind; clouds keep the air moist. What follows from these is made in {@link WeatherOfAir}.
 */
public final class SimulatedTruth {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final double LAPSE_PER_M = 0.0065;
    private static final double LAG_HOURS = 2.5;
    private static final double DIURNAL_K = 10;
    private static final double WARMEST_DAY_NORTH = 201;

    private static final SmoothNoise PRESSURE = new SmoothNoise(1, 66);
    private static final SmoothNoise AIR_MASS = new SmoothNoise(2, 90);
    private static final SmoothNoise CLOUD = new SmoothNoise(3, 14);
    private static final SmoothNoise MOISTURE = new SmoothNoise(4, 40);
    private static final SmoothNoise WIND = new SmoothNoise(5, 9);
    private static final SmoothNoise DIRECTION = new SmoothNoise(6, 36);
    private static final SmoothNoise GUSTINESS = new SmoothNoise(7, 6);

    private SimulatedTruth() {}

    /** The weather at a place and time; interval values are over the hour before. */
    public static Observation at(Place place, Instant time) {
        Site site = Site.of(place);
        return new Observation(time, HOUR, WeatherOfAir.conditions(state(site, time), site, time));
    }

    /** The air at a site and time. */
    static AirState state(Site site, Instant time) {
        double low = -PRESSURE.at(site, time);
        double cloudIndex = 0.6 * low + 0.8 * CLOUD.at(site, time);
        double cloudShare = 1 / (1 + Math.exp(-1.7 * cloudIndex));
        Sunlight sun = new Sunlight(site, time);
        double diurnal = DIURNAL_K * (sun.heightAfter(-LAG_HOURS) - sun.meanHeight()) * (1 - 0.6 * cloudShare);
        double airMass = airMass(site, time);
        return new AirState(
                airMass + diurnal,
                Math.max(0, diurnal + dryness(airMass, cloudIndex, MOISTURE.at(site, time))),
                pressureBelt(site) - low * (3 + 8 * site.polewardness()),
                cloudIndex,
                windSpeed(site, low, WIND.at(site, time)),
                prevailingWind(site) + 55 * DIRECTION.at(site, time),
                1.55 + 0.2 * Math.clamp(GUSTINESS.at(site, time), -1.5, 1.5));
    }

    /** The temperature without its diurnal cycle. */
    private static double airMass(Site site, Instant time) {
        double poleward = site.polewardness();
        double mean = 27 - 44 * Math.pow(poleward, 3);
        double amplitude = 18 * Math.pow(poleward, 1.5) * Math.signum(site.latitudeRadians());
        double day = time.getEpochSecond() / 86_400.0 % 365.2425;
        double season = amplitude * Math.cos(2 * Math.PI * (day - WARMEST_DAY_NORTH) / 365.2425);
        double spell = (1 + 3 * poleward) * AIR_MASS.at(site, time);
        return mean + season + spell - LAPSE_PER_M * site.elevation();
    }

    /** By how many K the dew point lies below the air mass's temperature: less under clouds, less in the cold. */
    private static double dryness(double airMass, double cloudIndex, double moisture) {
        double warmth = Math.clamp((airMass + 20) / 40, 0.3, 1.5);
        return Math.clamp(5 - 2.2 * cloudIndex + 1.5 * moisture, 0.2, 20) * warmth;
    }

    /** Low at the equator and 60°, high at 30° and the poles. */
    private static double pressureBelt(Site site) {
        return 1013 - 4 * Math.cos(6 * site.latitudeRadians());
    }

    private static double windSpeed(Site site, double low, double noise) {
        return (2.2 + 2.8 * site.polewardness()) * Math.exp(0.45 * noise) + 1.2 * Math.max(0, low);
    }

    /** Trade winds, westerlies, polar easterlies. */
    private static double prevailingWind(Site site) {
        double latitude = site.coordinates().latitude();
        boolean north = latitude >= 0;
        double distance = Math.abs(latitude);
        if (distance < 30) {
            return north ? 60 : 120;
        }
        if (distance < 60) {
            return north ? 245 : 295;
        }
        return north ? 70 : 110;
    }
}
