package dev.vane.adapters.sources.simulated;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * The sun over a site. Declination and equation of time by Spencer (1971), <i>Fourier series representation of the
 * position of the sun</i>, Search 2(5), 172; good to 0.05°.
 */
final class Sunlight {

    private final double latitude;
    private final double declination;
    private final double hourAngle;

    /** The sun at one time. */
    Sunlight(Site site, Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        double hour = utc.toLocalTime().toSecondOfDay() / 3600.0;
        double gamma = 2 * Math.PI * (utc.getDayOfYear() - 1 + hour / 24) / 365.25;
        double equationHours = 24 / (2 * Math.PI) * equationOfTime(gamma);
        latitude = site.latitudeRadians();
        declination = declination(gamma);
        double solarHour = hour + site.coordinates().longitude() / 15 + equationHours;
        hourAngle = Math.toRadians(15 * (solarHour - 12));
    }

    private static double declination(double gamma) {
        return 0.006918
                - 0.399912 * Math.cos(gamma)
                + 0.070257 * Math.sin(gamma)
                - 0.006758 * Math.cos(2 * gamma)
                + 0.000907 * Math.sin(2 * gamma)
                - 0.002697 * Math.cos(3 * gamma)
                + 0.00148 * Math.sin(3 * gamma);
    }

    private static double equationOfTime(double gamma) {
        return 0.000075
                + 0.001868 * Math.cos(gamma)
                - 0.032077 * Math.sin(gamma)
                - 0.014615 * Math.cos(2 * gamma)
                - 0.04089 * Math.sin(2 * gamma);
    }

    /** The sine of the sun's elevation, 0 below the horizon. */
    double height() {
        return heightAfter(0);
    }

    /** {@link #height()} some hours later, on the same day. */
    double heightAfter(double hours) {
        double angle = hourAngle + Math.toRadians(15 * hours);
        return Math.max(
                0,
                Math.sin(latitude) * Math.sin(declination)
                        + Math.cos(latitude) * Math.cos(declination) * Math.cos(angle));
    }

    /** The mean of {@link #height()} over the day, in closed form. */
    double meanHeight() {
        double sunset = Math.acos(Math.clamp(-Math.tan(latitude) * Math.tan(declination), -1, 1));
        return (sunset * Math.sin(latitude) * Math.sin(declination)
                        + Math.cos(latitude) * Math.cos(declination) * Math.sin(sunset))
                / Math.PI;
    }

    /** Global radiation under a clear sky in W/m² (Haurwitz 1945, Journal of Meteorology 2, 154). */
    double clearSkyRadiation() {
        double height = height();
        return height <= 0 ? 0 : 1098 * height * Math.exp(-0.057 / height);
    }

    /** UV index under a clear sky with 300 DU of ozone (Madronich 2007, Photochemistry and Photobiology 83, 1537). */
    double clearSkyUvIndex() {
        return 12.5 * Math.pow(height(), 2.42);
    }
}
