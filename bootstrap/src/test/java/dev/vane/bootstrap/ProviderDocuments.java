package dev.vane.bootstrap;

import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.domain.place.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What four providers say at a time, in their formats: two days by the hour from the hour in progress on, issued at that
 * hour. Each hour's values differ from those of the hour before, so that a run is a new one every hour.
 */
enum ProviderDocuments {
    /** Open-Meteo. */
    OPEN_METEO("open-meteo") {
        @Override
        Map<String, StubAnswer> answers(Instant now) {
            String hours = list(hour -> Long.toString(hour(now, hour).getEpochSecond()));
            return Map.of("/v1/forecast", StubAnswer.json("""
                    {"latitude":40.7,"longitude":-74.0,"utc_offset_seconds":0,"timezone":"GMT","elevation":10.0,
                     "current_units":{"time":"unixtime","interval":"seconds","temperature_2m":"°C"},
                     "current":{"time":%d,"interval":900,"temperature_2m":7.4},
                     "hourly_units":{"time":"unixtime","temperature_2m":"°C"},
                     "hourly":{"time":[%s],"temperature_2m":[%s]}}
                    """.formatted(
                            now.getEpochSecond(), hours, list(hour -> value(now, hour)))));
        }
    },
    /** MET Norway, which wants to be asked again after half an hour. */
    MET_NORWAY("met-norway") {
        @Override
        Map<String, StubAnswer> answers(Instant now) {
            String steps = list(hour -> """
                    {"time":"%s","data":{"instant":{"details":{"air_temperature":%s}}}}
                    """.formatted(hour(now, hour), value(now, hour)));
            return Map.of(
                    "/weatherapi/locationforecast/2.0/complete",
                    StubAnswer.json("""
                            {"type":"Feature","geometry":{"type":"Point","coordinates":[-74.0,40.7,10]},
                             "properties":{"meta":{"updated_at":"%s","units":{"air_temperature":"celsius"}},
                              "timeseries":[%s]}}
                            """.formatted(hour(now, 0), steps))
                            .withHeader("Expires", httpDate(now.plus(Duration.ofMinutes(30)))));
        }
    },
    /** The US National Weather Service, with one grid cell for all places. */
    NWS("nws") {
        @Override
        Map<String, StubAnswer> answers(Instant now) {
            String periods = list(hour -> """
                    {"startTime":"%s","endTime":"%s","temperature":%s,"temperatureUnit":"C","windSpeed":"10 km/h",
                     "windDirection":"NW","icon":"https://api.weather.gov/icons/land/day/bkn?size=small"}
                    """.formatted(hour(now, hour), hour(now, hour + 1), value(now, hour)));
            return Map.of(
                    "/gridpoints/OKX/33,35/forecast/hourly",
                    StubAnswer.json("""
                            {"properties":{"updateTime":"%s","periods":[%s]}}""".formatted(hour(now, 0), periods)),
                    "/gridpoints/OKX/33,35",
                    StubAnswer.json("""
                            {"properties":{"updateTime":"%1$s","skyCover":{"uom":"wmoUnit:percent",
                             "values":[{"validTime":"%1$s/P2D","value":40}]}}}""".formatted(hour(now, 0))),
                    "/gridpoints/OKX/33,35/stations",
                    StubAnswer.json("""
                            {"features":[{"properties":{"stationIdentifier":"KNYC"}}]}"""),
                    "/stations/KNYC/observations/latest",
                    StubAnswer.json("""
                            {"properties":{"timestamp":"%s","temperature":{"unitCode":"wmoUnit:degC","value":7.2}}}
                            """.formatted(now)),
                    "/alerts/active",
                    StubAnswer.json("{\"type\":\"FeatureCollection\",\"features\":[]}"));
        }

        @Override
        Map<String, StubAnswer> answers(Coordinates point) {
            return Map.of(
                    "/points/" + decimal(point.latitude()) + "," + decimal(point.longitude()),
                    StubAnswer.json("{\"properties\":{\"gridId\":\"OKX\",\"gridX\":33,\"gridY\":35}}"));
        }
    },
    /** OpenWeather without One Call. */
    OPENWEATHER("openweather") {
        @Override
        Map<String, StubAnswer> answers(Instant now) {
            return Map.of(
                    "/data/2.5/weather",
                    StubAnswer.json("""
                            {"weather":[{"id":800,"main":"Clear"}],"main":{"temp":7.1,"pressure":1009,"humidity":63},
                             "dt":%d,"timezone":0,"cod":200}""".formatted(now.getEpochSecond())),
                    "/data/2.5/forecast",
                    StubAnswer.json("""
                            {"cod":"200","cnt":48,"list":[%s],"city":{"timezone":0}}""".formatted(list(
                            hour -> """
                            {"dt":%d,"main":{"temp":%s},"weather":[{"id":800,"main":"Clear"}]}
                            """.formatted(hour(now, hour + 1).getEpochSecond(), value(now, hour))))));
        }
    };

    private static final int HOURS = 48;

    private final String source;

    ProviderDocuments(String source) {
        this.source = source;
    }

    /** The source's id. */
    String source() {
        return source;
    }

    /** What the provider says at a time, by path. */
    abstract Map<String, StubAnswer> answers(Instant now);

    /** What it says of a point, where it tells points apart by their paths. */
    Map<String, StubAnswer> answers(Coordinates point) {
        return Map.of();
    }

    /** Has a stub say what the provider says at a time. */
    void sayAt(Instant now, StubProvider stub) {
        answers(now).forEach(stub::answer);
    }

    /** Has a stub know a point. */
    void know(Coordinates point, StubProvider stub) {
        answers(point).forEach(stub::answer);
    }

    private static String list(IntFunction<String> item) {
        return IntStream.range(0, HOURS).mapToObj(item).collect(Collectors.joining(","));
    }

    private static Instant hour(Instant now, int number) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(number, ChronoUnit.HOURS);
    }

    /** A temperature that is another one an hour later. */
    private static String value(Instant now, int hour) {
        long issued = now.truncatedTo(ChronoUnit.HOURS).getEpochSecond() / 3600;
        return Long.toString((issued + hour * 7L) % 23);
    }

    private static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(time.atOffset(ZoneOffset.UTC));
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
