package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads an answer of Open-Meteo's forecast API that has the hours of several models side by side.
 *
 * <p>Open-Meteo documents the parameter {@code models}, but not how the answer tells the models apart. Its maintainer says
 * (github.com/open-meteo/open-meteo, issue 1892) that a model's name is behind a variable's if several models are asked for,
 * and that this stays so: {@code temperature_2m_gfs_seamless}, also in the units. Its source code and what others observed
 * say more, and that is what is read here:
 *
 * <ul>
 *   <li>All models share one time axis. Where a model says nothing, as beyond its end, there are nulls.
 *   <li>A variable that a model does not have is all null, in the unit {@code undefined}.
 *   <li>A model that does not cover the place has no columns. If only one of several is left, its columns have <b>no</b>
 *       name behind them, as if it had been the only one to be asked for. Nothing then says whose they are, so they are
 *       taken for nobody's.
 * </ul>
 */
final class OpenMeteoModelsDecoder {

    private final JsonObject hourly;
    private final JsonObject units;
    private final List<Instant> validTimes;
    private final boolean several;

    /**
     * Reads what the models share.
     *
     * @param several whether several models were asked for
     * @throws JsonFault if the answer has no hours
     */
    OpenMeteoModelsDecoder(JsonObject root, boolean several) {
        hourly = root.requiredObject("hourly");
        units = root.requiredObject("hourly_units");
        validTimes = new OpenMeteoTimes(root).instants(hourly, units);
        this.several = several;
    }

    /**
     * The hours of a model; none if it says nothing of the place.
     *
     * @throws JsonFault if one of its columns is wrong
     */
    List<ForecastStep> steps(OpenMeteoModel model) {
        OpenMeteoTable<Variable> table =
                new OpenMeteoTable<>(hourly, units, suffix(model), Variable.class, validTimes.size());
        table.columns(OpenMeteoVariables.OF_MODEL);
        table.skies();
        return OpenMeteoHours.steps(validTimes, table);
    }

    /** Tells whether there is a column of a model. */
    boolean names(OpenMeteoModel model) {
        return hasColumn(suffix(model));
    }

    /** Tells whether there is a column of one of several models, and nothing that says which. */
    boolean leavesOpenWhose() {
        return several && hasColumn("");
    }

    private boolean hasColumn(String suffix) {
        return Stream.concat(OpenMeteoVariables.OF_MODEL.keySet().stream(), Stream.of(OpenMeteoVariables.WEATHER_CODE))
                .anyMatch(name -> hourly.has(name + suffix));
    }

    private String suffix(OpenMeteoModel model) {
        return several ? "_" + model.key() : "";
    }
}
