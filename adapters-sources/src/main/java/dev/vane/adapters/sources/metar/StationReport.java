package dev.vane.adapters.sources.metar;

import dev.vane.adapters.sources.metar.Decoded.Report;
import dev.vane.adapters.sources.station.Station;
import dev.vane.domain.derived.Humidity;
import dev.vane.domain.derived.StationElevation;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A report with the station that made it.
 *
 * @param station who made it
 * @param report what it says
 */
record StationReport(Station station, Report report) {

    /** Below this an altimeter setting is the pressure at mean sea level within 0.3 hPa in any weather, metres. */
    private static final double LOW = 20;

    /** When it was made. */
    Instant time() {
        return report.header().time();
    }

    /** Tells whether it says anything of the weather. */
    boolean says() {
        Conditions conditions = observation().conditions();
        return !conditions.values().isEmpty() || !conditions.sky().equals(Sky.UNKNOWN);
    }

    /**
     * What was observed, at the station. Where the report has no pressure at mean sea level it is made of the altimeter
     * setting with the temperature at the station; without that, or above {@link StationElevation#HIGHEST_FOR_PRESSURE}, it
     * is not known.
     */
    Observation observation() {
        Values<Variable> said = report.conditions().values();
        Values<Variable> values = Values.of(Variable.class)
                .fillFrom(said)
                .set(Variable.PRESSURE_MSL, pressure(said))
                .build();
        return new Observation(
                time(), report.period(), new Conditions(report.conditions().sky(), values));
    }

    private OptionalDouble pressure(Values<Variable> said) {
        OptionalDouble altimeter = report.altimeter();
        if (said.has(Variable.PRESSURE_MSL) || altimeter.isEmpty()) {
            return said.get(Variable.PRESSURE_MSL);
        }
        OptionalDouble temperature = said.get(Variable.TEMPERATURE);
        if (temperature.isEmpty() || station.elevation() > StationElevation.HIGHEST_FOR_PRESSURE) {
            return Math.abs(station.elevation()) <= LOW ? altimeter : OptionalDouble.empty();
        }
        OptionalDouble dewPoint = said.get(Variable.DEW_POINT);
        double vapour = dewPoint.isPresent() ? Humidity.saturationVapourPressure(dewPoint.getAsDouble()) : 0;
        double reduced = StationElevation.pressureMsl(
                altimeter.getAsDouble(), station.elevation(), temperature.getAsDouble(), vapour);
        return Variable.PRESSURE_MSL.admits(reduced) ? OptionalDouble.of(reduced) : OptionalDouble.empty();
    }
}
