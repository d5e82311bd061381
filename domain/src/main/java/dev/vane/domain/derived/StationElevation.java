package dev.vane.domain.derived;

/**
 * What a station would have measured at another elevation.
 *
 * <p>Temperatures by 0.65 K per 100 m, the lapse rate of the International Standard Atmosphere (ICAO Doc 7488). In a valley
 * with an inversion the truth is another, so stations far above or below are not to be used.
 *
 * <p>Pressure: an altimeter setting (QNH) is what the standard atmosphere makes of the pressure at the station. What it is
 * worth at mean sea level depends on the air that is really there: in the cold the difference reaches several hPa at 500 m.
 * So the standard atmosphere is taken off again and the reduction of WMO-No. 8 (Guide to Instruments and Methods of
 * Observation, volume I, chapter 3, for stations below 750 m) is made with the temperature at the station.
 */
public final class StationElevation {

    /** Above this a pressure at mean sea level means little, metres. */
    public static final double HIGHEST_FOR_PRESSURE = 750;

    private static final double LOWEST = -500;
    private static final double HIGHEST = 9000;
    private static final double LAPSE_RATE = 0.0065;
    private static final double STANDARD_TEMPERATURE = 288.15;
    private static final double STANDARD_PRESSURE = 1013.25;
    /** R L / g of the standard atmosphere. */
    private static final double ALTIMETER_EXPONENT = 0.190263;

    private static final double WMO_KELVIN_PER_METRE = 0.0148275;
    private static final double WMO_KELVIN_PER_HPA = 0.12;
    private static final double ICE_POINT = 273.15;

    private StationElevation() {}

    /**
     * A temperature, or a dew point, of a station at another elevation.
     *
     * @param temperature °C
     * @param station elevation of the station, metres above mean sea level
     * @param place elevation of the other place, metres above mean sea level
     * @return °C
     */
    public static double temperature(double temperature, double station, double place) {
        return temperature + LAPSE_RATE * (station - place);
    }

    /**
     * The pressure at mean sea level that an altimeter setting stands for.
     *
     * @param altimeter QNH in hPa, from 800 to 1120
     * @param elevation metres above mean sea level, from -500 to {@value #HIGHEST_FOR_PRESSURE}
     * @param temperature air temperature at the station in °C, from -120 to 120
     * @param vapourPressure hPa at the station, not negative; 0 if unknown, which makes up to 1 hPa at 500 m in the tropics
     * @return hPa
     * @throws IllegalArgumentException if a value is out of range
     */
    public static double pressureMsl(double altimeter, double elevation, double temperature, double vapourPressure) {
        require("altimeter setting", altimeter, 800, 1120);
        require("elevation", elevation, LOWEST, HIGHEST_FOR_PRESSURE);
        require("temperature", temperature, -120, 120);
        require("vapour pressure", vapourPressure, 0, 2000);
        double mean = ICE_POINT + temperature + LAPSE_RATE * elevation / 2 + WMO_KELVIN_PER_HPA * vapourPressure;
        return atStation(altimeter, elevation) * Math.pow(10, WMO_KELVIN_PER_METRE * elevation / mean);
    }

    /**
     * The pressure of the air at an elevation: the hypsometric formula with the standard lapse rate from the temperature
     * there down to the sea.
     *
     * @param elevation metres above mean sea level, from -500 to 9000
     * @param pressureMsl hPa at mean sea level
     * @param temperature air temperature at the elevation in °C, from -120 to 120
     * @return hPa
     * @throws IllegalArgumentException if a value is out of range
     */
    public static double pressureAt(double elevation, double pressureMsl, double temperature) {
        require("elevation", elevation, LOWEST, HIGHEST);
        require("pressure at sea level", pressureMsl, 500, 1200);
        require("temperature", temperature, -120, 120);
        double atSea = ICE_POINT + temperature + LAPSE_RATE * elevation;
        return pressureMsl * Math.pow(1 - LAPSE_RATE * elevation / atSea, 1 / ALTIMETER_EXPONENT);
    }

    /** The pressure at the station itself: the definition of an altimeter setting, backwards. */
    private static double atStation(double altimeter, double elevation) {
        double step = Math.pow(STANDARD_PRESSURE, ALTIMETER_EXPONENT) * LAPSE_RATE * elevation / STANDARD_TEMPERATURE;
        return Math.pow(Math.pow(altimeter, ALTIMETER_EXPONENT) - step, 1 / ALTIMETER_EXPONENT);
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is " + value + ", not between " + least + " and " + most);
        }
    }
}
