package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.json.CheckedValues;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.domain.units.Unit;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads an answer of Open-Meteo's forecast API, in whatever units it declares. Hourly sums and means are over the hour
 * before the valid time, current ones over the {@code interval} before it, as its documentation says; the offered
 * variables that are missing or null are absent, and steps of which nothing is known are left out.
 */
final class OpenMeteoDecoder {

    private final JsonObject root;
    private final OpenMeteoTimes times;

    OpenMeteoDecoder(JsonObject root) {
        this.root = root;
        times = new OpenMeteoTimes(root);
    }

    /** Reads all sections. */
    void decodeInto(ReportDraft draft) {
        if (!root.has("current") && !root.has("hourly") && !root.has("daily")) {
            draft.fault("it has none of current, hourly and daily, so it is no forecast");
            return;
        }
        draft.current(() -> root.object("current").flatMap(this::observation));
        draft.hourly(() -> root.object("hourly").map(this::steps).orElse(List.of()));
        draft.daily(() -> root.object("daily").map(this::days).orElse(List.of()));
    }

    private Optional<Observation> observation(JsonObject current) {
        JsonObject units = root.requiredObject("current_units");
        CheckedValues<Variable> checked = new CheckedValues<>(Variable.class);
        OpenMeteoVariables.CURRENT.forEach((name, variable) -> {
            OptionalDouble value = current.number(name);
            if (value.isPresent()) {
                checked.set(variable, value, unit(units, name), current.path(name));
            }
        });
        currentRain(current, units, checked);
        OptionalLong code = current.integer(OpenMeteoVariables.WEATHER_CODE);
        Sky sky = code.isPresent() ? WmoCode.sky(code.getAsLong()) : Sky.UNKNOWN;
        Conditions conditions = new Conditions(sky, checked.build());
        if (OpenMeteoHours.isEmpty(conditions)) {
            return Optional.empty();
        }
        Duration period = OpenMeteoHours.ofInterval(conditions) ? interval(current, units) : Duration.ZERO;
        return Optional.of(new Observation(times.instant(current, units), period, conditions));
    }

    private void currentRain(JsonObject current, JsonObject units, CheckedValues<Variable> checked) {
        OptionalDouble rain = millimetres(current, units, OpenMeteoVariables.RAIN);
        OptionalDouble showers = millimetres(current, units, OpenMeteoVariables.SHOWERS);
        if (rain.isPresent()) {
            double sum = rain.getAsDouble() + showers.orElse(0);
            checked.set(Variable.RAIN, OptionalDouble.of(sum), Unit.MILLIMETRE, current.path(OpenMeteoVariables.RAIN));
        }
    }

    private static OptionalDouble millimetres(JsonObject current, JsonObject units, String name) {
        OptionalDouble value = current.number(name);
        return value.isPresent()
                ? new CheckedValues<>(Variable.class)
                        .set(Variable.RAIN, value, unit(units, name), current.path(name))
                        .build()
                        .get(Variable.RAIN)
                : value;
    }

    private static Duration interval(JsonObject current, JsonObject units) {
        String unit = units.text("interval").orElse("seconds");
        long length = current.requiredInteger("interval");
        if (!unit.equals("seconds") || length <= 0 || length > 86_400) {
            throw new JsonFault(current.path("interval") + " is " + length + " " + unit + ", not 1 to 86400 seconds");
        }
        return Duration.ofSeconds(length);
    }

    private List<ForecastStep> steps(JsonObject hourly) {
        JsonObject units = root.requiredObject("hourly_units");
        List<Instant> validTimes = times.instants(hourly, units);
        OpenMeteoTable<Variable> table = new OpenMeteoTable<>(hourly, units, "", Variable.class, validTimes.size());
        table.columns(OpenMeteoVariables.HOURLY);
        table.sum(Variable.RAIN, OpenMeteoVariables.RAIN, OpenMeteoVariables.SHOWERS);
        table.skies();
        return OpenMeteoHours.steps(validTimes, table);
    }

    private List<DailyForecast> days(JsonObject daily) {
        JsonObject units = root.requiredObject("daily_units");
        List<LocalDate> dates = times.dates(daily, units);
        OpenMeteoTable<DailyVariable> table = new OpenMeteoTable<>(daily, units, "", DailyVariable.class, dates.size());
        table.columns(OpenMeteoVariables.DAILY);
        table.sum(DailyVariable.RAIN_SUM, OpenMeteoVariables.RAIN_SUM, OpenMeteoVariables.SHOWERS_SUM);
        table.skies();
        List<DailyForecast> days = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            Values<DailyVariable> values = table.row(i).build();
            if (!values.isEmpty() || !table.sky(i).equals(Sky.UNKNOWN)) {
                days.add(new DailyForecast(dates.get(i), table.sky(i), values));
            }
        }
        return days;
    }

    private static Unit unit(JsonObject units, String name) {
        return OpenMeteoVariables.unit(units.requiredText(name), units.path(name));
    }
}
