package dev.vane.adapters.sources.simulated;

import dev.vane.domain.weather.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The simulated providers, each with errors of its own around {@link SimulatedTruth}. An error is a bias, the same at
 * every lead time, and a noise that grows with lead time. At one valid time the noise keeps its sign from run to run and
 * only shrinks, as that of real forecasts mostly does; so a later run is better.
 */
public enum SimulatedMember {
    /** Somewhat warm. */
    A(1000, 0.8, 1.10, 0.5, 0.8),
    /** Cold. */
    B(2000, -1.2, 0.90, -0.8, 1.0),
    /** Without bias, but noisy. */
    C(3000, 0, 1, 0, 1.6),
    /** Very warm and windy, but with little noise: the best one once its bias is taken off. */
    D(4000, 2.0, 1.25, 1.5, 0.5);

    private static final double GROWTH_HOURS = 72;

    private final double temperatureBias;
    private final double windFactor;
    private final double pressureBias;
    private final double noise;
    private final long seed;

    SimulatedMember(long seed, double temperatureBias, double windFactor, double pressureBias, double noise) {
        this.temperatureBias = temperatureBias;
        this.windFactor = windFactor;
        this.pressureBias = pressureBias;
        this.noise = noise;
        this.seed = seed;
    }

    /** Its name as a source: {@code simulated-a}. */
    public SourceId source() {
        return new SourceId("simulated-" + name().toLowerCase(Locale.ROOT));
    }

    /** How much too warm it is on average, in K. */
    public double temperatureBias() {
        return temperatureBias;
    }

    /** The multiple of the true wind that it gives, as a geometric mean. */
    public double windFactor() {
        return windFactor;
    }

    /** By how much its pressure is too high on average, in hPa. */
    public double pressureBias() {
        return pressureBias;
    }

    /** The standard deviation of its temperature at a lead time around its bias, in K. */
    public double temperatureNoise(Duration leadTime) {
        return noise * (0.4 + 2.2 * growth(leadTime));
    }

    /** How the member sees the air. */
    AirState see(AirState truth, Site site, Instant time, Duration leadTime) {
        double growth = growth(leadTime);
        double wind = noise * (0.05 + 0.3 * growth) * error(1, site, time);
        return new AirState(
                truth.temperature() + temperatureBias + temperatureNoise(leadTime) * error(0, site, time),
                truth.dewPointDepression() * Math.exp(noise * (0.05 + 0.3 * growth) * error(2, site, time)),
                truth.pressureMsl() + pressureBias + noise * (0.3 + 5 * growth) * error(3, site, time),
                truth.cloudIndex() + noise * (0.1 + 0.7 * growth) * error(4, site, time),
                truth.windSpeed() * windFactor * Math.exp(wind),
                truth.windDirection() + noise * (5 + 40 * growth) * error(5, site, time),
                truth.gustFactor());
    }

    /** The chance of precipitation that it gives for air that it sees: one half at the threshold, sharper when near. */
    double precipitationProbability(AirState seen, Duration leadTime) {
        double width = 0.12 + 0.5 * noise * growth(leadTime);
        return Math.rint(100 / (1 + Math.exp(-(seen.cloudIndex() - AirState.RAINING) / width)));
    }

    /** From 0 at once to 1 in the far future. */
    private static double growth(Duration leadTime) {
        return 1 - Math.exp(-leadTime.toSeconds() / 3600.0 / GROWTH_HOURS);
    }

    private double error(int field, Site site, Instant time) {
        return new SmoothNoise(seed + field, 9).at(site, time);
    }
}
