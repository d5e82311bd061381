package dev.vane.adapters.sources.openmeteo;

import dev.vane.domain.place.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one call that is made of Open-Meteo.
 *
 * <p>Times are asked for as seconds since 1970: written times would be local ones at the offset of the day of the call,
 * also beyond a change of the clocks. The zone is still given, as the days are cut by it; beyond a change of the clocks
 * Open-Meteo's days begin an hour off.
 */
final class OpenMeteoRequest {

    private OpenMeteoRequest() {}

    /** The address to ask for a place. */
    static URI of(OpenMeteoSettings settings, Place place) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("latitude", decimal(place.coordinates().latitude()));
        query.put("longitude", decimal(place.coordinates().longitude()));
        place.elevation().ifPresent(metres -> query.put("elevation", Integer.toString(metres)));
        query.put("timezone", zone(place.zone()));
        query.put("timeformat", "unixtime");
        query.put("forecast_days", Integer.toString(settings.forecastDays()));
        query.put("temperature_unit", "celsius");
        query.put("wind_speed_unit", "ms");
        query.put("precipitation_unit", "mm");
        String[] more = {OpenMeteoVariables.RAIN, OpenMeteoVariables.SHOWERS, OpenMeteoVariables.WEATHER_CODE};
        query.put("current", OpenMeteoVariables.names(OpenMeteoVariables.CURRENT, more));
        query.put("hourly", OpenMeteoVariables.names(OpenMeteoVariables.HOURLY, more));
        String[] moreDaily = {
            OpenMeteoVariables.RAIN_SUM, OpenMeteoVariables.SHOWERS_SUM, OpenMeteoVariables.WEATHER_CODE
        };
        query.put("daily", OpenMeteoVariables.names(OpenMeteoVariables.DAILY, moreDaily));
        return settings.baseUrl().resource("/v1/forecast", query);
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
