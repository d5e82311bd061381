package dev.vane.adapters.sources;

import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.http.Secret;
import dev.vane.adapters.sources.metnorway.MetNorwayRecordings;
import dev.vane.adapters.sources.nws.NwsRecordings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoClient;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSettings;
import dev.vane.adapters.sources.openmeteo.OpenMeteoSource;
import dev.vane.adapters.sources.openweather.OpenWeatherRecordings;
import dev.vane.adapters.sources.openweather.OpenWeatherSettings;
import dev.vane.adapters.sources.openweather.OpenWeatherSource;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads every recorded answer of MET Norway, the US National Weather Service, Open-Meteo and OpenWeather in the shared
 * folder, where there is one, and holds what comes
 * out against values that were worked out by hand. A file without expectations fails.
 */
class RecordingsConformanceTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Consumer<Path>> expectations = Map.ofEntries(
            entry("metno/locationforecast_mm.json", MetNorwayRecordings::oslo),
            entry("open-meteo/forecast_current_mm.json", this::newYork),
            entry("open-meteo/DERIVED_forecast_trailing_nulls.json", this::newYorkWithTrailingNulls),
            entry("open-meteo/error_429_minutely.json", this::openMeteoQuota),
            entry("open-meteo/error_invalid_daily_variable_400.json", this::openMeteoRejects),
            entry("open-meteo/geocoding_hollywood_omruby.json", this::noForecast),
            entry("openweathermap/current_mm.json", this::munich),
            entry("openweathermap/current_munich_small_mm.json", this::munichInSleet),
            entry("openweathermap/dblock_weather_weather_id.json", this::londonInKelvin),
            entry("openweathermap/dblock_weather_weather_lat_lon.json", this::londonLaterInKelvin),
            entry("openweathermap/dblock_weather_weather_id_fr_metric.json", this::moscowMetric),
            entry("openweathermap/dblock_weather_weather_id_ru_imperial.json", this::moscowImperial),
            entry("openweathermap/dblock_forecast_five_day.json", this::londonFiveDays),
            entry("openweathermap/dblock_one_call_lat_lon.json", this::scottsdaleOneCall),
            entry("openweathermap/onecall_daily_mm.json", this::munichDays),
            entry("openweathermap/onecall_hourly_mm.json", this::warmHours),
            entry(
                    "openweathermap/dblock_errors_access_denied.json",
                    file -> openWeatherRefuses(file, 401, Reason.UNAUTHORIZED)),
            entry(
                    "openweathermap/error_400_nothing_to_geocode.json",
                    file -> openWeatherRefuses(file, 400, Reason.REJECTED)),
            entry(
                    "openweathermap/error_404_city_not_found.json",
                    file -> openWeatherRefuses(file, 404, Reason.NOT_COVERED)),
            entry("openweathermap/error_429.json", file -> openWeatherRefuses(file, 429, Reason.RATE_LIMITED)));

    @TestFactory
    Stream<DynamicTest> decodesEveryRecordingToTheValuesWorkedOutByHand() throws IOException {
        Optional<Path> recordings = SharedFolder.find("recordings");
        if (recordings.isEmpty()) {
            return Stream.empty();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(recordings.get())) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of("open", "metno/", "nws/").anyMatch(name(file)::startsWith))
                    .sorted()
                    .toList();
        }
        SharedFolder.report("RecordingsConformanceTest reads " + files.size() + " files of providers");
        assertThat(files).hasSizeGreaterThanOrEqualTo(expectations.size() + NwsRecordings.EXPECTATIONS.size());
        return files.stream().map(file -> dynamicTest(name(file), () -> check(file)));
    }

    private void check(Path file) {
        Consumer<Path> expectation = expectations.getOrDefault(name(file), NwsRecordings.EXPECTATIONS.get(name(file)));
        if (expectation == null) {
            fail("there are no expectations for " + name(file));
        } else {
            expectation.accept(file);
        }
    }

    private static String name(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    private void newYork(Path file) {
        SourceReport report = report(askOpenMeteo(StubAnswer.file(file)));
        newYorkNow(report.current().orElseThrow());
        List<ForecastStep> steps = hourly(report);
        assertThat(steps).hasSize(168);
        step(steps.getFirst(), "2026-02-06T05:00:00Z", HOUR, Sky.of(Condition.CLEAR));
        values(steps.getFirst().conditions(), Variable.TEMPERATURE, -7.1, Variable.WIND_SPEED, 1.194444);
        step(steps.get(28), "2026-02-07T09:00:00Z", HOUR, Sky.of(Condition.SNOW, Intensity.LIGHT));
        values(steps.get(28).conditions(), Variable.PRECIPITATION, 0.1, Variable.TEMPERATURE, -5.8);
        step(steps.getLast(), "2026-02-13T04:00:00Z", HOUR, Sky.of(Condition.PARTLY_CLOUDY));
        values(steps.getLast().conditions(), Variable.TEMPERATURE, -5.3, Variable.WIND_SPEED, 5.027778);
        assertThat(sum(steps, Variable.PRECIPITATION)).isCloseTo(3.0, within(1e-9));
        newYorkDays(daily(report));
    }

    private static void newYorkNow(Observation now) {
        assertThat(now.validTime()).isEqualTo(Instant.parse("2026-02-06T21:30:00Z"));
        assertThat(now.period()).isEqualTo(Duration.ZERO);
        assertThat(now.conditions().sky()).isEqualTo(Sky.of(Condition.OVERCAST));
        values(now.conditions(), Variable.TEMPERATURE, -1.4, Variable.RELATIVE_HUMIDITY, 60);
        values(now.conditions(), Variable.WIND_SPEED, 1.333333, Variable.WIND_DIRECTION, 138);
        assertThat(now.conditions().values().known()).hasSize(4);
    }

    private static void newYorkDays(List<DailyForecast> days) {
        assertThat(days).hasSize(7);
        day(days.getFirst(), "2026-02-06", Sky.of(Condition.OVERCAST), -0.2, -9.2);
        day(days.get(1), "2026-02-07", Sky.of(Condition.SNOW, Intensity.LIGHT), -5.3, -17.7);
        assertThat(value(days.get(1), DailyVariable.PRECIPITATION_SUM)).isEqualTo(0.4);
        assertThat(value(days.get(5), DailyVariable.PRECIPITATION_SUM)).isEqualTo(2.6);
        day(days.getLast(), "2026-02-12", Sky.of(Condition.OVERCAST), 0.0, -5.3);
    }

    private void newYorkWithTrailingNulls(Path file) {
        SourceReport report = report(askOpenMeteo(StubAnswer.file(file)));
        newYorkNow(report.current().orElseThrow());
        List<ForecastStep> steps = hourly(report);
        assertThat(steps).hasSize(165);
        step(steps.getLast(), "2026-02-13T01:00:00Z", HOUR, Sky.of(Condition.OVERCAST));
        values(steps.getLast().conditions(), Variable.TEMPERATURE, -4.0, Variable.WIND_SPEED, 4.833333);
        newYorkDays(daily(report));
    }

    private void openMeteoQuota(Path file) {
        SourceReply.Failed failed = failure(askOpenMeteo(StubAnswer.file(file).withStatus(429)));
        assertThat(failed.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failed.detail()).contains("429", "Minutely API request limit exceeded");
        assertThat(failed.retryAfter()).contains(Duration.ofMinutes(1));
    }

    private void openMeteoRejects(Path file) {
        SourceReply.Failed failed = failure(askOpenMeteo(StubAnswer.file(file).withStatus(400)));
        assertThat(failed.reason()).isEqualTo(Reason.REJECTED);
        assertThat(failed.detail()).contains("400", "invalid String value uv_index");
        assertThat(failed.retryAfter()).isEmpty();
    }

    private void noForecast(Path file) {
        SourceReply.Failed failed = failure(askOpenMeteo(StubAnswer.file(file)));
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail()).contains("none of current, hourly and daily, so it is no forecast");
    }

    private void munich(Path file) {
        Observation now = OpenWeatherRecordings.current(text(file), "metric");
        observation(now, "2025-04-09T12:00:00Z", Sky.of(Condition.OVERCAST));
        values(now.conditions(), Variable.TEMPERATURE, -0.27, Variable.APPARENT_TEMPERATURE, -3.9);
        values(now.conditions(), Variable.PRESSURE_MSL, 1018, Variable.RELATIVE_HUMIDITY, 54);
        values(now.conditions(), Variable.WIND_SPEED, 3.09, Variable.WIND_DIRECTION, 220);
        values(now.conditions(), Variable.VISIBILITY, 10_000, Variable.CLOUD_COVER, 100);
        values(now.conditions(), Variable.PRECIPITATION, 0, Variable.SNOWFALL, 0);
        assertThat(now.conditions().values().has(Variable.WIND_GUST)).isFalse();
    }

    private void munichInSleet(Path file) {
        Observation now = OpenWeatherRecordings.current(text(file), "metric");
        observation(now, "2019-01-13T13:50:00Z", Sky.of(Condition.SLEET, Intensity.LIGHT));
        values(now.conditions(), Variable.TEMPERATURE, 1.49, Variable.RELATIVE_HUMIDITY, 93.7);
        values(now.conditions(), Variable.WIND_SPEED, 11.8, Variable.PRESSURE_MSL, 1005);
        values(now.conditions(), Variable.VISIBILITY, 7000, Variable.CLOUD_COVER, 75);
        assertThat(now.conditions().values().has(Variable.APPARENT_TEMPERATURE)).isFalse();
    }

    private void londonInKelvin(Path file) {
        Observation now = OpenWeatherRecordings.current(text(file), "standard");
        observation(now, "2020-04-28T04:22:28Z", Sky.of(Condition.RAIN, Intensity.MODERATE));
        values(now.conditions(), Variable.TEMPERATURE, 8.72, Variable.APPARENT_TEMPERATURE, 3.96);
        values(now.conditions(), Variable.RAIN, 1.27, Variable.PRECIPITATION, 1.27);
        values(now.conditions(), Variable.VISIBILITY, 8000, Variable.WIND_SPEED, 5.7);
    }

    private void londonLaterInKelvin(Path file) {
        Observation now = OpenWeatherRecordings.current(text(file), "standard");
        observation(now, "2020-04-28T04:37:45Z", Sky.of(Condition.RAIN, Intensity.MODERATE));
        values(now.conditions(), Variable.TEMPERATURE, 8.93, Variable.APPARENT_TEMPERATURE, 4.22);
        values(now.conditions(), Variable.RAIN, 1.52, Variable.PRECIPITATION, 1.52);
        values(now.conditions(), Variable.WIND_DIRECTION, 90, Variable.CLOUD_COVER, 75);
    }

    private void moscowMetric(Path file) {
        Observation now = OpenWeatherRecordings.current(text(file), "metric");
        observation(now, "2020-05-17T12:13:42Z", Sky.of(Condition.RAIN_SHOWERS, Intensity.LIGHT));
        values(now.conditions(), Variable.TEMPERATURE, 13.67, Variable.APPARENT_TEMPERATURE, 5.79);
        values(now.conditions(), Variable.WIND_SPEED, 9, Variable.WIND_DIRECTION, 260);
        values(now.conditions(), Variable.RELATIVE_HUMIDITY, 47, Variable.CLOUD_COVER, 40);
    }

    private void moscowImperial(Path file) {
        Observation now = OpenWeatherRecordings.current(text(file), "imperial");
        observation(now, "2020-05-01T13:16:46Z", Sky.of(Condition.CLEAR));
        values(now.conditions(), Variable.TEMPERATURE, 12.0, Variable.APPARENT_TEMPERATURE, 7.15);
        values(now.conditions(), Variable.WIND_SPEED, 2.9996384, Variable.PRESSURE_MSL, 1014);
        values(now.conditions(), Variable.CLOUD_COVER, 0, Variable.RELATIVE_HUMIDITY, 27);
    }

    private void londonFiveDays(Path file) {
        Duration threeHours = Duration.ofHours(3);
        List<ForecastStep> steps = OpenWeatherRecordings.forecast(text(file), "standard");
        assertThat(steps).hasSize(40);
        step(steps.getFirst(), "2025-03-20T21:00:00Z", threeHours, Sky.of(Condition.PARTLY_CLOUDY));
        values(steps.getFirst().conditions(), Variable.TEMPERATURE, 14.87, Variable.WIND_GUST, 9.8);
        values(steps.getFirst().conditions(), Variable.PRECIPITATION, 0, Variable.PRECIPITATION_PROBABILITY, 0);
        step(steps.get(8), "2025-03-21T21:00:00Z", threeHours, Sky.of(Condition.RAIN, Intensity.LIGHT));
        values(steps.get(8).conditions(), Variable.RAIN, 0.32, Variable.PRECIPITATION_PROBABILITY, 57);
        values(steps.get(9).conditions(), Variable.VISIBILITY, 9672, Variable.PRESSURE_MSL, 1001);
        step(steps.get(10), "2025-03-22T03:00:00Z", threeHours, Sky.of(Condition.RAIN, Intensity.MODERATE));
        step(steps.getLast(), "2025-03-25T18:00:00Z", threeHours, Sky.of(Condition.MOSTLY_CLOUDY));
        values(steps.getLast().conditions(), Variable.TEMPERATURE, 11.85, Variable.WIND_DIRECTION, 326);
        assertThat(sum(steps, Variable.PRECIPITATION)).isCloseTo(7.96, within(1e-9));
    }

    private void scottsdaleOneCall(Path file) {
        SourceReport report = report(OpenWeatherRecordings.oneCall(text(file), "standard", "America/Phoenix"));
        Observation now = report.current().orElseThrow();
        observation(now, "2023-12-31T23:20:20Z", Sky.of(Condition.CLEAR));
        values(now.conditions(), Variable.TEMPERATURE, 16.05, Variable.DEW_POINT, 5.05);
        values(now.conditions(), Variable.UV_INDEX, 0.4, Variable.WIND_SPEED, 2.06);
        assertThat(hourly(report)).hasSize(48);
        step(hourly(report).getFirst(), "2023-12-31T23:00:00Z", HOUR, Sky.of(Condition.CLEAR));
        values(hourly(report).getFirst().conditions(), Variable.WIND_GUST, 0.49, Variable.PRECIPITATION, 0);
        step(hourly(report).getLast(), "2024-01-02T22:00:00Z", HOUR, Sky.of(Condition.CLEAR));
        values(hourly(report).getLast().conditions(), Variable.TEMPERATURE, 15.98, Variable.UV_INDEX, 1.37);
        List<DailyForecast> days = daily(report);
        assertThat(days).hasSize(8);
        day(days.getFirst(), "2023-12-31", Sky.of(Condition.PARTLY_CLOUDY), 16.05, 10.94);
        assertThat(value(days.getFirst(), DailyVariable.WIND_GUST_MAX)).isEqualTo(3.82);
        day(days.getLast(), "2024-01-07", Sky.of(Condition.RAIN, Intensity.MODERATE), 11.01, 5.82);
        assertThat(value(days.getLast(), DailyVariable.RAIN_SUM)).isEqualTo(21.87);
        assertThat(value(days.getLast(), DailyVariable.PRECIPITATION_PROBABILITY_MAX))
                .isEqualTo(100);
    }

    private void munichDays(Path file) {
        SourceReport report = report(OpenWeatherRecordings.oneCall(text(file), "metric", "Europe/Berlin"));
        List<DailyForecast> days = daily(report);
        assertThat(days).hasSize(5);
        day(days.getFirst(), "2019-09-13", Sky.of(Condition.MOSTLY_CLEAR), 24.44, 15.35);
        assertThat(value(days.getFirst(), DailyVariable.UV_INDEX_MAX)).isEqualTo(5);
        assertThat(value(days.getFirst(), DailyVariable.PRECIPITATION_SUM)).isZero();
        day(days.get(1), "2019-09-14", Sky.of(Condition.RAIN, Intensity.LIGHT), 21.02, 13.56);
        assertThat(value(days.get(1), DailyVariable.PRECIPITATION_SUM)).isEqualTo(2.51);
        assertThat(value(days.get(1), DailyVariable.PRECIPITATION_PROBABILITY_MAX))
                .isEqualTo(56);
        day(days.getLast(), "2019-09-17", Sky.of(Condition.CLEAR), 20.64, 10.87);
        assertThat(value(days.getLast(), DailyVariable.CLOUD_COVER_MEAN)).isEqualTo(3);
    }

    private void warmHours(Path file) {
        List<ForecastStep> steps = hourly(report(OpenWeatherRecordings.oneCall(text(file), "metric", "Europe/Berlin")));
        assertThat(steps).hasSize(48);
        step(steps.getFirst(), "2023-01-08T18:00:00Z", HOUR, Sky.of(Condition.PARTLY_CLOUDY));
        values(steps.getFirst().conditions(), Variable.TEMPERATURE, 27.31, Variable.DEW_POINT, 21.82);
        values(steps.getFirst().conditions(), Variable.WIND_GUST, 1.91, Variable.WIND_SPEED, 2.05);
        step(steps.get(3), "2023-01-08T21:00:00Z", HOUR, Sky.of(Condition.RAIN, Intensity.LIGHT));
        values(steps.get(3).conditions(), Variable.RAIN, 0.13, Variable.PRECIPITATION_PROBABILITY, 36);
        step(steps.getLast(), "2023-01-10T17:00:00Z", HOUR, Sky.of(Condition.CLEAR));
        values(steps.getLast().conditions(), Variable.TEMPERATURE, 27.18, Variable.VISIBILITY, 10_000);
    }

    private void openWeatherRefuses(Path file, int status, Reason reason) {
        for (int sent : List.of(status, 200)) { // the code in the body counts, whatever the status
            try (StubProvider stub = StubProvider.start();
                    ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK)) {
                stub.answer("/data/2.5/weather", StubAnswer.file(file).withStatus(sent));
                stub.answer("/data/2.5/forecast", StubAnswer.file(file).withStatus(sent));
                OpenWeatherSettings settings = new OpenWeatherSettings(
                        BaseUrl.of(stub.baseUrl()), Secret.of("token"), false, Duration.ofMinutes(10));
                SourceReply reply = new OpenWeatherSource(settings, http, Replies.CLOCK)
                        .ask(TestPlaces.BERLIN, CallMeter.UNLIMITED);
                assertThat(failure(reply).reason()).isEqualTo(reason);
                assertThat(failure(reply).detail()).startsWith("OpenWeather answered " + status + ": ");
            }
        }
    }

    private static SourceReply askOpenMeteo(StubAnswer answer) {
        try (StubProvider stub = StubProvider.start();
                ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK)) {
            stub.answer("/v1/forecast", answer);
            OpenMeteoSettings settings = new OpenMeteoSettings(BaseUrl.of(stub.baseUrl()), 10, Duration.ofMinutes(15));
            return new OpenMeteoSource(settings, new OpenMeteoClient(http, Replies.CLOCK), Replies.CLOCK)
                    .ask(TestPlaces.NEW_YORK, CallMeter.UNLIMITED);
        }
    }

    private static void observation(Observation now, String time, Sky sky) {
        assertThat(now.validTime()).isEqualTo(Instant.parse(time));
        assertThat(now.period()).isEqualTo(HOUR);
        assertThat(now.conditions().sky()).isEqualTo(sky);
    }

    private static void step(ForecastStep step, String time, Duration period, Sky sky) {
        assertThat(step.validTime()).isEqualTo(Instant.parse(time));
        assertThat(step.period()).isEqualTo(period);
        assertThat(step.conditions().sky()).isEqualTo(sky);
    }

    private static void day(DailyForecast day, String date, Sky sky, double max, double min) {
        assertThat(day.date()).isEqualTo(LocalDate.parse(date));
        assertThat(day.sky()).isEqualTo(sky);
        assertThat(value(day, DailyVariable.TEMPERATURE_MAX)).isCloseTo(max, within(1e-6));
        assertThat(value(day, DailyVariable.TEMPERATURE_MIN)).isCloseTo(min, within(1e-6));
    }

    private static void values(Conditions conditions, Variable one, double first, Variable other, double second) {
        assertThat(value(conditions, one)).as(one.key()).isCloseTo(first, within(1e-6));
        assertThat(value(conditions, other)).as(other.key()).isCloseTo(second, within(1e-6));
    }

    private static double sum(List<ForecastStep> steps, Variable variable) {
        return steps.stream()
                .mapToDouble(step -> value(step.conditions(), variable))
                .sum();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
