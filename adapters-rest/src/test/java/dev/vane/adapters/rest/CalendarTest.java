package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.IssuedAlert;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.application.api.WeatherOutcome;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private static final String TARGET = "/calendar.ics?place=5746545";

    /** The hour in progress; 7:00 in Portland. */
    private static final Instant HOUR = Instant.parse("2026-03-10T14:00:00Z");

    private RunningVane vane;

    @BeforeEach
    void start() {
        vane = RunningVane.start();
        forecast(hour -> 10, hour -> 0);
    }

    @AfterEach
    void stop() {
        vane.close();
    }

    private void serve(PlaceWeather weather) {
        vane.weather = RunningVane.served(new WeatherOutcome.Served(weather));
    }

    /** Serves 48 hours from the one in progress on. */
    private void forecast(IntToDoubleFunction temperature, IntToDoubleFunction rain) {
        serve(weather(Samples.PORTLAND, temperature, rain));
    }

    private static PlaceWeather weather(Place place, IntToDoubleFunction temperature, IntToDoubleFunction rain) {
        List<Sourced<ForecastStep, Variable>> steps = IntStream.range(0, 48)
                .mapToObj(hour -> new ForecastStep(
                        HOUR.plus(Duration.ofHours(hour)),
                        Duration.ofHours(1),
                        new Conditions(
                                Sky.of(Condition.RAIN, Sky.Intensity.LIGHT),
                                Values.of(Variable.class)
                                        .set(Variable.TEMPERATURE, temperature.applyAsDouble(hour))
                                        .set(Variable.PRECIPITATION, rain.applyAsDouble(hour))
                                        .set(Variable.PRECIPITATION_PROBABILITY, Math.min(100, 60 + hour))
                                        .build())))
                .map(step -> Sourced.<ForecastStep, Variable>wholly(Samples.SOURCE.id(), step))
                .toList();
        return new PlaceWeather(
                place,
                Samples.NOW,
                Optional.empty(),
                Optional.of(new Forecast(Samples.SOURCE.id(), steps, List.of())),
                List.of(Samples.fresh(Samples.NOW)));
    }

    private String body(String more) {
        HttpResponse<String> response = vane.get(TARGET + more);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** A body as its reader has it, without the folds. */
    private String unfolded(String more) {
        return body(more).replace("\r\n ", "");
    }

    @Test
    void saysANightWithFrostFromItsFirstColdHourToItsLast() {
        forecast(hour -> hour >= 18 && hour < 24 ? -hour / 8.0 : 5, hour -> 0);
        assertThat(unfolded(""))
                .contains(String.join(
                        "\r\n",
                        "BEGIN:VEVENT",
                        "UID:frost-2026-03-10-5746545@vane",
                        "DTSTAMP:20260310T142000Z",
                        "LAST-MODIFIED:20260310T142000Z",
                        "DTSTART:20260311T080000Z",
                        "DTEND:20260311T140000Z",
                        "SUMMARY:Frost: -3 °C",
                        "DESCRIPTION:Source: open-meteo",
                        "LOCATION:Portland\\, Oregon\\, United States",
                        "GEO:45.52345;-122.67621",
                        ""))
                .doesNotContain("UID:rain");
    }

    @Test
    void countsAFrostToTheNightOfItsEvening() {
        forecast(
                hour -> -1,
                hour -> 0); // from 7:00 on: the rest of one night, a whole one, and the beginning of a third
        assertThat(unfolded(""))
                .contains("UID:frost-2026-03-09-", "UID:frost-2026-03-10-", "UID:frost-2026-03-11-")
                .contains("DTSTART:20260310T140000Z\r\nDTEND:20260310T190000Z")
                .contains("DTSTART:20260310T190000Z\r\nDTEND:20260311T190000Z");
    }

    @Test
    void takesTheThresholdOfWhoAsks() {
        forecast(hour -> hour == 20 ? 2.5 : 9, hour -> 0);
        assertThat(body("")).doesNotContain("UID:frost");
        assertThat(body("&frost=2.5")).contains("SUMMARY:Frost: 3 °C");
        assertThat(body("&frost=2.4")).doesNotContain("UID:frost");
        assertThat(body("&frost=2.5&units=imperial")).contains("SUMMARY:Frost: 37 °F");
        assertThat(body("&frost=2.5&lang=fr")).contains("SUMMARY:Gel: 3 °C");
    }

    @Test
    void saysRainAsATimeWithItsAmountAndPassesOverAShortPause() {
        forecast(hour -> 10, hour -> List.of(3, 4, 6).contains(hour) ? 1.2 : 0);
        assertThat(unfolded(""))
                .contains(String.join(
                        "\r\n",
                        "UID:rain-2026-03-10-2-5746545@vane",
                        "DTSTAMP:20260310T142000Z",
                        "LAST-MODIFIED:20260310T142000Z",
                        "DTSTART:20260310T160000Z",
                        "DTEND:20260310T200000Z",
                        "SUMMARY:Light rain: 3.6 mm",
                        "DESCRIPTION:Precipitation: 3.6 mm\\nChance: 66 %\\nSource: open-meteo",
                        ""))
                .containsOnlyOnce("BEGIN:VEVENT");
    }

    @Test
    void keepsTwoRainsOfAQuarterOfADayApart() {
        forecast(hour -> 10, hour -> hour == 6 || hour == 9 ? 1 : 0);
        assertThat(unfolded("")).contains("UID:rain-2026-03-10-3-5746545@vane", "UID:rain-2026-03-10-3-2-5746545@vane");
    }

    @Test
    void keepsTheNameOfARainThatANewerForecastMovesByAnHour() {
        forecast(hour -> 10, hour -> hour >= 7 && hour < 10 ? 1 : 0);
        assertThat(body("")).contains("UID:rain-2026-03-10-3-5746545@vane", "DTSTART:20260310T200000Z");
        forecast(hour -> 10, hour -> hour >= 8 && hour < 10 ? 1 : 0);
        assertThat(body("")).contains("UID:rain-2026-03-10-3-5746545@vane", "DTSTART:20260310T210000Z");
    }

    @Test
    void takesDrizzleForNothing() {
        forecast(hour -> 10, hour -> 0.4);
        assertThat(body("")).doesNotContain("VEVENT");
        assertThat(body("&rain=0.4")).containsOnlyOnce("BEGIN:VEVENT");
    }

    @Test
    void leavesOutWhatIsOver() {
        forecast(hour -> 10, hour -> hour < 3 ? 2 : 0);
        assertThat(body("")).contains("VEVENT");
        vane.now = HOUR.plus(Duration.ofHours(3));
        assertThat(body("")).doesNotContain("VEVENT");
    }

    @Test
    void saysWarningsWithAllTheirWords() {
        PlaceWeather weather = weather(Samples.PORTLAND, hour -> 10, hour -> 0);
        serve(weather.withAlerts(List.of(
                new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.of(HOUR.plus(Duration.ofHours(9))))))));
        assertThat(unfolded(""))
                .containsPattern("UID:alert-[0-9a-f-]{36}@vane\r\n")
                .contains("DTSTART:20260309T212000Z\r\nDTEND:20260310T230000Z\r\nSUMMARY:Winter Storm Warning\r\n")
                .contains("DESCRIPTION:Winter Storm Warning until evening\\n\\nHeavy snow.\\n\\nStay at home.\\n\\n")
                .contains("STATUS:CONFIRMED");
    }

    @Test
    void saysNoEndOfAWarningWhereNobodyDid() {
        serve(weather(Samples.PORTLAND, hour -> 10, hour -> 0)
                .withAlerts(List.of(new IssuedAlert(Samples.SOURCE.id(), Samples.alert(Optional.empty())))));
        assertThat(body("")).contains("UID:alert-").doesNotContain("DTEND");
    }

    @Test
    void letsNothingThatASourceSaysBecomeALineOfItsOwn() {
        Alert alert = Samples.alert(Optional.empty());
        serve(weather(Samples.PORTLAND, hour -> 10, hour -> 0)
                .withAlerts(List.of(new IssuedAlert(
                        Samples.SOURCE.id(),
                        new Alert(
                                alert.id(),
                                "Storm\r\nEND:VEVENT\rATTENDEE:x\u2028y\u0000, a;b\\c",
                                alert.gravity(),
                                alert.validity(),
                                alert.message(),
                                alert.area(),
                                alert.sender())))));
        assertThat(unfolded(""))
                .contains("\r\nSUMMARY:Storm\\nEND:VEVENT\\nATTENDEE:x\\ny \\, a\\;b\\\\c\r\n")
                .doesNotContain("\r\nATTENDEE");
    }

    @Test
    void foldsLinesAtSeventyFiveOctetsAndNeverWithinACharacter() {
        Place place = new Place(
                Samples.PORTLAND.id(),
                "Ünterößlingen 雪の町 \uD83C\uDF28".repeat(6),
                Samples.PORTLAND.region(),
                Samples.PORTLAND.coordinates(),
                Samples.PORTLAND.elevation(),
                Samples.PORTLAND.zone(),
                0);
        serve(weather(place, hour -> -1, hour -> 1));
        String body = body("");
        assertThat(body).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD", "?");
        for (String line : body.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n", "\r");
        }
        assertThat(unfolded("")).contains("LOCATION:" + place.name() + "\\, Oregon");
    }

    @Test
    void holdsAComponentEvenIfNothingIsAhead() {
        assertThat(body("")).contains("BEGIN:VTIMEZONE\r\nTZID:Etc/UTC").doesNotContain("VEVENT");
    }

    @Test
    void standsAsLongAsTheWeatherDoes() {
        forecast(hour -> -1, hour -> 1);
        HttpResponse<String> before = vane.get(TARGET);
        vane.now = Instant.parse("2026-03-10T14:30:00Z");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(vane.get(TARGET, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(before.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
    }

    @Test
    void holdsTheKindsAskedForAlone() {
        forecast(hour -> -1, hour -> 1);
        assertThat(body("&include=rain")).contains("UID:rain").doesNotContain("UID:frost");
        assertThat(body("&include=frost,alerts")).contains("UID:frost").doesNotContain("UID:rain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /calendar.ics                            | 400 | is missing
        /calendar.ics?place=5746545&q=Portland   | 400 | another way
        /calendar.ics?lat=45.5                   | 400 | is missing
        /calendar.ics?place=abc                  | 400 | neither
        /calendar.ics?place=99                   | 404 | unknown-place
        /calendar.ics?place=5746545&frost=cold   | 400 | is 'cold', not a decimal number from -60.0 to 40.0
        /calendar.ics?place=5746545&frost=41     | 400 | is 41, not
        /calendar.ics?place=5746545&rain=0       | 400 | not a decimal number from 0.1
        /calendar.ics?place=5746545&rain=NaN     | 400 | 'NaN'
        /calendar.ics?place=5746545&include=snow | 400 | none of frost, rain, alerts
        /calendar.ics?place=5746545&units=mega   | 400 | none of metric
        /calendar.ics?place=5746545&lang=%00     | 400 | language tag
        /calendar.ics?place=5746545&METHOD=x     | 400 | is not a parameter here
        """)
    void refusesWhatItDoesNotUnderstand(String target, int status, String words) {
        HttpResponse<String> response = vane.get(target);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(words);
    }

    @Test
    void refusesAClientThatTakesNoCalendar() {
        assertThat(vane.get(TARGET, "Accept", "image/png").statusCode()).isEqualTo(406);
    }
}
