package dev.vane.application.history;

import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Variable;
import java.util.Arrays;
import java.util.List;

/** The values of one valid time, for each variable of a query. One object for all of them: a record may have millions. */
final class Reading {

    private final Variable[] variables;
    private final boolean[] ofInterval;
    private final double[] values;
    private final long[] periods;
    private long time;

    Reading(List<Variable> variables) {
        this.variables = variables.toArray(Variable[]::new);
        this.values = new double[this.variables.length];
        this.periods = new long[this.variables.length];
        this.ofInterval = new boolean[this.variables.length];
        for (int i = 0; i < ofInterval.length; i++) {
            ofInterval[i] = this.variables[i].ofInterval();
        }
    }

    /** Starts a reading without values: its valid time and how far back its intervals reach, both in ms. */
    void start(long validTime, long period) {
        time = validTime;
        Arrays.fill(values, Double.NaN);
        Arrays.fill(periods, period);
    }

    /** Becomes a step of a run. */
    void set(ForecastStep step) {
        start(step.validTime().toEpochMilli(), step.period().toMillis());
        for (int i = 0; i < values.length; i++) {
            values[i] = step.conditions().values().get(variables[i]).orElse(Double.NaN);
        }
    }

    void set(int variable, double value) {
        values[variable] = value;
    }

    /** Sets a value that has a period of its own, ms. */
    void set(int variable, double value, long period) {
        values[variable] = value;
        periods[variable] = period;
    }

    int size() {
        return values.length;
    }

    /** The valid time, ms. */
    long time() {
        return time;
    }

    /** The value of a variable, NaN if there is none. */
    double value(int variable) {
        return values[variable];
    }

    /** How far back the value of a variable reaches, ms. */
    long period(int variable) {
        return periods[variable];
    }

    boolean ofInterval(int variable) {
        return ofInterval[variable];
    }

    boolean has(int variable) {
        return !Double.isNaN(values[variable]);
    }
}
