package dev.vane.adapters.sources.metnorway;

import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.application.spi.CallMeter;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** What the recorded answers of MET Norway say, worked out by hand. */
public final class MetNorwayRecordings {

    private static final Place OSLO = TestPlaces.place(59.9139, 10.7522, OptionalInt.of(5), "Europe/Oslo");
    private static final Sky SNOW = Sky.of(Condition.SNOW, Intensity.MODERATE);

    private MetNorwayRecordings() {}

    /** Oslo in February 2026: 51 hours, of which the first eight have snow, and then blocks of six hours. */
    public static void oslo(Path file) {
        SourceReport report = ask(file);
        now(report.current().orElseThrow());
        assertThat(report.run().orElseThrow().issuedAt()).contains(Instant.parse("2026-02-06T20:27:06Z"));
        steps(hourly(report));
        days(daily(report));
    }

    private static SourceReport ask(Path file) {
        try (StubProvider stub = StubProvider.start();
                ProviderHttp http = new ProviderHttp(Replies.HTTP, Replies.CLOCK)) {
            stub.answer("/weatherapi/locationforecast/2.0/complete", StubAnswer.file(file));
            MetNorwaySettings settings = new MetNorwaySettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30));
            return report(new MetNorwaySource(settings, http, Replies.CLOCK).ask(OSLO, CallMeter.UNLIMITED));
        }
    }

    private static void now(Observation now) {
        assertThat(now.validTime()).isEqualTo(Instant.parse("2026-02-06T21:00:00Z"));
        assertThat(now.period()).isZero();
        assertThat(now.conditions().sky()).isEqualTo(SNOW);
        assertThat(value(now.conditions(), Variable.TEMPERATURE)).isEqualTo(-5.8);
        assertThat(value(now.conditions(), Variable.PRESSURE_MSL)).isEqualTo(1014.6);
        assertThat(now.conditions().values().known()).hasSize(6);
    }

    private static void steps(List<ForecastStep> steps) {
        assertThat(steps).hasSize(83);
        step(steps.getFirst(), "2026-02-06T21:00:00Z", 0, Sky.UNKNOWN, -5.8);
        step(steps.get(1), "2026-02-06T22:00:00Z", 1, SNOW, -5.9);
        assertThat(value(steps.get(1).conditions(), Variable.PRECIPITATION)).isEqualTo(0.5);
        assertThat(value(steps.get(1).conditions(), Variable.WIND_SPEED)).isEqualTo(6.4);
        step(steps.get(7), "2026-02-07T04:00:00Z", 1, Sky.of(Condition.SNOW, Intensity.LIGHT), -5.2);
        step(steps.get(51), "2026-02-09T00:00:00Z", 1, Sky.of(Condition.OVERCAST), -7.1);
        step(steps.get(52), "2026-02-09T06:00:00Z", 6, Sky.of(Condition.OVERCAST), -4.4);
        step(steps.getLast(), "2026-02-16T18:00:00Z", 6, Sky.of(Condition.MOSTLY_CLEAR), -5.9);
        double sum = steps.stream()
                .mapToDouble(step ->
                        step.conditions().values().get(Variable.PRECIPITATION).orElse(0))
                .sum();
        assertThat(sum).isCloseTo(3.8, within(1e-9));
        Duration covered = steps.stream().map(ForecastStep::period).reduce(Duration.ZERO, Duration::plus);
        assertThat(covered).isEqualTo(Duration.ofHours(237)); // all the time from the first step to the last
    }

    private static void step(ForecastStep step, String time, int hours, Sky sky, double temperature) {
        assertThat(step.validTime()).isEqualTo(Instant.parse(time));
        assertThat(step.period()).isEqualTo(Duration.ofHours(hours));
        assertThat(step.conditions().sky()).isEqualTo(sky);
        assertThat(value(step.conditions(), Variable.TEMPERATURE)).isEqualTo(temperature);
    }

    private static void days(List<DailyForecast> days) {
        assertThat(days).hasSize(10);
        DailyForecast first = days.getFirst();
        assertThat(first.date()).isEqualTo(LocalDate.of(2026, 2, 7));
        assertThat(first.sky()).isEqualTo(SNOW);
        assertThat(value(first, DailyVariable.TEMPERATURE_MAX)).isEqualTo(-2.7);
        assertThat(value(first, DailyVariable.TEMPERATURE_MIN)).isEqualTo(-5.9);
        assertThat(value(first, DailyVariable.PRECIPITATION_SUM)).isCloseTo(2.6, within(1e-9));
        assertThat(value(first, DailyVariable.WIND_SPEED_MAX)).isEqualTo(6.9);
        assertThat(days.getLast().date()).isEqualTo(LocalDate.of(2026, 2, 16));
        assertThat(value(days.getLast(), DailyVariable.TEMPERATURE_MAX)).isEqualTo(-3.0);
        assertThat(value(days.getLast(), DailyVariable.TEMPERATURE_MIN)).isEqualTo(-9.3);
    }
}
