package dev.vane.domain.derived;

/**
 * Wind force of the Beaufort scale: WMO-No. 306 (Manual on Codes), code table 1100, and WMO-No. 8, volume I, chapter 5.
 * The table gives speeds to a tenth of m/s; a speed between two of its classes (0.25 m/s) has the lower force.
 */
public enum Beaufort {
    /** Force 0. */
    CALM(0, 0.0, "Calm"),
    /** Force 1. */
    LIGHT_AIR(1, 0.3, "Light air"),
    /** Force 2. */
    LIGHT_BREEZE(2, 1.6, "Light breeze"),
    /** Force 3. */
    GENTLE_BREEZE(3, 3.4, "Gentle breeze"),
    /** Force 4. */
    MODERATE_BREEZE(4, 5.5, "Moderate breeze"),
    /** Force 5. */
    FRESH_BREEZE(5, 8.0, "Fresh breeze"),
    /** Force 6. */
    STRONG_BREEZE(6, 10.8, "Strong breeze"),
    /** Force 7. */
    NEAR_GALE(7, 13.9, "Near gale"),
    /** Force 8. */
    GALE(8, 17.2, "Gale"),
    /** Force 9. */
    STRONG_GALE(9, 20.8, "Strong gale"),
    /** Force 10. */
    STORM(10, 24.5, "Storm"),
    /** Force 11. */
    VIOLENT_STORM(11, 28.5, "Violent storm"),
    /** Force 12. */
    HURRICANE(12, 32.7, "Hurricane");

    private final int force;
    private final double lowerLimit;
    private final String description;

    Beaufort(int force, double lowerLimit, String description) {
        this.force = force;
        this.lowerLimit = lowerLimit;
        this.description = description;
    }

    /**
     * The force of a wind.
     *
     * @param windSpeed mean speed at 10 m in m/s, not negative
     * @throws IllegalArgumentException if the speed is negative or not a number
     */
    public static Beaufort of(double windSpeed) {
        if (!(windSpeed >= 0)) {
            throw new IllegalArgumentException("wind speed is " + windSpeed + " m/s, not 0 or above");
        }
        Beaufort strongest = CALM;
        for (Beaufort force : values()) {
            if (windSpeed >= force.lowerLimit) {
                strongest = force;
            }
        }
        return strongest;
    }

    /** The number of the force, 0 to 12. */
    public int force() {
        return force;
    }

    /** The lowest wind speed of the force in m/s. */
    public double lowerLimit() {
        return lowerLimit;
    }

    /** Its name in English. */
    public String description() {
        return description;
    }
}
