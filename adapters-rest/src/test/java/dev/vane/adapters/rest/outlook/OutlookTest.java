package dev.vane.adapters.rest.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.rest.Samples;
import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.WeatherOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlookTest {

    private static final Instant HOUR = Samples.NOW.truncatedTo(ChronoUnit.HOURS);

    private static List<Moment> hoursOfForecastFrom(Instant begin) {
        PlaceWeather whole = Samples.weather(Samples.NOW);
        Forecast forecast = whole.forecast().orElseThrow();
        PlaceWeather weather = new PlaceWeather(
                whole.place(),
                whole.lastModified(),
                whole.current(),
                Optional.of(new Forecast(
                        forecast.source(),
                        forecast.hourly().stream()
                                .filter(step -> !step.value().validTime().isBefore(begin))
                                .toList(),
                        forecast.daily())),
                whole.sources());
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        Snapshots snapshots = new Snapshots(target -> new WeatherOutcome.UnknownPlace(), clock);
        return Outlook.of(snapshots.of(weather)).hours(48);
    }

    @Test
    void beginsWithTheHourInProgress() {
        assertThat(hoursOfForecastFrom(HOUR.minus(Duration.ofHours(2))))
                .hasSize(48)
                .first()
                .extracting(Moment::time)
                .isEqualTo(HOUR);
    }

    @Test
    void hasAsManyHoursOfAForecastThatBeginsWithTheNext() {
        assertThat(hoursOfForecastFrom(HOUR.plus(Duration.ofHours(1))))
                .hasSize(48)
                .first()
                .extracting(Moment::time)
                .isEqualTo(HOUR.plus(Duration.ofHours(1)));
    }

    @Test
    void doesNotBeginLater() {
        assertThat(hoursOfForecastFrom(HOUR.plus(Duration.ofHours(5)))).hasSize(44);
    }
}
