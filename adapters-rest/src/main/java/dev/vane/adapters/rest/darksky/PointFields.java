package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.Figure;
import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.words.SkyWords;
import dev.vane.domain.astronomy.Sun;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Variable;
import java.util.OptionalDouble;

/**
 * Writes the members of a point in time.
 *
 * @param place where
 * @param units the units
 * @param wish how it is wanted
 */
record PointFields(Coordinates place, DarkSkyUnits units, Wish wish) {

    private static final double MILLIMETRES_PER_CENTIMETRE = 10;

    /** The members that name a point: its time and how the sky looks. */
    JsonTree point(Moment moment) {
        boolean day = Sun.isDaylight(place, moment.time());
        return new JsonTree()
                .put("time", moment.time().getEpochSecond())
                .put("summary", summary(moment.sky(), day))
                .put("icon", icon(moment.sky(), day));
    }

    String summary(Sky sky, boolean day) {
        return SkyWords.of(sky, day, wish.language());
    }

    String icon(Sky sky, boolean day) {
        return Icons.of(sky, day, wish.moreIcons());
    }

    /** Puts that nobody looks for storms. */
    void storms(JsonTree tree) {
        missing(tree, "nearestStormDistance", "nearestStormBearing");
    }

    /** Puts how much falls; how sure that is nobody says. */
    void intensity(JsonTree tree, Sky sky, Fall fall) {
        tree.put("precipIntensity", units.intensity(fall.waterPerHour()))
                .put("precipProbability", DarkSkyUnits.fraction(fall.probability()));
        missing(tree, "precipIntensityError");
        tree.put("precipType", PrecipitationType.of(sky, fall, wish.fields2()));
    }

    /** Puts how much gathers: the depth of the snow and of the water. */
    void accumulation(JsonTree tree, Fall fall) {
        OptionalDouble liquid = centimetres(fall.liquid());
        OptionalDouble all = liquid;
        if (fall.snow().isPresent()) {
            all = OptionalDouble.of(liquid.orElse(0) + fall.snow().getAsDouble());
        }
        tree.put("precipAccumulation", units.accumulation(all));
        if (wish.fields2()) {
            tree.put("liquidAccumulation", units.accumulation(liquid))
                    .put("snowAccumulation", units.accumulation(fall.snow()));
            missing(tree, "iceAccumulation");
        }
    }

    private static OptionalDouble centimetres(OptionalDouble millimetres) {
        return millimetres.isEmpty()
                ? millimetres
                : OptionalDouble.of(millimetres.getAsDouble() / MILLIMETRES_PER_CENTIMETRE);
    }

    /** Puts what air, wind, clouds and light are like. */
    void values(JsonTree tree, Moment moment) {
        tree.put("temperature", units.temperature(moment.value(Variable.TEMPERATURE)))
                .put("apparentTemperature", units.temperature(moment.value(Variable.APPARENT_TEMPERATURE)))
                .put("dewPoint", units.temperature(moment.value(Variable.DEW_POINT)))
                .put("humidity", DarkSkyUnits.fraction(moment.value(Variable.RELATIVE_HUMIDITY)))
                .put("pressure", DarkSkyUnits.plain(moment.value(Variable.PRESSURE_MSL), 2))
                .put("windSpeed", units.speed(moment.value(Variable.WIND_SPEED)))
                .put("windGust", units.speed(moment.value(Variable.WIND_GUST)))
                .put("windBearing", DarkSkyUnits.plain(moment.value(Variable.WIND_DIRECTION), 0))
                .put("cloudCover", DarkSkyUnits.fraction(moment.value(Variable.CLOUD_COVER)))
                .put("uvIndex", DarkSkyUnits.plain(moment.value(Variable.UV_INDEX), 2))
                .put("visibility", units.visibility(moment.value(Variable.VISIBILITY)));
        missing(tree, "ozone");
    }

    /** Puts what the second version added to points in time. */
    void second(JsonTree tree, Moment moment, Fall fall) {
        if (!wish.fields2()) {
            return;
        }
        tree.put("rainIntensity", units.intensity(fall.liquidPerHour()))
                .put("snowIntensity", units.intensity(fall.snowWaterPerHour()))
                .put("feelsLike", units.temperature(moment.value(Variable.APPARENT_TEMPERATURE)))
                .put("solar", DarkSkyUnits.plain(moment.value(Variable.SHORTWAVE_RADIATION), 2));
        missing(tree, "iceIntensity", "smoke", "fireIndex", "cape");
    }

    /** Puts members that nothing is known of. */
    static void missing(JsonTree tree, String... names) {
        for (String name : names) {
            tree.put(name, DarkSkyUnits.MISSING);
        }
    }

    /** A time in seconds, or what stands for none. */
    static Figure time(OptionalDouble seconds) {
        return DarkSkyUnits.plain(seconds, 0);
    }
}
