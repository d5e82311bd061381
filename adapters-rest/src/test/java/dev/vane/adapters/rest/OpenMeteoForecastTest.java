package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code /v1/forecast} as Open-Meteo has it. The samples are of Portland, seven hours behind, from 12:00Z on the 10th. */
class OpenMeteoForecastTest {

    private static final String TARGET = "/v1/forecast?latitude=45.52&longitude=-122.68";

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    @Test
    void saysWhereAndInWhichZone() {
        JsonNode body = ask("&timezone=auto");
        assertThat(body.get("latitude").doubleValue()).isEqualTo(45.52345);
        assertThat(body.get("longitude").doubleValue()).isEqualTo(-122.67621);
        assertThat(body.get("elevation").doubleValue()).isEqualTo(15);
        assertThat(body.get("utc_offset_seconds").intValue()).isEqualTo(-7 * 3600);
        assertThat(body.get("timezone").stringValue()).isEqualTo("America/Los_Angeles");
        assertThat(body.get("timezone_abbreviation").stringValue()).isEqualTo("PDT");
        assertThat(body.has("generationtime_ms")).isTrue();
        assertThat(body.has("location_id")).isFalse();
    }

    @Test
    void isInUniversalTimeIfNothingElseIsAskedFor() {
        JsonNode body = ask("&hourly=temperature_2m&daily=sunrise");
        assertThat(body.get("timezone").stringValue()).isEqualTo("GMT");
        assertThat(body.at("/hourly/time/0").stringValue()).isEqualTo("2026-03-10T00:00");
        assertThat(body.at("/hourly/time")).hasSize(7 * 24);
        assertThat(body.at("/daily/time/6").stringValue()).isEqualTo("2026-03-16");
        assertThat(body.at("/daily_units/sunrise").stringValue()).isEqualTo("iso8601");
    }

    @Test
    void beginsHoursAtMidnightOfTheZoneAndLeavesOutWhatHasPassed() {
        JsonNode body = ask("&hourly=temperature_2m,precipitation&timezone=auto&forecast_days=1");
        assertThat(body.at("/hourly/time/0").stringValue()).isEqualTo("2026-03-10T00:00");
        assertThat(body.at("/hourly/time/23").stringValue()).isEqualTo("2026-03-10T23:00");
        assertThat(body.at("/hourly/temperature_2m/4").isNull()).isTrue(); // 11:00Z, before the forecast begins
        assertThat(body.at("/hourly/temperature_2m/5").doubleValue()).isEqualTo(5.0);
        assertThat(body.at("/hourly/temperature_2m/15").doubleValue()).isEqualTo(6.0);
        assertThat(body.at("/hourly_units/temperature_2m").stringValue()).isEqualTo("°C");
        assertThat(body.at("/hourly/precipitation/5").doubleValue()).isEqualTo(0.1);
    }

    @Test
    void saysWhatItIsLikeNow() {
        JsonNode body =
                ask("&current=temperature_2m,windspeed_10m,weathercode,precipitation,is_day,cape&timezone=auto");
        JsonNode now = body.get("current");
        assertThat(now.get("time").stringValue()).isEqualTo("2026-03-10T07:20");
        assertThat(now.get("interval").intValue()).isEqualTo(900);
        assertThat(now.get("temperature_2m").doubleValue()).isEqualTo(7.2);
        assertThat(now.get("windspeed_10m").doubleValue()).isEqualTo(21.6);
        assertThat(now.get("weathercode").intValue()).isEqualTo(95);
        assertThat(now.get("precipitation").doubleValue()).isEqualTo(0.1);
        assertThat(now.get("cape").isNull()).isTrue();
        assertThat(body.at("/current_units/windspeed_10m").stringValue()).isEqualTo("km/h");
        assertThat(body.at("/current_units/cape").stringValue()).isEqualTo("J/kg");
    }

    /** Its clients look the time up among the hours. */
    @Test
    void hasTheBlockThatWasThereBefore() {
        JsonNode body = ask("&current_weather=true&hourly=temperature_2m&timezone=auto&windspeed_unit=ms");
        JsonNode now = body.get("current_weather");
        assertThat(now.get("time").stringValue()).isEqualTo("2026-03-10T07:00");
        assertThat(body.at("/hourly/time/7").stringValue()).isEqualTo("2026-03-10T07:00");
        assertThat(now.get("temperature").doubleValue()).isEqualTo(7.2);
        assertThat(now.get("windspeed").doubleValue()).isEqualTo(6.0);
        assertThat(now.get("winddirection").intValue()).isEqualTo(340);
        assertThat(now.get("weathercode").intValue()).isEqualTo(95);
        assertThat(now.get("is_day").intValue()).isBetween(0, 1);
    }

    @Test
    void takesTheHourInProgressIfNobodyHasObservedAnything() {
        PlaceWeather weather = Samples.weather(Samples.NOW);
        serve(new PlaceWeather(
                weather.place(), weather.lastModified(), Optional.empty(), weather.forecast(), weather.sources()));
        JsonNode now = ask("&current=temperature_2m").get("current");
        assertThat(now.get("time").stringValue()).isEqualTo("2026-03-10T14:00");
        assertThat(now.get("temperature_2m").doubleValue()).isEqualTo(5.2);
    }

    @ParameterizedTest
    @CsvSource({
        "temperature_unit=fahrenheit, temperature_2m, °F, 41.0",
        "wind_speed_unit=ms, wind_speed_10m, m/s, 6.0",
        "wind_speed_unit=mph, wind_speed_10m, mp/h, 13.4",
        "windspeed_unit=kn, windspeed_10m, kn, 11.7",
        "windspeed_unit=kmh, windspeed_10m, km/h, 21.6",
        "precipitation_unit=inch, precipitation, inch, 0.004",
        "precipitation_unit=mm, precipitation, mm, 0.1"
    })
    void convertsToTheUnitsAskedFor(String unit, String variable, String symbol, double value) {
        JsonNode body =
                ask("&" + unit + "&hourly=" + variable + "&start_hour=2026-03-10T12:00&end_hour=2026-03-10T12:00");
        assertThat(body.at("/hourly_units/" + variable).stringValue()).isEqualTo(symbol);
        assertThat(body.at("/hourly/" + variable)).hasSize(1);
        assertThat(body.at("/hourly/" + variable + "/0").doubleValue()).isEqualTo(value);
    }

    @Test
    void answersUnderTheNameThatWasAsked() {
        JsonNode hourly =
                ask("&hourly=relativehumidity_2m,relative_humidity_2m,dewpoint_2m,dew_point_2m&forecast_days=1")
                        .get("hourly");
        assertThat(hourly.get("relativehumidity_2m")).isEqualTo(hourly.get("relative_humidity_2m"));
        assertThat(hourly.get("dewpoint_2m")).isEqualTo(hourly.get("dew_point_2m"));
        assertThat(hourly.at("/dewpoint_2m/13").isNumber()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "soil_temperature_0cm, °C",
        "soil_moisture_3_to_9cm, m³/m³",
        "temperature_80m, °C",
        "wind_speed_500hPa, km/h",
        "cape, J/kg",
        "et0_fao_evapotranspiration, mm",
        "temperature_2m_previous_day1, °C",
        "showers, mm",
        "pm10, μg/m³",
        "flux_capacitance, undefined"
    })
    void answersWithNullsWhatItDoesNotHave(String variable, String unit) {
        JsonNode body = ask("&hourly=" + variable + ",temperature_2m&minutely_15=" + variable + "&current=" + variable);
        assertThat(body.at("/hourly_units/" + variable).stringValue()).isEqualTo(unit);
        assertThat(body.at("/hourly/" + variable)).hasSize(168).allMatch(JsonNode::isNull);
        assertThat(body.at("/minutely_15/" + variable)).hasSize(3 * 96).allMatch(JsonNode::isNull);
        assertThat(body.at("/current/" + variable).isNull()).isTrue();
    }

    @Test
    void derivesWhatFollows() {
        JsonNode hourly = ask("&hourly=surface_pressure,pressure_msl,vapour_pressure_deficit,snow_depth&elevation=500")
                .get("hourly");
        double atSea = hourly.at("/pressure_msl/12").doubleValue(); // 1040 hPa
        assertThat(hourly.at("/surface_pressure/12").doubleValue()).isBetween(atSea * 0.935, atSea * 0.945);
        assertThat(hourly.at("/vapour_pressure_deficit/12").doubleValue()).isBetween(0.1, 0.3); // 5 °C, 79 %
        assertThat(hourly.at("/snow_depth/12").doubleValue()).isEqualTo(15.0); // 1500 cm
    }

    /** Clients take it for granted that there is an elevation; the pressure at a surface that is not known is null. */
    @Test
    void hasTheElevationOfATownForWhatIsBesideIt() {
        Place beside = Samples.at(new PlaceId.Point(new Coordinates(45.55, -122.68)));
        Place far = Samples.at(new PlaceId.Point(new Coordinates(47.0, -140.0)));
        assertThat(pressureAt(beside, 15)).isBetween(1037.0, 1039.0);
        assertThat(pressureAt(far, 0)).isNaN();
    }

    private double pressureAt(Place place, double elevation) {
        PlaceWeather weather = Samples.weather(Samples.NOW);
        serve(new PlaceWeather(
                place, weather.lastModified(), weather.current(), weather.forecast(), weather.sources()));
        JsonNode body = ask("&current=surface_pressure");
        assertThat(body.get("elevation").doubleValue()).isEqualTo(elevation);
        return body.at("/current/surface_pressure").doubleValue(Double.NaN);
    }

    @Test
    void forecastsDays() {
        JsonNode body = ask("&daily=temperature_2m_max,weather_code,sunset,daylight_duration,precipitation_hours,"
                + "temperature_2m_mean,shortwave_radiation_sum,uv_index_max,soil_temperature_0_to_7cm_mean"
                + "&timezone=auto&forecast_days=3");
        JsonNode daily = body.get("daily");
        assertThat(OpenMeteoAnswers.texts(daily.get("time"))).containsExactly("2026-03-10", "2026-03-11", "2026-03-12");
        assertThat(daily.at("/temperature_2m_max/0").doubleValue()).isEqualTo(11.4);
        assertThat(daily.at("/weather_code/0").intValue()).isEqualTo(61);
        assertThat(daily.at("/sunset/0").stringValue()).startsWith("2026-03-10T19:");
        assertThat(daily.at("/daylight_duration/0").doubleValue()).isBetween(11 * 3600.0, 12 * 3600.0);
        assertThat(daily.at("/precipitation_hours/0").isNull()).isTrue(); // its first hours have passed
        assertThat(daily.at("/precipitation_hours/1").doubleValue()).isEqualTo(24.0);
        assertThat(daily.at("/temperature_2m_mean/0").isNull()).isTrue();
        // from 7:00Z, 19 hours into the samples, to 6:00Z: 6.9 to 9.2 °C, the mean of which is 8.05 °C
        assertThat(daily.at("/temperature_2m_mean/1").doubleValue()).isBetween(8.0, 8.1);
        assertThat(daily.at("/shortwave_radiation_sum/1").doubleValue()).isEqualTo(97.2); // 1125 W/m² all day long
        assertThat(daily.get("soil_temperature_0_to_7cm_mean")).hasSize(3).allMatch(JsonNode::isNull);
        assertThat(body.at("/daily_units/shortwave_radiation_sum").stringValue())
                .isEqualTo("MJ/m²");
    }

    @Test
    void answersForSeveralPlacesWithAList() {
        JsonNode list = OpenMeteoAnswers.read(vane.get("/v1/forecast?latitude=45.5,43.7&longitude=-122.7,-70.3"
                + "&hourly=temperature_2m&timezone=auto,Europe/Berlin&elevation=10,20"));
        assertThat(list.isArray()).isTrue();
        assertThat(list).hasSize(2);
        assertThat(list.get(0).has("location_id")).isFalse();
        assertThat(list.get(1).get("location_id").intValue()).isEqualTo(1);
        assertThat(list.get(1).get("timezone").stringValue()).isEqualTo("Europe/Berlin");
        assertThat(list.get(1).get("elevation").doubleValue()).isEqualTo(20);
        assertThat(list.get(1).at("/hourly/temperature_2m")).hasSize(168);
    }

    @Test
    void takesAListAlsoAsOneParameterForEachItem() {
        JsonNode body = ask("&hourly=temperature_2m&hourly=rain");
        assertThat(body.get("hourly").has("rain")).isTrue();
        assertThat(body.get("hourly").has("temperature_2m")).isTrue();
    }

    @Test
    void writesCsv() {
        HttpResponse<String> response =
                vane.get(TARGET + "&current=temperature_2m&hourly=temperature_2m,cape&daily=sunrise&format=csv");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        List<String> lines = response.body().lines().toList();
        assertThat(lines)
                .startsWith(
                        "latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation",
                        "45.52345,-122.67621,15.0,0,GMT,GMT",
                        "",
                        "time,temperature_2m (°C)",
                        "2026-03-10T14:20,7.2",
                        "",
                        "time,temperature_2m (°C),cape (J/kg)",
                        "2026-03-10T00:00,NaN,NaN")
                .contains("2026-03-10T12:00,5.0,NaN", "time,sunrise (iso8601)");
    }

    @Test
    void writesCsvOfSeveralPlaces() {
        List<String> lines = vane.get("/v1/forecast?latitude=1,2&longitude=3,4&hourly=rain&forecast_hours=1&format=csv")
                .body()
                .lines()
                .toList();
        assertThat(lines.getFirst()).startsWith("location_id,latitude");
        assertThat(lines).anyMatch(line -> line.startsWith("0,2026-03-10T14:00,"));
        assertThat(lines).anyMatch(line -> line.startsWith("1,2026-03-10T14:00,"));
    }

    @Test
    void hasNothingOfTheAirButNulls() {
        JsonNode body = OpenMeteoAnswers.read(vane.get(
                "/v1/air-quality?latitude=52.5&longitude=13.4&hourly=pm10,pm2_5,us_aqi,european_aqi,alder_pollen"
                        + "&current=us_aqi&domains=auto&timezone=auto"));
        assertThat(body.at("/hourly/time")).hasSize(120);
        for (String variable : List.of("pm10", "pm2_5", "us_aqi", "european_aqi", "alder_pollen")) {
            assertThat(body.at("/hourly/" + variable)).hasSize(120).allMatch(JsonNode::isNull);
        }
        assertThat(body.at("/hourly_units/pm2_5").stringValue()).isEqualTo("μg/m³");
        assertThat(body.at("/hourly_units/us_aqi").stringValue()).isEqualTo("USAQI");
        assertThat(body.at("/current/us_aqi").isNull()).isTrue();
        assertThat(vane.reads).as("weather is not asked for").hasValue(0);
    }

    @Test
    void standsUnchangedWhileTheDataAndTheHourDo() {
        String target = TARGET + "&hourly=temperature_2m&current=temperature_2m";
        HttpResponse<String> before = vane.get(target);
        vane.now = Instant.parse("2026-03-10T14:59:59Z");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(vane.get(target, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(before.headers().firstValue("Cache-Control")).contains("max-age=930");
        assertThat(vane.get(target, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void keepsWhatIsOfSeveralPlacesNoLongerThanTheFirstOfThem() {
        HttpResponse<String> both = vane.get("/v1/forecast?latitude=1,2&longitude=3,4&hourly=rain");
        assertThat(both.headers().firstValue("Cache-Control")).contains("max-age=930");
        String tag = both.headers().firstValue("ETag").orElseThrow();
        assertThat(vane.get("/v1/forecast?latitude=1,2&longitude=3,4&hourly=rain", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    /** A document is remembered by what it was made for: none may be taken for another one's. */
    @Test
    void mistakesNoDocumentForAnother() {
        List<String> wishes = List.of(
                "&hourly=rain&forecast_hours=2",
                "&daily=rain&forecast_hours=2",
                "&minutely_15=rain&forecast_minutely_15=2",
                "&current=rain",
                "&current_weather=true",
                "&hourly=rain&forecast_hours=3",
                "&hourly=rain&forecast_hours=2&timeformat=unixtime",
                "&hourly=rain&forecast_hours=2&timezone=auto",
                "&hourly=rain&forecast_hours=2&elevation=99",
                "&hourly=rain&forecast_hours=2&format=csv",
                "&hourly=rain&forecast_hours=2&precipitation_unit=inch",
                "&hourly=rain,snowfall&forecast_hours=2",
                "&hourly=snowfall,rain&forecast_hours=2");
        assertThat(wishes.stream().map(wish -> vane.get(TARGET + wish).body()).distinct())
                .hasSameSizeAs(wishes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apikey=abc",
                "models=icon_seamless,gfs_seamless",
                "cell_selection=sea",
                "tilt=30&azimuth=5",
                "_=1"
            })
    void passesOverWhatChangesNothing(String parameter) {
        assertThat(ask("&hourly=temperature_2m&" + parameter)).isEqualTo(ask("&hourly=temperature_2m"));
    }

    private JsonNode ask(String parameters) {
        return OpenMeteoAnswers.read(vane.get(TARGET + parameters));
    }

    private void serve(PlaceWeather weather) {
        vane.weather = RunningVane.served(new WeatherOutcome.Served(weather));
    }
}
