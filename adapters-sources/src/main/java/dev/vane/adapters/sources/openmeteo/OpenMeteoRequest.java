package dev.vane.adapters.sources.openmeteo;

import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.domain.place.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call that is made of Open-Meteo.
 *
 * <p>Times are asked for as seconds since 1970: written times would be local ones at the offset of the day of the call,
 * also beyond a change of the clocks. The zone is still given, as the days are cut by it; beyond a change of the clocks
 * Open-Meteo's days begin an hour off.
 *
 * @param resource what is asked for
 * @param weight how many calls it counts for
 */
record OpenMeteoRequest(URI resource, int weight) {

    private static final String PATH = "/v1/forecast";
    private static final String[] MORE = {
        OpenMeteoVariables.RAIN, OpenMeteoVariables.SHOWERS, OpenMeteoVariables.WEATHER_CODE
    };
    private static final String[] MORE_DAILY = {
        OpenMeteoVariables.RAIN_SUM, OpenMeteoVariables.SHOWERS_SUM, OpenMeteoVariables.WEATHER_CODE
    };

    /** Variables that one call pays for. */
    private static final double VARIABLES_A_CALL = 10;

    /** Days that one call pays for. */
    private static final double DAYS_A_CALL = 14;

    /** For the forecast that Open-Meteo puts together itself. */
    static OpenMeteoRequest forecast(OpenMeteoSettings settings, Place place) {
        Map<String, String> query = query(place, zone(place.zone()));
        query.put("forecast_days", Integer.toString(settings.forecastDays()));
        query.put("current", OpenMeteoVariables.names(OpenMeteoVariables.CURRENT, MORE));
        query.put("hourly", OpenMeteoVariables.names(OpenMeteoVariables.HOURLY, MORE));
        query.put("daily", OpenMeteoVariables.names(OpenMeteoVariables.DAILY, MORE_DAILY));
        return new OpenMeteoRequest(settings.baseUrl().resource(PATH, query), weight(settings));
    }

    /** For the hours of each of several models. */
    static OpenMeteoRequest models(OpenMeteoModelsSettings settings, Place place) {
        Map<String, String> query = query(place, zone(place.zone()));
        query.put("forecast_days", Integer.toString(settings.forecastDays()));
        query.put("hourly", OpenMeteoVariables.names(OpenMeteoVariables.OF_MODEL, OpenMeteoVariables.WEATHER_CODE));
        query.put("models", settings.models().stream().map(OpenMeteoModel::key).collect(Collectors.joining(",")));
        return new OpenMeteoRequest(settings.baseUrl().resource(PATH, query), weight(settings));
    }

    /** For the hours of some UTC days as each of several models forecast them on several days before. */
    static OpenMeteoRequest previousRuns(
            BaseUrl baseUrl, Place place, LocalDate first, LocalDate last, List<OpenMeteoModel> models) {
        Map<String, String> query = query(place, "GMT");
        query.put("start_date", first.toString());
        query.put("end_date", last.toString());
        query.put("hourly", String.join(",", PreviousRuns.COLUMNS));
        query.put("models", models.stream().map(OpenMeteoModel::key).collect(Collectors.joining(",")));
        int days = Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
        return new OpenMeteoRequest(
                baseUrl.resource(PATH, query), weight(PreviousRuns.COLUMNS.size() * models.size(), days));
    }

    /** How many calls {@link #forecast} counts for. */
    static int weight(OpenMeteoSettings settings) {
        int variables = OpenMeteoVariables.CURRENT.size()
                + OpenMeteoVariables.HOURLY.size()
                + OpenMeteoVariables.DAILY.size()
                + 2 * MORE.length
                + MORE_DAILY.length;
        return weight(variables, settings.forecastDays());
    }

    /** How many calls {@link #models} counts for: each model's variables count by themselves. */
    static int weight(OpenMeteoModelsSettings settings) {
        int ofModel = OpenMeteoVariables.OF_MODEL.size() + 1;
        return weight(ofModel * settings.models().size(), settings.forecastDays());
    }

    /**
     * How many calls a call counts for: a tenth of a call for each variable, those now, by the hour and by the day
     * together, times the number of fortnights if there is more than one, rounded up; at least 1. As Open-Meteo says
     * (open-meteo.com/en/pricing, "How are API calls counted?"): more than ten variables or more than two weeks count as
     * more than one call, in fractions. That a variable counts once for each model is in its source code. Vane rounds up,
     * so that it stays on the safe side.
     */
    static int weight(int variables, int days) {
        double fortnights = Math.max(1, days / DAYS_A_CALL);
        return (int) Math.ceil(Math.max(1, variables / VARIABLES_A_CALL * fortnights));
    }

    private static Map<String, String> query(Place place, String zone) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("latitude", decimal(place.coordinates().latitude()));
        query.put("longitude", decimal(place.coordinates().longitude()));
        place.elevation().ifPresent(metres -> query.put("elevation", Integer.toString(metres)));
        query.put("timezone", zone);
        query.put("timeformat", "unixtime");
        query.put("temperature_unit", "celsius");
        query.put("wind_speed_unit", "ms");
        query.put("precipitation_unit", "mm");
        return query;
    }

    /** A zone as Open-Meteo knows it: by its name, not by an offset. */
    private static String zone(ZoneId zone) {
        boolean named =
                !(zone.normalized() instanceof ZoneOffset) && zone.getId().contains("/");
        return named ? zone.getId() : "GMT";
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(5, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
