package dev.vane.adapters.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Small good answers of every provider, as they would be at a time, by the paths that they answer: of the next two days by
 * the hour (OpenWeather: by three hours), at 10 °C all the time. MET Norway is asked about {@link TestPlaces#OSLO}, NWS, its
 * stations and METAR about {@link TestPlaces#NEW_YORK}, the others about any place.
 */
public final class GoodAnswers {

    private static final int HOURS = 48;

    private final Instant now;
    private final Instant hour;

    private GoodAnswers(Instant now) {
        this.now = now;
        hour = now.truncatedTo(ChronoUnit.HOURS);
    }

    /** The answers of a source by its id, such as {@code open-meteo}. */
    public static Map<String, StubAnswer> of(String source, Instant now) {
        GoodAnswers answers = new GoodAnswers(now);
        Map<String, String> texts = switch (source) {
            case "open-meteo" -> Map.of("/v1/forecast", answers.openMeteo());
            case "met-norway" -> answers.metNorway();
            case "nws" -> answers.nws();
            case "nws-stations" -> answers.nwsStations();
            case "openweather" -> answers.openWeather();
            case "metar" -> Map.of("/api/data/metar", answers.metar());
            default -> throw new IllegalArgumentException("no answers of " + source);
        };
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> StubAnswer.json(text.getValue())));
    }

    private String openMeteo() {
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        return """
                {"latitude": 52.52, "longitude": 13.41, "utc_offset_seconds": 0, "timezone": "GMT", "elevation": 38.0,
                 "current_units": {"time": "unixtime", "interval": "seconds", "temperature_2m": "°C"},
                 "current": {"time": %d, "interval": 900, "temperature_2m": 10.0},
                 "hourly_units": {"time": "unixtime", "temperature_2m": "°C", "weather_code": "wmo code"},
                 "hourly": {"time": [%s], "temperature_2m": [%s], "weather_code": [%s]},
                 "daily_units": {"time": "unixtime", "temperature_2m_max": "°C"},
                 "daily": {"time": [%d, %d], "temperature_2m_max": [12.0, 13.0]}}""".formatted(
                now.truncatedTo(ChronoUnit.HOURS).getEpochSecond(),
                hours(time -> Long.toString(hour.plus(Duration.ofHours(time)).getEpochSecond())),
                hours(time -> "10.0"),
                hours(time -> "3"),
                day.getEpochSecond(),
                day.plus(Duration.ofDays(1)).getEpochSecond());
    }

    private Map<String, String> metNorway() {
        String series = hours(time -> """
                {"time": "%s", "data": {"instant": {"details": {"air_temperature": 10.0}},
                 "next_1_hours": {"summary": {"symbol_code": "rain"}, "details": {"precipitation_amount": 0.5}}}}""".formatted(at(time)));
        return Map.of(
                "/weatherapi/locationforecast/2.0/complete", """
                {"type": "Feature", "properties": {"meta": {"updated_at": "%s",
                 "units": {"air_temperature": "celsius", "precipitation_amount": "mm"}}, "timeseries": [%s]}}""".formatted(at(0), series),
                "/weatherapi/metalerts/2.0/current.json", """
                {"features": [{"properties": {"id": "2.49.0.1.578.0.1", "status": "Actual", "type": "Alert",
                 "event": "gale", "severity": "Severe"}, "when": {"interval": ["%s", "%s"]}}]}""".formatted(at(0), at(12)));
    }

    private Map<String, String> nws() {
        String cell = "/gridpoints/OKX/33,35";
        String periods = hours(time -> """
                {"startTime": "%s", "endTime": "%s", "temperature": 50, "temperatureUnit": "F", "windSpeed": "10 mph",
                 "windDirection": "NW", "icon": "https://api.weather.gov/icons/land/day/bkn?size=small"}""".formatted(at(time), at(time + 1)));
        return Map.of(
                "/points/40.7143,-74.006",
                "{\"properties\": {\"gridId\": \"OKX\", \"gridX\": 33, \"gridY\": 35}}",
                cell + "/forecast/hourly",
                "{\"properties\": {\"updateTime\": \"" + at(0) + "\", \"periods\": [" + periods + "]}}",
                cell,
                """
                {"properties": {"updateTime": "%s", "temperature": {"uom": "wmoUnit:degC",
                 "values": [{"validTime": "%s/P2D", "value": 10}]}}}""".formatted(at(0), at(0)),
                cell + "/stations",
                "{\"features\": [{\"properties\": {\"stationIdentifier\": \"KNYC\"}}]}",
                "/stations/KNYC/observations/latest",
                """
                {"properties": {"timestamp": "%s", "textDescription": "Cloudy", "icon": null,
                 "temperature": {"unitCode": "wmoUnit:degC", "value": 10.0, "qualityControl": "V"}}}""".formatted(at(0)),
                "/alerts/active",
                """
                {"features": [{"properties": {"id": "urn:1", "status": "Actual", "messageType": "Alert",
                 "event": "Flood Watch", "severity": "Severe", "sent": "%s", "ends": "%s"}}]}""".formatted(at(0), at(12)));
    }

    private Map<String, String> nwsStations() {
        String cell = "/gridpoints/OKX/33,35";
        return Map.of(
                "/points/40.7143,-74.006",
                "{\"properties\": {\"gridId\": \"OKX\", \"gridX\": 33, \"gridY\": 35}}",
                cell + "/stations",
                """
                {"features": [{"geometry": {"coordinates": [-73.97, 40.78]}, "properties": {"stationIdentifier": "KNYC",
                 "elevation": {"unitCode": "wmoUnit:m", "value": 10}}}]}""",
                "/stations/KNYC/observations",
                """
                {"features": [{"properties": {"timestamp": "%s", "textDescription": "Cloudy", "icon": null,
                 "temperature": {"unitCode": "wmoUnit:degC", "value": 10.0, "qualityControl": "V"}}}]}""".formatted(at(0)));
    }

    private String metar() {
        DateTimeFormatter inReport = DateTimeFormatter.ofPattern("ddHHmm'Z'").withZone(ZoneOffset.UTC);
        return """
                [{"icaoId": "KNYC", "obsTime": %d, "lat": 40.78, "lon": -73.97, "elev": 10,
                 "rawOb": "METAR KNYC %s AUTO 32005KT 10SM OVC030 10/02 A2992 RMK AO2 T01000020"}]""".formatted(hour.getEpochSecond(), inReport.format(hour));
    }

    private Map<String, String> openWeather() {
        String steps = LongStream.range(1, HOURS / 3)
                .mapToObj(step ->
                        """
                        {"dt": %d, "main": {"temp": 10.0}, "weather": [{"id": 803}]}""".formatted(hour.plus(Duration.ofHours(3 * step)).getEpochSecond()))
                .collect(Collectors.joining(","));
        return Map.of(
                "/data/2.5/weather",
                """
                {"dt": %d, "main": {"temp": 10.0}, "weather": [{"id": 803}], "cod": 200}""".formatted(hour.getEpochSecond()),
                "/data/2.5/forecast",
                "{\"cod\": \"200\", \"list\": [" + steps + "]}");
    }

    private String hours(LongFunction<String> text) {
        return LongStream.range(0, HOURS).mapToObj(text).collect(Collectors.joining(","));
    }

    private String at(long hours) {
        return hour.plus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC).toString();
    }
}
