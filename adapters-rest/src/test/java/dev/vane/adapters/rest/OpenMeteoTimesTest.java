package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The times of {@code /v1/forecast}: zones, spans, and days on which clocks are changed. */
class OpenMeteoTimesTest {

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

    @ParameterizedTest
    @CsvSource({
        "past_days=2, 2026-03-08T00:00, 216",
        "past_days=1&forecast_days=1, 2026-03-09T00:00, 48",
        "forecast_days=0, '', 0",
        "forecast_hours=6, 2026-03-10T14:00, 6",
        "forecast_hours=6&past_hours=3, 2026-03-10T11:00, 9",
        "forecast_hours=6&initial_hours=0, 2026-03-10T00:00, 6",
        "start_date=2026-03-11&end_date=2026-03-12, 2026-03-11T00:00, 48",
        "start_hour=2026-03-11T05:00&end_hour=2026-03-11T08:00, 2026-03-11T05:00, 4"
    })
    void isOfTheTimeAskedFor(String span, String first, int count) {
        JsonNode times = ask("&hourly=temperature_2m&" + span).at("/hourly/time");
        assertThat(times).hasSize(count);
        if (count > 0) {
            assertThat(times.get(0).stringValue()).isEqualTo(first);
        }
    }

    /** One offset holds for all of an answer, as with Open-Meteo: clients take it off each time. */
    @Test
    void keepsOneOffsetAcrossAChangeOfClocks() {
        vane.now = Instant.parse("2026-03-07T20:00:00Z"); // clocks go forward in Portland on the 8th
        JsonNode body = ask("&hourly=temperature_2m&daily=sunrise,daylight_duration&timezone=auto&forecast_days=4");
        assertThat(body.get("utc_offset_seconds").intValue()).isEqualTo(-8 * 3600);
        assertThat(body.at("/hourly/time")).hasSize(96);
        assertThat(body.at("/hourly/time/24").stringValue()).isEqualTo("2026-03-08T00:00");
        assertThat(body.at("/hourly/time/48").stringValue()).isEqualTo("2026-03-09T00:00");
        // 12:00Z on the 10th is 4:00 eight hours behind
        assertThat(body.at("/hourly/temperature_2m/75").isNull()).isTrue();
        assertThat(body.at("/hourly/temperature_2m/76").doubleValue()).isEqualTo(5.0);
        assertThat(OpenMeteoAnswers.texts(body.at("/daily/time"))).hasSize(4).doesNotHaveDuplicates();
        assertThat(body.at("/daily/sunrise/3").stringValue()).startsWith("2026-03-10T06:");
    }

    /** Days of 23 and of 25 hours are put together from all of their hours. */
    @ParameterizedTest
    @CsvSource({"2026-03-08, 23", "2026-11-01, 25", "2026-03-10, 24"})
    void countsTheHoursOfADayInWhichClocksAreChanged(String date, int hours) {
        vane.now = Instant.parse(date + "T20:00:00Z");
        serve(Samples.hourlyFrom(Instant.parse(date + "T00:00:00Z")));
        JsonNode body = ask("&daily=precipitation_hours&timezone=auto&forecast_days=1");
        assertThat(body.at("/daily/precipitation_hours/0").intValue()).isEqualTo(hours);
    }

    @Test
    void takesTheNearestHourWhereClocksAreThreeQuartersOff() {
        serve(at("Asia/Kathmandu"));
        JsonNode body =
                ask("&hourly=temperature_2m&current_weather=true&timezone=auto&timeformat=unixtime&forecast_days=1");
        assertThat(body.get("utc_offset_seconds").intValue()).isEqualTo(20_700);
        assertThat(body.at("/hourly/time/0").longValue()).isEqualTo(seconds("2026-03-09T18:15:00Z"));
        assertThat(body.at("/hourly/time/18").longValue()).isEqualTo(seconds("2026-03-10T12:15:00Z"));
        assertThat(body.at("/hourly/temperature_2m/17").isNull()).isTrue();
        assertThat(body.at("/hourly/temperature_2m/18").doubleValue()).isEqualTo(5.0);
        assertThat(body.at("/current_weather/time").longValue()).isEqualTo(seconds("2026-03-10T14:15:00Z"));
    }

    private static PlaceWeather at(String zone) {
        PlaceWeather weather = Samples.weather(Samples.NOW);
        Place place = new Place(
                new PlaceId.Point(new Coordinates(27.7, 85.3)),
                "Near",
                weather.place().region(),
                new Coordinates(27.7, 85.3),
                OptionalInt.empty(),
                ZoneId.of(zone),
                0);
        return new PlaceWeather(
                place, weather.lastModified(), weather.current(), weather.forecast(), weather.sources());
    }

    @Test
    void writesTimesInSeconds() {
        JsonNode body = ask("&hourly=is_day&daily=sunrise&current=temperature_2m&timezone=auto&timeformat=unixtime");
        assertThat(body.at("/hourly/time/0").longValue()).isEqualTo(seconds("2026-03-10T07:00:00Z"));
        assertThat(body.at("/daily/time/0").longValue()).isEqualTo(seconds("2026-03-10T07:00:00Z"));
        assertThat(body.at("/daily/sunrise/0").longValue())
                .isBetween(seconds("2026-03-10T14:00:00Z"), seconds("2026-03-10T15:00:00Z"));
        assertThat(body.at("/current/time").longValue()).isEqualTo(seconds("2026-03-10T14:20:00Z"));
        assertThat(body.at("/daily_units/sunrise").stringValue()).isEqualTo("unixtime");
    }

    private static long seconds(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    private JsonNode ask(String parameters) {
        return OpenMeteoAnswers.read(vane.get(TARGET + parameters));
    }

    private void serve(PlaceWeather weather) {
        vane.weather = RunningVane.served(new WeatherOutcome.Served(weather));
    }
}
