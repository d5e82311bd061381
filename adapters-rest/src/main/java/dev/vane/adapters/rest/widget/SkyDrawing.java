package dev.vane.adapters.rest.widget;

import dev.vane.domain.weather.Sky;

/** Draws a sky as SVG within HTML, in the classes of the page's stylesheet. It is beside words, and says nothing by itself. */
final class SkyDrawing {

    private static final String SUN = "<g class=\"sun\"><circle cx=\"32\" cy=\"32\" r=\"11\"/>"
            + "<path d=\"M32 8v5M32 51v5M8 32h5M51 32h5M15 15l4 4M45 45l4 4M49 15l-4 4M19 45l-4 4\"/></g>";
    private static final String MOON = "<path class=\"sun\" d=\"M40 12a21 21 0 1 0 12 30 17 17 0 0 1-12-30z\"/>";
    private static final String PEEPING_SUN =
            "<path class=\"sun\" d=\"M14 27a10 10 0 0 1 16-10M22 4v4M6 22h4M9 9l3 3M35 9l-3 3\"/>";
    private static final String PEEPING_MOON = "<path class=\"sun\" d=\"M12 26a11 11 0 0 1 6-18 9 9 0 0 0 11 8\"/>";
    private static final String CLOUD = "<path d=\"M21 46h25a9 9 0 0 0 1-18 14 14 0 0 0-27-2 10 10 0 0 0 1 20z\"/>";
    private static final String HIGH_CLOUD =
            "<path d=\"M21 38h25a9 9 0 0 0 1-18 14 14 0 0 0-27-2 10 10 0 0 0 1 20z\"/>";
    private static final String RAIN = "<path class=\"water\" d=\"M24 46l-3 9M34 46l-3 9M44 46l-3 9\"/>";
    private static final String SNOW = "<path class=\"water\" d=\"M22 47v0M32 47v0M42 47v0M27 55v0M37 55v0\"/>";
    private static final String SLEET = "<path class=\"water\" d=\"M24 46l-3 9M34 47v0M34 55v0M44 46l-3 9\"/>";
    private static final String BOLT = "<path class=\"sun\" d=\"M34 42l-6 9h7l-5 9\"/>";
    private static final String MIST = "<path d=\"M12 22h40M18 31h34M12 40h34M18 49h28\"/>";
    private static final String WIND = "<path d=\"M8 26h30a7 7 0 1 0-7-7M8 36h40a7 7 0 1 1-7 7M8 46h18\"/>";

    private SkyDrawing() {}

    static String of(Sky sky, boolean day) {
        return "<svg viewBox=\"0 0 64 64\" aria-hidden=\"true\">" + shapes(sky, day) + "</svg>";
    }

    private static String shapes(Sky sky, boolean day) {
        if (sky.thunder()) {
            return HIGH_CLOUD + BOLT;
        }
        return switch (sky.condition()) {
            case CLEAR, MOSTLY_CLEAR -> day ? SUN : MOON;
            case PARTLY_CLOUDY -> (day ? PEEPING_SUN : PEEPING_MOON) + CLOUD;
            case MOSTLY_CLOUDY, OVERCAST -> CLOUD;
            case FOG, HAZE, SMOKE, DUST -> MIST;
            case DRIZZLE, RAIN, RAIN_SHOWERS -> HIGH_CLOUD + RAIN;
            case FREEZING_RAIN, SLEET, SLEET_SHOWERS, HAIL -> HIGH_CLOUD + SLEET;
            case SNOW, SNOW_SHOWERS -> HIGH_CLOUD + SNOW;
            case THUNDERSTORM -> HIGH_CLOUD + BOLT;
            case WINDY, TORNADO, HURRICANE -> WIND;
            case UNKNOWN -> "";
        };
    }
}
