package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused is refused in the words of Open-Meteo, since its clients match them. */
class OpenMeteoErrorsTest {

    private static final String TARGET = "/v1/forecast?latitude=45.5&longitude=-122.7";
    private static final int REQUESTS = 400;

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "longitude=13 | Parameter 'latitude' and 'longitude' must have the same number of elements",
                "hourly=rain | Parameter 'latitude' and 'longitude' must not be empty",
                "latitude=52,53&longitude=13 | Parameter 'latitude' and 'longitude' must have the same number of elements",
                "latitude=91&longitude=13 | Latitude must be in range of -90 to 90°. Given: 91.0.",
                "latitude=nan&longitude=13 | Latitude must be in range of -90 to 90°. Given: NaN.",
                "latitude=52&longitude=181 | Longitude must be in range of -180 to 180°. Given: 181.0.",
                "latitude=x&longitude=13 | Value of type 'Float' required for key 'latitude'.",
                "latitude=.&longitude=13 | Value of type 'Float' required for key 'latitude'.",
                "latitude=1,2,3,4,5,6,7,8,9,10,11&longitude=1,2,3,4,5,6,7,8,9,10,11 | Only up to 10 locations can be requested at once",
                "latitude=52&longitude=13&elevation=1,2 | Parameter 'elevation' must have the same number of elements as coordinates"
            })
    void refusesPlaces(String query, String reason) {
        refused("/v1/forecast?" + query, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timezone=Mars/Olympus | Invalid timezone",
                "temperature_unit=kelvin | Data corrupted at path 'temperature_unit'. Cannot initialize TemperatureUnit from invalid String value kelvin.",
                "windspeed_unit=knots | Data corrupted at path 'windspeed_unit'. Cannot initialize WindspeedUnit from invalid String value knots.",
                "timeformat=rfc822 | Data corrupted at path 'timeformat'. Cannot initialize Timeformat from invalid String value rfc822.",
                "format=xlsx | Data corrupted at path 'format'. Cannot initialize ForecastResultFormat from invalid String value xlsx.",
                "hourly=a%20b | Data corrupted at path ''. Cannot initialize ForecastVariable from invalid String value a b.",
                "daily=%22 | Data corrupted at path ''. Cannot initialize ForecastVariableDaily from invalid String value \".",
                "forecast_days=17 | Forecast days is invalid. Allowed range 0 to 16. Given 17.",
                "past_days=93 | Past days is invalid. Allowed range 0 to 92. Given 93.",
                "past_days=-1 | Past days is invalid. Allowed range 0 to 92. Given -1.",
                "forecast_days=many | Value of type 'Int' required for key 'forecast_days'.",
                "current_weather=maybe | Value of type 'Bool' required for key 'current_weather'.",
                "start_date=2026-03-11 | Both 'start_date' and 'end_date' must be set in the url",
                "start_date=2026-03-12&end_date=2026-03-11 | End-date must be larger or equals than start-date",
                "start_date=2026-03-11&end_date=2026-03-12&past_days=1 | Parameter 'past_days' is mutually exclusive with 'start_date' and 'end_date'",
                "daily=rain_sum&start_date=2020-01-01&end_date=2020-01-02 | Parameter 'start_date' is out of allowed range from 2025-12-08 to 2026-03-25",
                "hourly=rain&start_hour=2026-03-11T00:00&end_hour=2027-03-12T00:00 | Parameter 'end_hour' is out of allowed range from 2025-12-08 to 2026-03-25",
                "temporal_resolution=hourly_6 | Data corrupted at path 'temporal_resolution'. Cannot initialize ApiTemporalResolution from invalid String value hourly_6."
            })
    void refusesWishes(String query, String reason) {
        refused(TARGET + "&" + query, reason);
    }

    private void refused(String target, String reason) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        JsonNode body = JsonMapper.shared().readTree(response.body());
        assertThat(body.get("error").booleanValue()).isTrue();
        assertThat(body.get("reason").stringValue()).isEqualTo(reason);
    }

    @Test
    void refusesMoreVariablesThanAnybodyHas() {
        String names = IntStream.range(0, 1500).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        HttpResponse<String> response = vane.get(TARGET + "&hourly=" + names);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Only up to 300 variables can be requested at once");
    }

    @Test
    void refusesMoreValuesThanItWouldKeep() {
        String names = IntStream.range(0, 300).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        HttpResponse<String> response = vane.get(TARGET + "&past_days=92&forecast_days=16&hourly=" + names);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Too much data requested");
    }

    @Test
    void saysInItsOwnWayThatThereIsNoWeatherYet() {
        vane.weather = RunningVane.served(WeatherOutcomes.none());
        for (String target : List.of(TARGET, "/v1/forecast?latitude=1,2&longitude=3,4")) {
            HttpResponse<String> response = vane.get(target);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).startsWith("{\"error\":true,\"reason\":\"No source answered");
            assertThat(response.headers().firstValue("Retry-After")).contains("30");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/forecast", "/v1/air-quality", "/v1/search", "/v1/get"})
    void saysItsMethods(String path) {
        HttpResponse<String> response = vane.send("PUT", path);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(response.body()).startsWith("{\"error\":true,\"reason\":");
    }

    private static final List<String> KEYS = List.of(
            "latitude",
            "longitude",
            "elevation",
            "hourly",
            "daily",
            "current",
            "minutely_15",
            "current_weather",
            "temperature_unit",
            "windspeed_unit",
            "wind_speed_unit",
            "precipitation_unit",
            "timeformat",
            "timezone",
            "forecast_days",
            "past_days",
            "forecast_hours",
            "past_hours",
            "initial_hours",
            "forecast_minutely_15",
            "past_minutely_15",
            "start_date",
            "end_date",
            "start_hour",
            "end_hour",
            "format",
            "location_id",
            "models",
            "name",
            "count",
            "language",
            "countryCode",
            "id");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "16",
            "92",
            "368",
            "1e9",
            "1e99",
            "nan",
            "NaN",
            "-0",
            "90",
            "-180",
            "45.5,43.6",
            "1,2,3",
            ",",
            ",,,",
            "temperature_2m",
            "windspeed_10m,weathercode",
            "temperature_2m_max,sunrise,moonset",
            "is_day",
            "surface_pressure,vapour_pressure_deficit",
            "true",
            "false",
            "celsius",
            "fahrenheit",
            "mph",
            "inch",
            "auto",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "America/Los_Angeles,auto",
            "unixtime",
            "csv",
            "flatbuffers",
            "json",
            "2026-03-08",
            "2026-03-10",
            "2026-03-24",
            "2026-02-30",
            "-999999999-01-01",
            "+999999999-12-31",
            "2026-03-10T05:00",
            "2026-03-10T05:00:30.5",
            "portland",
            "\u0000",
            "\uD83C\uDF27",
            "'\"<&>\\",
            "99999999999",
            "5746545",
            "en",
            "zz-ZZ",
            "US",
            "_previous_day9",
            "x_9999hPa",
            "a_1_to_9999cm");

    @Test
    void neverBreaksOnRandomParameters() {
        long seed = new Random().nextLong();
        System.out.println("OpenMeteoErrorsTest: seed " + seed);
        Random random = new Random(seed);
        List<String> paths = List.of("/v1/forecast", "/v1/forecast", "/v1/air-quality", "/v1/search", "/v1/get");
        int served = 0;
        for (int i = 0; i < REQUESTS; i++) {
            String target = target(paths.get(random.nextInt(paths.size())), random);
            HttpResponse<String> response = vane.get(target);
            assertThat(response.statusCode()).as("seed %d: %s", seed, target).isIn(200, 400, 404);
            served += response.statusCode() == 200 ? 1 : 0;
            if (response.statusCode() != 200) {
                assertThat(response.body()).as(target).startsWith("{\"error\":true,\"reason\":\"");
            }
        }
        assertThat(served).as("some requests are right").isGreaterThan(REQUESTS / 20);
    }

    private static String target(String path, Random random) {
        String sound = random.nextInt(3) > 0 ? "latitude=45.5&longitude=-122.7&name=portland&id=5746545" : "";
        String more = random.ints(1 + random.nextInt(5), 0, KEYS.size())
                .mapToObj(key -> KEYS.get(key) + "="
                        + URLEncoder.encode(VALUES.get(random.nextInt(VALUES.size())), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + "?" + sound + "&" + more;
    }
}
