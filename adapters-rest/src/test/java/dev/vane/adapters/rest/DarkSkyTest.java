package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The rules of {@code docs/clients/darksky-format.md}. */
class DarkSkyTest {

    private static final String BERLIN = "/forecast/any-key/52.52437,13.41053";
    private static final Instant NOW = Samples.NOW;
    private static final int MISSING = -999;

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
        serve(Forecasts.of(Forecasts.BERLIN, NOW));
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private void serve(PlaceWeather weather) {
        vane.weather = RunningVane.served(new WeatherOutcome.Served(weather));
    }

    private JsonNode json(String target) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private static List<Long> times(JsonNode block) {
        List<Long> times = new ArrayList<>();
        block.path("data").forEach(point -> times.add(point.path("time").asLong()));
        return times;
    }

    @Test
    void saysWhereItIs() {
        JsonNode answer = json(BERLIN + "?units=si");
        assertThat(answer.path("latitude").asDouble()).isEqualTo(52.52437);
        assertThat(answer.path("longitude").asDouble()).isEqualTo(13.41053);
        assertThat(answer.path("timezone").asString()).isEqualTo("Europe/Berlin");
        assertThat(answer.path("offset").asDouble()).isEqualTo(1);
        assertThat(answer.path("elevation").asInt()).isEqualTo(34);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        '',           us, 52.52, 22.37, 33.55, 4.97, 0.1,  0.1,   112
        ?units=us,    us, 52.52, 22.37, 33.55, 4.97, 0.1,  0.1,   112
        ?units=si,    si, 11.4,  10,    15,    8,    2.54, 0.254, 34
        ?units=ca,    ca, 11.4,  36,    54,    8,    2.54, 0.254, 34
        ?units=uk,    uk, 11.4,  22.37, 33.55, 4.97, 2.54, 0.254, 34
        ?units=uk2,   uk, 11.4,  22.37, 33.55, 4.97, 2.54, 0.254, 34
        ?units=auto,  si, 11.4,  10,    15,    8,    2.54, 0.254, 34
        ?units=SI,    us, 52.52, 22.37, 33.55, 4.97, 0.1,  0.1,   112
        ?units=,      us, 52.52, 22.37, 33.55, 4.97, 0.1,  0.1,   112
        ?units=metric,us, 52.52, 22.37, 33.55, 4.97, 0.1,  0.1,   112
        """)
    void convertsToTheUnits(
            String query,
            String units,
            double temperature,
            double wind,
            double gust,
            double visibility,
            double intensity,
            double accumulation,
            int elevation) {
        JsonNode answer = json(BERLIN + query);
        JsonNode now = answer.path("currently");
        assertThat(answer.at("/flags/units").asString()).isEqualTo(units);
        assertThat(now.path("temperature").asDouble()).isEqualTo(temperature);
        assertThat(now.path("windSpeed").asDouble()).isEqualTo(wind);
        assertThat(now.path("windGust").asDouble()).isEqualTo(gust);
        assertThat(now.path("visibility").asDouble()).isEqualTo(visibility);
        assertThat(now.path("pressure").asDouble()).isEqualTo(1004.92);
        assertThat(now.path("humidity").asDouble()).isEqualTo(0.56);
        assertThat(now.path("cloudCover").asDouble()).isEqualTo(0.97);
        assertThat(answer.path("elevation").asInt()).isEqualTo(elevation);
        JsonNode wet = hourAt(answer, "2026-03-11T02:00:00Z");
        assertThat(wet.path("precipIntensity").asDouble()).isEqualTo(intensity);
        assertThat(wet.path("precipAccumulation").asDouble()).isEqualTo(accumulation);
    }

    private static JsonNode hourAt(JsonNode answer, String time) {
        for (JsonNode hour : answer.at("/hourly/data")) {
            if (hour.path("time").asLong() == Instant.parse(time).getEpochSecond()) {
                return hour;
            }
        }
        throw new AssertionError("no hour at " + time);
    }

    @ParameterizedTest
    @CsvSource({"LONDON, uk", "OTTAWA, ca", "BERLIN, si", "PORTLAND, us"})
    void choosesUnitsByTheCountryIfAsked(String place, String units) {
        serve(Forecasts.of(
                switch (place) {
                    case "LONDON" -> Forecasts.LONDON;
                    case "OTTAWA" -> Forecasts.OTTAWA;
                    case "PORTLAND" -> Samples.PORTLAND;
                    default -> Forecasts.BERLIN;
                },
                NOW));
        assertThat(json(BERLIN + "?units=auto").at("/flags/units").asString()).isEqualTo(units);
    }

    /** The format's point begins with its time, Vane's interval ends with it. */
    @Test
    void givesTheRainOfTheHourThatBegins() {
        JsonNode answer = json(BERLIN + "?units=si");
        assertThat(hourAt(answer, "2026-03-11T02:00:00Z")
                        .path("precipProbability")
                        .asDouble())
                .isEqualTo(0.8);
        assertThat(hourAt(answer, "2026-03-11T02:00:00Z").path("precipType").asString())
                .isEqualTo("rain");
        assertThat(hourAt(answer, "2026-03-11T03:00:00Z")
                        .path("precipIntensity")
                        .asDouble())
                .isZero();
        assertThat(hourAt(answer, "2026-03-11T03:00:00Z").path("precipType").asString())
                .isEqualTo("none");
        assertThat(hourAt(answer, "2026-03-11T02:00:00Z").path("temperature").asDouble())
                .isEqualTo(10.2);
    }

    @Test
    void dividesTheRainOfSeveralHoursByTheirNumber() {
        serve(Forecasts.of(
                Forecasts.BERLIN,
                NOW,
                Duration.ofHours(3),
                time -> Forecasts.falling(Sky.of(Condition.RAIN), 6, 6, 0)));
        JsonNode hour = json(BERLIN + "?units=si").at("/hourly/data/0");
        assertThat(hour.path("time").asLong())
                .isEqualTo(Instant.parse("2026-03-10T15:00:00Z").getEpochSecond());
        assertThat(hour.path("precipIntensity").asDouble()).isEqualTo(2);
        assertThat(hour.path("precipAccumulation").asDouble()).isEqualTo(0.6);
    }

    @Test
    void hasTwoDaysOfHoursFromTheOneInProgressOnOrAWeek() {
        long hour = Instant.parse("2026-03-10T14:00:00Z").getEpochSecond();
        List<Long> two = times(json(BERLIN).path("hourly"));
        assertThat(two).hasSize(48).startsWith(hour, hour + 3600);
        assertThat(times(json(BERLIN + "?extend=hourly").path("hourly"))).hasSize(168);
        assertThat(times(json(BERLIN + "?extend=daily").path("hourly"))).hasSize(48);
    }

    @Test
    void hasEightLocalDaysThatBeginAtMidnight() {
        JsonNode daily = json(BERLIN + "?units=si").path("daily");
        long midnight = LocalDate.of(2026, 3, 11)
                .atStartOfDay(ZoneId.of("Europe/Berlin"))
                .toEpochSecond();
        assertThat(times(daily)).contains(midnight).hasSizeBetween(7, 8);
        JsonNode day = daily.at("/data/0"); // of today too little is left to be a day
        assertThat(day.path("temperatureMax").asDouble()).isEqualTo(12.3);
        assertThat(day.path("temperatureMin").asDouble()).isEqualTo(10);
        assertThat(day.path("temperatureMinTime").asLong()).isEqualTo(midnight + 3600);
        assertThat(day.path("precipAccumulation").asDouble()).isEqualTo(0.254);
        assertThat(day.path("precipIntensityMax").asDouble()).isEqualTo(2.54);
        assertThat(day.path("precipIntensityMaxTime").asLong()).isEqualTo(midnight + 3 * 3600);
        assertThat(day.path("precipProbability").asDouble()).isEqualTo(0.8);
        assertThat(day.path("precipType").asString()).isEqualTo("rain");
        assertThat(day.path("icon").asString()).isEqualTo("rain");
        assertThat(day.path("moonPhase").asDouble()).isBetween(0.7, 0.8); // last quarter on the 11th
        assertThat(day.path("temperatureHigh").asDouble()).isEqualTo(11.6); // 17 o'clock in Berlin
    }

    /** On 29 March clocks in Berlin go forward: the day has 23 hours. */
    @Test
    void keepsToLocalDaysWhenClocksChange() {
        Instant now = Instant.parse("2026-03-27T12:20:00Z");
        vane.now = now;
        serve(Forecasts.of(Forecasts.BERLIN, now));
        assertThat(times(json(BERLIN).path("daily")))
                .contains(
                        Instant.parse("2026-03-28T23:00:00Z").getEpochSecond(),
                        Instant.parse("2026-03-29T22:00:00Z").getEpochSecond());
    }

    @Test
    void knowsOffsetsThatAreNoWholeHours() {
        serve(Forecasts.of(Forecasts.KATHMANDU, NOW));
        JsonNode answer = json(BERLIN);
        assertThat(answer.path("offset").asDouble()).isEqualTo(5.75);
        assertThat(times(answer.path("daily")))
                .contains(Instant.parse("2026-03-11T18:15:00Z").getEpochSecond());
        assertThat(times(answer.path("hourly")).getFirst())
                .isEqualTo(Instant.parse("2026-03-10T14:00:00Z").getEpochSecond());
    }

    @Test
    void knowsTheSouth() {
        serve(Forecasts.of(Forecasts.WELLINGTON, NOW));
        JsonNode day = json(BERLIN).at("/daily/data/1");
        Instant rise = Instant.ofEpochSecond(day.path("sunriseTime").asLong());
        Instant set = Instant.ofEpochSecond(day.path("sunsetTime").asLong());
        assertThat(Duration.between(rise, set)).isBetween(Duration.ofHours(12), Duration.ofHours(13));
        assertThat(json(BERLIN).path("latitude").asDouble()).isEqualTo(-41.28664);
    }

    @Test
    void leavesOutTheSunriseThatThereIsNot() {
        Instant june = Instant.parse("2026-06-21T10:00:00Z");
        vane.now = june;
        serve(Forecasts.of(
                Forecasts.LONGYEARBYEN, june, Duration.ofHours(1), time -> Forecasts.onlySky(Sky.of(Condition.CLEAR))));
        JsonNode answer = json(BERLIN + "?version=2");
        JsonNode day = answer.at("/daily/data/1");
        assertThat(day.has("time")).isTrue();
        assertThat(day.has("sunriseTime") || day.has("sunsetTime") || day.has("dawnTime"))
                .isFalse();
        assertThat(hourAt(answer, "2026-06-21T23:00:00Z").path("icon").asString())
                .isEqualTo("clear-day");
    }

    @Test
    void saysWhatIsNotKnownAsPirateWeatherDoes() {
        serve(Forecasts.of(
                Forecasts.BERLIN, NOW, Duration.ofHours(1), time -> Forecasts.onlySky(Sky.of(Condition.CLEAR))));
        JsonNode answer = json(BERLIN + "?version=2");
        for (JsonNode point : List.of(answer.path("currently"), answer.at("/hourly/data/0"))) {
            for (String name : List.of(
                    "temperature",
                    "apparentTemperature",
                    "dewPoint",
                    "humidity",
                    "pressure",
                    "windSpeed",
                    "windGust",
                    "windBearing",
                    "cloudCover",
                    "uvIndex",
                    "visibility",
                    "ozone",
                    "precipIntensity",
                    "precipProbability",
                    "precipIntensityError",
                    "nearestStormDistance",
                    "nearestStormBearing",
                    "smoke",
                    "rainIntensity",
                    "solar")) {
                assertThat(point.path(name).asInt()).as(name).isEqualTo(MISSING);
            }
            assertThat(point.path("precipType").asString()).isEqualTo("none");
        }
        JsonNode day = answer.at("/daily/data/1");
        for (String name : List.of(
                "temperatureMax",
                "temperatureMaxTime",
                "temperatureHigh",
                "temperatureHighTime",
                "windGustTime",
                "precipIntensityMaxTime",
                "precipAccumulation")) {
            assertThat(day.path(name).asInt()).as(name).isEqualTo(MISSING);
        }
        assertThat(vane.get(BERLIN).body()).doesNotContain("null", "NaN", "Infinity");
    }

    @Test
    void hasNoMinutes() {
        assertThat(json(BERLIN).has("minutely")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"currently", "hourly", "daily", "alerts", "flags"})
    void leavesOutWhatIsExcluded(String block) {
        assertThat(json(BERLIN + "?exclude=minutely").has(block)).isTrue();
        assertThat(json(BERLIN + "?exclude=minutely,%20" + block + ",hrrr").has(block))
                .isFalse();
        assertThat(json(BERLIN + "?exclude=nothing&exclude=" + block).has(block))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        -,           false
        1,           false
        2,           true
        1.5,         true
        99999999999, false
        two,         false
        -2,          false
        NaN,         false
        """)
    void addsTheSecondVersionsMembersIfAsked(String version, boolean added) {
        JsonNode answer = json(BERLIN + (version == null ? "" : "?version=" + version));
        assertThat(answer.path("currently").has("smoke")).isEqualTo(added);
        assertThat(answer.at("/hourly/data/0").has("liquidAccumulation")).isEqualTo(added);
        assertThat(answer.at("/daily/data/0").has("dawnTime")).isEqualTo(added);
        assertThat(answer.path("flags").has("nearestCity")).isEqualTo(added);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        CLEAR,         NONE,  false, clear-day,         clear-day
        MOSTLY_CLOUDY, NONE,  false, partly-cloudy-day, mostly-cloudy-day
        OVERCAST,      NONE,  false, cloudy,            cloudy
        SMOKE,         NONE,  false, fog,               smoke
        RAIN,          LIGHT, false, rain,              light-rain
        RAIN,          LIGHT, true,  thunderstorm,      thunderstorm
        FREEZING_RAIN, HEAVY, false, sleet,             heavy-sleet
        SNOW_SHOWERS,  NONE,  false, snow,              snow
        HAIL,          NONE,  false, hail,              hail
        WINDY,         NONE,  false, wind,              wind
        TORNADO,       NONE,  false, tornado,           tornado
        UNKNOWN,       NONE,  false, none,              none
        """)
    void namesIcons(Condition condition, Sky.Intensity intensity, boolean thunder, String icon, String pirate) {
        Sky sky = new Sky(condition, intensity, thunder);
        serve(Forecasts.of(Forecasts.BERLIN, NOW, Duration.ofHours(1), time -> Forecasts.falling(sky, 1, 1, 0)));
        assertThat(json(BERLIN).at("/currently/icon").asString()).isEqualTo(icon);
        assertThat(json(BERLIN + "?icon=pirate").at("/currently/icon").asString())
                .isEqualTo(pirate);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        RAIN,          1, 1, 0, rain,  rain
        SNOW,          1, 0, 1, snow,  snow
        SLEET,         1, 1, 1, sleet, sleet
        FREEZING_RAIN, 1, 1, 0, sleet, ice
        OVERCAST,      1, 0, 1, snow,  snow
        OVERCAST,      2, 1, 1, sleet, sleet
        THUNDERSTORM,  2, 2, 0, rain,  rain
        RAIN,          0, 0, 0, none,  none
        """)
    void namesWhatFalls(Condition condition, double water, double rain, double snow, String type, String second) {
        serve(Forecasts.of(
                Forecasts.BERLIN,
                NOW,
                Duration.ofHours(1),
                time -> Forecasts.falling(Sky.of(condition), water, rain, snow)));
        assertThat(json(BERLIN).at("/hourly/data/3/precipType").asString()).isEqualTo(type);
        assertThat(json(BERLIN + "?version=2").at("/hourly/data/3/precipType").asString())
                .isEqualTo(second);
        assertThat(json(BERLIN + "?units=si")
                        .at("/hourly/data/3/precipAccumulation")
                        .asDouble())
                .isEqualTo(rain / 10 + snow);
    }

    @ParameterizedTest
    @CsvSource({"de, Bedeckt", "en, Overcast", "'', Overcast", "tet, Overcast", "x-pig-latin, Overcast", "no, Overskyet"
    })
    void saysSummariesInTheLanguage(String language, String summary) {
        assertThat(json(BERLIN + "?lang=" + language).at("/currently/summary").asString())
                .isEqualTo(summary);
    }

    @Test
    void tellsOfTheWarningsInForce() {
        PlaceWeather weather = Forecasts.of(Forecasts.BERLIN, NOW);
        serve(weather.withAlerts(List.of(
                new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.of(NOW.plusSeconds(60)))),
                new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.of(NOW.minusSeconds(60)))),
                new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.empty())))));
        JsonNode alerts = json(BERLIN).path("alerts");
        assertThat(alerts).hasSize(2);
        assertThat(alerts.at("/0/title").asString()).isEqualTo("Winter Storm Warning");
        assertThat(alerts.at("/0/severity").asString()).isEqualTo("Severe");
        assertThat(alerts.at("/0/regions/0").asString()).isEqualTo("Greater Portland Metro Area");
        assertThat(alerts.at("/0/time").asLong())
                .isEqualTo(Instant.parse("2026-03-09T21:20:00Z").getEpochSecond());
        assertThat(alerts.at("/0/expires").asLong()).isEqualTo(NOW.getEpochSecond() + 60);
        assertThat(alerts.at("/0/description").asString()).isEqualTo("Heavy snow.");
        assertThat(alerts.at("/1/expires").asInt()).isEqualTo(MISSING);
    }

    @Test
    void hasAnEmptyListWithoutWarnings() {
        assertThat(json(BERLIN).path("alerts").isArray()).isTrue();
        assertThat(json(BERLIN).path("alerts")).isEmpty();
    }

    @Test
    void saysWhereTheWeatherIsFrom() {
        JsonNode flags = json(BERLIN + "?version=2").path("flags");
        assertThat(flags.at("/sources/0").asString()).isEqualTo("open-meteo");
        assertThat(flags.at("/sourceTimes/open-meteo").asString()).isEqualTo("2026-03-10 13Z");
        assertThat(flags.path("nearest-station").asInt()).isEqualTo(MISSING);
        assertThat(flags.path("nearestCity").asString()).isEqualTo("Berlin");
    }

    @Test
    void hasDaysAndNightsIfAsked() {
        assertThat(json(BERLIN).has("day_night")).isFalse();
        JsonNode answer = json(BERLIN + "?units=si&include=day_night_forecast");
        List<Long> times = times(answer.path("day_night"));
        assertThat(times)
                .startsWith(
                        Instant.parse("2026-03-10T03:00:00Z").getEpochSecond(),
                        Instant.parse("2026-03-10T16:00:00Z").getEpochSecond(),
                        Instant.parse("2026-03-11T03:00:00Z").getEpochSecond())
                .hasSize(16);
        JsonNode night = answer.at("/day_night/data/1");
        assertThat(night.path("temperature").asDouble()).isEqualTo(10); // at midnight UTC
        assertThat(night.path("precipAccumulation").asDouble()).isEqualTo(0.254);
        assertThat(answer.at("/day_night/data/2/temperature").asDouble()).isEqualTo(11.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /forecast/k/91,0                | 400 | Invalid Latitude
        /forecast/k/-90.001,0           | 400 | Invalid Latitude
        /forecast/k/0,361               | 400 | Invalid Longitude
        /forecast/k/0,-181              | 400 | Invalid Longitude
        /forecast/k/52                  | 400 | Invalid Location Specification
        /forecast/k/abc                 | 400 | Invalid Location Specification
        /forecast/k/52,                 | 400 | Invalid Location Specification
        /forecast/k/52,x                | 400 | Invalid Location Specification
        /forecast/k/NaN,NaN,1,1         | 400 | Invalid Location Specification
        /forecast/k/%2B%2B,1            | 400 | Invalid Location Specification
        /forecast/k/a%01b,c             | 400 | Invalid Location Specification
        /forecast/k/1,1?lang=xx         | 400 | Language Not Supported
        /forecast/k/1,1?lang=DE         | 400 | Language Not Supported
        /forecast/k/1,1?lang=%FF        | 400 | Language Not Supported
        /forecast                       | 404 | leads to nothing
        /forecast/k                     | 404 | leads to nothing
        /forecast/k/1,1/more            | 404 | leads to nothing
        """)
    void refusesInTheFormatsWay(String target, int status, String detail) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode body = new ObjectMapper().readTree(response.body());
        assertThat(body.path("code").asInt()).isEqualTo(status);
        assertThat(body.path("error").asString()).isNotEmpty();
        assertThat(body.path("detail").asString()).contains(detail);
    }

    @Test
    void refusesOtherMethods() {
        HttpResponse<String> response = vane.send("POST", BERLIN);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(response.body()).startsWith("{\"code\":405,\"error\":");
    }

    @Test
    void saysThatAPlaceIsUnknownAmbiguousOrWithoutWeather() {
        vane.weather = RunningVane.served(new WeatherOutcome.UnknownPlace());
        assertThat(vane.get("/forecast/k/Nowhere,Land").statusCode()).isEqualTo(404);
        vane.weather = RunningVane.served(WeatherOutcomes.ambiguous());
        HttpResponse<String> ambiguous = vane.get("/forecast/k/Portland,US");
        assertThat(ambiguous.statusCode()).isEqualTo(422);
        assertThat(ambiguous.body()).startsWith("{\"code\":422,\"error\":");
        vane.weather = RunningVane.served(WeatherOutcomes.none());
        HttpResponse<String> none = vane.get(BERLIN);
        assertThat(none.statusCode()).isEqualTo(503);
        assertThat(none.headers().firstValue("Retry-After")).contains("30");
        assertThat(none.body()).startsWith("{\"code\":503,\"error\":");
    }

    @Test
    void takesLongitudesBeyondTheAntimeridianAndCities() {
        assertThat(vane.get("/forecast/k/-41.3,186.6").statusCode()).isEqualTo(200);
        assertThat(vane.get("/forecast/k/New%20York,US").statusCode()).isEqualTo(200);
        assertThat(vane.get("/forecast/k/+52.5,%2013.4").statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheForecastOfTheHourWhereNothingIsObserved() {
        PlaceWeather weather = Forecasts.of(Forecasts.BERLIN, NOW);
        serve(new PlaceWeather(
                weather.place(), weather.lastModified(), Optional.empty(), weather.forecast(), weather.sources()));
        JsonNode now = json(BERLIN + "?units=si").path("currently");
        assertThat(now.path("time").asLong())
                .isEqualTo(Instant.parse("2026-03-10T14:00:00Z").getEpochSecond());
        assertThat(now.path("temperature").asDouble()).isEqualTo(11.4);
    }

    @Test
    void hasEmptyBlocksWithoutAForecast() {
        PlaceWeather weather = Forecasts.of(Forecasts.BERLIN, NOW);
        serve(new PlaceWeather(
                weather.place(), weather.lastModified(), weather.current(), Optional.empty(), weather.sources()));
        JsonNode answer = json(BERLIN + "?include=day_night_forecast");
        assertThat(answer.path("currently").has("temperature")).isTrue();
        assertThat(answer.at("/hourly/data").isArray()).isTrue();
        assertThat(answer.at("/hourly/data")).isEmpty();
        assertThat(answer.at("/hourly/icon").asString()).isEqualTo("none");
        assertThat(answer.at("/daily/data")).isEmpty();
    }

    @Test
    void isMadeOnceAndCanBeRevalidated() {
        HttpResponse<String> first = vane.get(BERLIN + "?units=si");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(vane.get(BERLIN + "?units=si&utm=1", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).startsWith("max-age=");
        HttpResponse<String> head = vane.send("HEAD", BERLIN + "?units=si");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).contains(tag);
    }
}
