package dev.vane.adapters.rest.openweather;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.outlook.Outlook;
import dev.vane.adapters.rest.words.SkyWords;
import dev.vane.domain.astronomy.Moon;
import dev.vane.domain.place.LocalDay;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes the members of a local day: what the forecast says of it, and its temperatures at four times of it. */
final class DayMembers {

    /** Sources give steps of six hours for later days: then there is one within three of any time. */
    private static final Duration NEAR = Duration.ofHours(3);

    private final Outlook outlook;
    private final Members members;
    private final OpenWeatherUnits units;
    private final DailyForecast forecast;
    private final LocalDay day;

    DayMembers(Outlook outlook, Members members, DailyForecast forecast) {
        this.outlook = outlook;
        this.members = members;
        this.units = members.wish().units();
        this.forecast = forecast;
        this.day = LocalDay.of(forecast.date(), outlook.place().zone());
    }

    JsonTree tree() {
        Instant noon = at(LocalTime.NOON);
        JsonTree tree = new JsonTree().put("dt", noon.getEpochSecond());
        members.sun(tree, day);
        Members.course(tree, Moon.day(members.place(), day).course(), "moonrise", "moonset");
        tree.put("moon_phase", Figure.rounded(Moon.lunation(noon), 2))
                .put("summary", SkyWords.of(forecast.sky(), true, members.wish().language()));
        tree.put("temp", temperatures()).put("feels_like", times(Variable.APPARENT_TEMPERATURE));
        tree.putOrNull("pressure", plain(DailyVariable.PRESSURE_MSL_MEAN, 0))
                .putOrNull("humidity", plain(DailyVariable.RELATIVE_HUMIDITY_MEAN, 0))
                .putOrNull("dew_point", units.temperature(dewPoint()))
                .putOrNull("wind_speed", units.speed(value(DailyVariable.WIND_SPEED_MAX)))
                .putOrNull("wind_deg", plain(DailyVariable.WIND_DIRECTION_DOMINANT, 0))
                .putIfKnown("wind_gust", units.speed(value(DailyVariable.WIND_GUST_MAX)));
        members.weather(tree, forecast.sky(), true);
        Fall fall = new Fall(
                day.length(),
                value(DailyVariable.PRECIPITATION_SUM),
                value(DailyVariable.RAIN_SUM),
                value(DailyVariable.SNOWFALL_SUM),
                OptionalDouble.empty());
        return tree.putOrNull("clouds", plain(DailyVariable.CLOUD_COVER_MEAN, 0))
                .putOrNull("pop", OpenWeatherUnits.fraction(value(DailyVariable.PRECIPITATION_PROBABILITY_MAX)))
                .putIfKnown("rain", Members.depth(fall.liquid()))
                .putIfKnown("snow", Members.depth(fall.snowWater()))
                .putOrNull("uvi", plain(DailyVariable.UV_INDEX_MAX, 2));
    }

    private OptionalDouble value(DailyVariable variable) {
        return forecast.values().get(variable);
    }

    private Optional<Figure> plain(DailyVariable variable, int decimals) {
        return OpenWeatherUnits.plain(value(variable), decimals);
    }

    private OptionalDouble dewPoint() {
        return outlook.from(day.start(), day.length())
                .flatMapToDouble(step -> step.value(Variable.DEW_POINT).stream())
                .average();
    }

    private JsonTree temperatures() {
        return times(Variable.TEMPERATURE)
                .putOrNull("min", units.temperature(value(DailyVariable.TEMPERATURE_MIN)))
                .putOrNull("max", units.temperature(value(DailyVariable.TEMPERATURE_MAX)));
    }

    /** A variable in the morning, by day, in the evening, and in the night that ends the day. */
    private JsonTree times(Variable variable) {
        return new JsonTree()
                .putOrNull("morn", near(at(LocalTime.of(6, 0)), variable))
                .putOrNull("day", near(at(LocalTime.NOON), variable))
                .putOrNull("eve", near(at(LocalTime.of(18, 0)), variable))
                .putOrNull("night", near(day.end(), variable));
    }

    private Instant at(LocalTime time) {
        return day.date().atTime(time).atZone(day.zone()).toInstant();
    }

    private Optional<Figure> near(Instant time, Variable variable) {
        Optional<Moment> step = outlook.near(time, NEAR);
        return step.flatMap(moment -> units.temperature(moment.value(variable)));
    }
}
