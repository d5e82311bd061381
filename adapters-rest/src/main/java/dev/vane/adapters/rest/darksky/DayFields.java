package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.outlook.Outlook;
import dev.vane.domain.astronomy.Course;
import dev.vane.domain.astronomy.Moon;
import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.astronomy.SunDay;
import dev.vane.domain.place.LocalDay;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/**
 * Writes the members of a local day. What the forecast says of the day is taken from there; when in the day it happens, and
 * what the forecast of days does not say, from the day's steps.
 */
final class DayFields {

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /** The widest steps: farther than this from an end of a span, the span is not covered. */
    private static final Duration WIDEST_STEP = Duration.ofHours(3);

    private final Outlook outlook;
    private final PointFields fields;
    private final DarkSkyUnits units;
    private final DailyForecast forecast;
    private final LocalDay day;
    private final List<Moment> steps;

    DayFields(Outlook outlook, PointFields fields, DailyForecast forecast) {
        this.outlook = outlook;
        this.fields = fields;
        this.units = fields.units();
        this.forecast = forecast;
        this.day = LocalDay.of(forecast.date(), outlook.place().zone());
        this.steps = outlook.from(day.start(), day.length()).toList();
    }

    JsonTree tree() {
        JsonTree tree = new JsonTree()
                .put("time", day.start().getEpochSecond())
                .put("summary", fields.summary(forecast.sky(), true))
                .put("icon", fields.icon(forecast.sky(), true));
        sky(tree);
        precipitation(tree);
        halves(tree);
        values(tree);
        extremes(tree);
        second(tree);
        return tree;
    }

    private void sky(JsonTree tree) {
        SunDay sun = Sun.day(fields.place(), day);
        crossing(sun.course(), (rise, set) -> {
            putTime(tree, "sunriseTime", rise);
            putTime(tree, "sunsetTime", set);
        });
        if (fields.wish().fields2()) {
            crossing(sun.twilights().civil(), (dawn, dusk) -> {
                putTime(tree, "dawnTime", dawn);
                putTime(tree, "duskTime", dusk);
            });
        }
        Instant middle = day.start().plus(day.length().dividedBy(2));
        tree.put("moonPhase", Figure.rounded(Moon.lunation(middle) % 1, 2));
    }

    private static void crossing(Course course, BiConsumer<OptionalDouble, OptionalDouble> then) {
        switch (course) {
            case Course.Crosses crosses ->
                then.accept(
                        crosses.rise().stream()
                                .mapToDouble(Instant::getEpochSecond)
                                .findFirst(),
                        crosses.set().stream()
                                .mapToDouble(Instant::getEpochSecond)
                                .findFirst());
            case Course.AlwaysAbove(), Course.AlwaysBelow() ->
                then.accept(OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /** A time that does not come that day is left out: a client would take -999 for a time. */
    private static void putTime(JsonTree tree, String name, OptionalDouble seconds) {
        seconds.ifPresent(known -> tree.put(name, (long) known));
    }

    private Fall fall() {
        return new Fall(
                day.length(),
                value(DailyVariable.PRECIPITATION_SUM),
                value(DailyVariable.RAIN_SUM),
                value(DailyVariable.SNOWFALL_SUM),
                value(DailyVariable.PRECIPITATION_PROBABILITY_MAX));
    }

    private OptionalDouble value(DailyVariable variable) {
        return forecast.values().get(variable);
    }

    private void precipitation(JsonTree tree) {
        Fall fall = fall();
        OptionalDouble most = OptionalDouble.empty();
        OptionalDouble when = OptionalDouble.empty();
        for (Moment step : steps) {
            OptionalDouble intensity =
                    outlook.fall(step.time(), outlook.next(step)).waterPerHour();
            if (intensity.isPresent() && intensity.getAsDouble() > most.orElse(-1)) {
                most = intensity;
                when = OptionalDouble.of((double) step.time().getEpochSecond());
            }
        }
        tree.put("precipIntensity", units.intensity(fall.waterPerHour()))
                .put("precipIntensityMax", units.intensity(most))
                .put("precipIntensityMaxTime", PointFields.time(when))
                .put("precipProbability", DarkSkyUnits.fraction(fall.probability()));
        fields.accumulation(tree, fall);
        tree.put(
                "precipType",
                PrecipitationType.of(forecast.sky(), fall, fields.wish().fields2()));
    }

    /** The day's high and the night's low, which the format has beside the extremes from midnight to midnight. */
    private void halves(JsonTree tree) {
        Instant six = at(MORNING);
        Instant eighteen = at(EVENING);
        Instant sixAgain = day.next().date().atTime(MORNING).atZone(day.zone()).toInstant();
        extreme(tree, "temperatureHigh", within(six, eighteen), Variable.TEMPERATURE, DailyVariable.TEMPERATURE_MAX);
        extreme(
                tree,
                "temperatureLow",
                within(eighteen, sixAgain),
                Variable.TEMPERATURE,
                DailyVariable.TEMPERATURE_MIN);
        extreme(
                tree,
                "apparentTemperatureHigh",
                within(six, eighteen),
                Variable.APPARENT_TEMPERATURE,
                DailyVariable.APPARENT_TEMPERATURE_MAX);
        extreme(
                tree,
                "apparentTemperatureLow",
                within(eighteen, sixAgain),
                Variable.APPARENT_TEMPERATURE,
                DailyVariable.APPARENT_TEMPERATURE_MIN);
    }

    private Instant at(LocalTime time) {
        return day.date().atTime(time).atZone(day.zone()).toInstant();
    }

    /** The steps of a half of the day; none if they do not cover it. */
    private List<Moment> within(Instant from, Instant to) {
        List<Moment> half = outlook.from(from, Duration.between(from, to)).toList();
        boolean covered = !half.isEmpty()
                && !half.getFirst().time().isAfter(from.plus(WIDEST_STEP))
                && !half.getLast().time().isBefore(to.minus(WIDEST_STEP));
        return covered ? half : List.of();
    }

    private void extreme(JsonTree tree, String name, List<Moment> half, Variable variable, DailyVariable ofDay) {
        OptionalDouble value = most(half, variable, !highest(ofDay));
        OptionalDouble shown = value.isPresent() ? value : value(ofDay);
        List<Moment> where = value.isPresent() ? half : steps;
        tree.put(name, units.temperature(shown)).put(name + "Time", when(where, variable, !highest(ofDay)));
    }

    private static boolean highest(DailyVariable variable) {
        return variable == DailyVariable.TEMPERATURE_MAX || variable == DailyVariable.APPARENT_TEMPERATURE_MAX;
    }

    private static OptionalDouble most(List<Moment> steps, Variable variable, boolean least) {
        var values = steps.stream().flatMapToDouble(step -> step.value(variable).stream());
        return least ? values.min() : values.max();
    }

    /** The time of the first step with the extreme value. */
    private static Figure when(List<Moment> steps, Variable variable, boolean least) {
        OptionalDouble most = most(steps, variable, least);
        return PointFields.time(steps.stream()
                .filter(step -> most.isPresent() && step.value(variable).equals(most))
                .mapToDouble(step -> step.time().getEpochSecond())
                .findFirst());
    }

    private void values(JsonTree tree) {
        tree.put("dewPoint", units.temperature(mean(Variable.DEW_POINT)))
                .put("humidity", DarkSkyUnits.fraction(value(DailyVariable.RELATIVE_HUMIDITY_MEAN)))
                .put("pressure", DarkSkyUnits.plain(value(DailyVariable.PRESSURE_MSL_MEAN), 2))
                .put("windSpeed", units.speed(mean(Variable.WIND_SPEED)))
                .put("windGust", units.speed(value(DailyVariable.WIND_GUST_MAX)))
                .put("windGustTime", when(steps, Variable.WIND_GUST, false))
                .put("windBearing", DarkSkyUnits.plain(value(DailyVariable.WIND_DIRECTION_DOMINANT), 0))
                .put("cloudCover", DarkSkyUnits.fraction(value(DailyVariable.CLOUD_COVER_MEAN)))
                .put("uvIndex", DarkSkyUnits.plain(value(DailyVariable.UV_INDEX_MAX), 2))
                .put("uvIndexTime", when(steps, Variable.UV_INDEX, false))
                .put("visibility", units.visibility(mean(Variable.VISIBILITY)));
    }

    private OptionalDouble mean(Variable variable) {
        return steps.stream()
                .flatMapToDouble(step -> step.value(variable).stream())
                .average();
    }

    private void extremes(JsonTree tree) {
        whole(tree, "temperatureMin", Variable.TEMPERATURE, DailyVariable.TEMPERATURE_MIN);
        whole(tree, "temperatureMax", Variable.TEMPERATURE, DailyVariable.TEMPERATURE_MAX);
        whole(tree, "apparentTemperatureMin", Variable.APPARENT_TEMPERATURE, DailyVariable.APPARENT_TEMPERATURE_MIN);
        whole(tree, "apparentTemperatureMax", Variable.APPARENT_TEMPERATURE, DailyVariable.APPARENT_TEMPERATURE_MAX);
    }

    private void whole(JsonTree tree, String name, Variable variable, DailyVariable ofDay) {
        tree.put(name, units.temperature(value(ofDay))).put(name + "Time", when(steps, variable, !highest(ofDay)));
    }

    private void second(JsonTree tree) {
        if (!fields.wish().fields2()) {
            return;
        }
        Fall fall = fall();
        tree.put("rainIntensity", units.intensity(fall.liquidPerHour()))
                .put("snowIntensity", units.intensity(fall.snowWaterPerHour()))
                .put("solarMax", DarkSkyUnits.plain(most(steps, Variable.SHORTWAVE_RADIATION, false), 2))
                .put("solarMaxTime", when(steps, Variable.SHORTWAVE_RADIATION, false));
        PointFields.missing(tree, "iceIntensity", "smokeMax", "fireIndexMax", "capeMax");
    }
}
