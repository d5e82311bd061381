package dev.vane.domain.weather;

/**
 * The words for a sky in English: the condition, before it how strong it is, after it thunder. Moderate has no word of
 * its own, as in WMO-No. 306, code table 4678.
 */
final class SkyDescription {

    private SkyDescription() {}

    static String of(Sky sky) {
        if (sky.condition() == Condition.UNKNOWN) {
            return sky.thunder() ? "Thunder" : "Unknown";
        }
        String noun = noun(sky.condition());
        String degree = degree(sky);
        String words =
                degree.isEmpty() ? noun : degree + " " + Character.toLowerCase(noun.charAt(0)) + noun.substring(1);
        boolean saysThunder = sky.condition() == Condition.THUNDERSTORM;
        return sky.thunder() && !saysThunder ? words + " with thunder" : words;
    }

    private static String noun(Condition condition) {
        String words = condition.key().replace('_', ' ');
        return condition == Condition.CLEAR ? "Clear sky" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String degree(Sky sky) {
        return switch (sky.condition()) {
            case CLEAR, MOSTLY_CLEAR, PARTLY_CLOUDY, MOSTLY_CLOUDY, OVERCAST, TORNADO, HURRICANE, UNKNOWN -> "";
            case FOG, HAZE, SMOKE, DUST -> degree(sky.intensity(), "Light", "Dense");
            case WINDY -> degree(sky.intensity(), "", "Very");
            case DRIZZLE,
                    RAIN,
                    RAIN_SHOWERS,
                    FREEZING_RAIN,
                    SLEET,
                    SLEET_SHOWERS,
                    SNOW,
                    SNOW_SHOWERS,
                    HAIL,
                    THUNDERSTORM -> degree(sky.intensity(), "Light", "Heavy");
        };
    }

    private static String degree(Sky.Intensity intensity, String light, String heavy) {
        return switch (intensity) {
            case NONE, MODERATE -> "";
            case LIGHT -> light;
            case HEAVY -> heavy;
        };
    }
}
