package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.words.SkyWords;
import dev.vane.domain.astronomy.Course;
import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.LocalDay;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes members that several documents have. What clients expect in each answer is null if it is not known; what
 * OpenWeather leaves out where it has nothing to say is left out.
 *
 * @param place where
 * @param wish how it is wanted
 */
record Members(Coordinates place, Wish wish) {

    /** Puts the list of one weather condition. */
    void weather(JsonTree tree, Sky sky, boolean day) {
        JsonTree weather = new JsonTree();
        Optional<ConditionCode> known = ConditionCode.of(sky);
        if (known.isPresent()) {
            ConditionCode code = known.get();
            boolean english = wish.language().equals(Locale.ENGLISH);
            weather.put("id", code.id())
                    .put("main", code.group())
                    .put("description", english ? code.description() : SkyWords.of(sky, day, wish.language()))
                    .put("icon", code.icon() + (day ? "d" : "n"));
        } else {
            weather.putNull("id").putNull("main").putNull("description").putNull("icon");
        }
        tree.put("weather", List.of(weather));
    }

    /** Puts the list of one weather condition, by day or night as it is then. */
    void weather(JsonTree tree, Moment moment) {
        weather(tree, moment.sky(), isDay(moment.time()));
    }

    boolean isDay(Instant time) {
        return Sun.isDaylight(place, time);
    }

    /** Puts the sun's times of a day, where it rises and sets. */
    void sun(JsonTree tree, LocalDay day) {
        course(tree, Sun.day(place, day).course(), "sunrise", "sunset");
    }

    static void course(JsonTree tree, Course course, String rise, String set) {
        if (course instanceof Course.Crosses crosses) {
            crosses.rise().ifPresent(time -> tree.put(rise, time.getEpochSecond()));
            crosses.set().ifPresent(time -> tree.put(set, time.getEpochSecond()));
        }
    }

    /** Puts how much rain and snow falls under a name, each if it does. */
    static void precipitation(JsonTree tree, String name, OptionalDouble rain, OptionalDouble snowWater) {
        depth(rain).ifPresent(depth -> tree.put("rain", new JsonTree().put(name, depth)));
        depth(snowWater).ifPresent(depth -> tree.put("snow", new JsonTree().put(name, depth)));
    }

    /** A depth in mm; empty if nothing is known to fall. */
    static Optional<Figure> depth(OptionalDouble millimetres) {
        return OpenWeatherUnits.plain(millimetres, 2).filter(depth -> depth.value() > 0);
    }

    /** Puts the flat members of a One Call's point in time. */
    void flat(JsonTree tree, Moment moment) {
        OpenWeatherUnits units = wish.units();
        tree.putOrNull("temp", units.temperature(moment.value(Variable.TEMPERATURE)))
                .putOrNull("feels_like", units.temperature(moment.value(Variable.APPARENT_TEMPERATURE)))
                .putOrNull("pressure", OpenWeatherUnits.plain(moment.value(Variable.PRESSURE_MSL), 0))
                .putOrNull("humidity", OpenWeatherUnits.plain(moment.value(Variable.RELATIVE_HUMIDITY), 0))
                .putOrNull("dew_point", units.temperature(moment.value(Variable.DEW_POINT)))
                .putOrNull("uvi", OpenWeatherUnits.plain(moment.value(Variable.UV_INDEX), 2))
                .putOrNull("clouds", OpenWeatherUnits.plain(moment.value(Variable.CLOUD_COVER), 0))
                .putIfKnown("visibility", OpenWeatherUnits.visibility(moment.value(Variable.VISIBILITY)))
                .putOrNull("wind_speed", units.speed(moment.value(Variable.WIND_SPEED)))
                .putOrNull("wind_deg", OpenWeatherUnits.plain(moment.value(Variable.WIND_DIRECTION), 0))
                .putIfKnown("wind_gust", units.speed(moment.value(Variable.WIND_GUST)));
        weather(tree, moment);
    }

    /** Puts the nested members of a point in time, its temperatures among others. */
    void nested(JsonTree tree, Moment moment, OptionalDouble lowest, OptionalDouble highest) {
        OpenWeatherUnits units = wish.units();
        Optional<Figure> pressure = OpenWeatherUnits.plain(moment.value(Variable.PRESSURE_MSL), 0);
        tree.put(
                "main",
                new JsonTree()
                        .putOrNull("temp", units.temperature(moment.value(Variable.TEMPERATURE)))
                        .putOrNull("feels_like", units.temperature(moment.value(Variable.APPARENT_TEMPERATURE)))
                        .putOrNull("temp_min", units.temperature(lowest))
                        .putOrNull("temp_max", units.temperature(highest))
                        .putOrNull("pressure", pressure)
                        .putIfKnown("sea_level", pressure)
                        .putOrNull("humidity", OpenWeatherUnits.plain(moment.value(Variable.RELATIVE_HUMIDITY), 0)));
        weather(tree, moment);
        tree.put(
                        "clouds",
                        new JsonTree().putOrNull("all", OpenWeatherUnits.plain(moment.value(Variable.CLOUD_COVER), 0)))
                .put(
                        "wind",
                        new JsonTree()
                                .putOrNull("speed", units.speed(moment.value(Variable.WIND_SPEED)))
                                .putOrNull("deg", OpenWeatherUnits.plain(moment.value(Variable.WIND_DIRECTION), 0))
                                .putIfKnown("gust", units.speed(moment.value(Variable.WIND_GUST))))
                .putIfKnown("visibility", OpenWeatherUnits.visibility(moment.value(Variable.VISIBILITY)));
    }

    /** What falls now: as it is observed, else as it is forecast for the hour in progress. */
    static Fall fallNow(Moment now, Fall thisHour) {
        return now.fall().water().isPresent() ? now.fall() : thisHour;
    }
}
