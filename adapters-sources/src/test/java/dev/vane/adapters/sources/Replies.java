package dev.vane.adapters.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.sources.http.HttpSettings;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Answered;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Variable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What tests do with replies. */
public final class Replies {

    /** The time of the tests' clock. */
    public static final Instant NOW = Instant.parse("2026-02-06T21:40:00Z");

    /** A clock that stands still. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Limits that a stub on this machine keeps to. */
    public static final HttpSettings HTTP = new HttpSettings(
            "vane/test (+https://vane.example)", Duration.ofSeconds(5), Duration.ofSeconds(20), 4 << 20);

    private Replies() {}

    /** Limits that are over soon. */
    public static HttpSettings impatient(long millis) {
        return new HttpSettings(HTTP.userAgent(), Duration.ofMillis(millis), Duration.ofMillis(millis), 4 << 20);
    }

    /** The report of a reply that has to be one. */
    public static SourceReport report(SourceReply reply) {
        assertThat(reply).isInstanceOf(Answered.class);
        return ((Answered) reply).reports().getFirst();
    }

    /** The failure of a reply that has to be one. */
    public static Failed failure(SourceReply reply) {
        assertThat(reply).isInstanceOf(Failed.class);
        return (Failed) reply;
    }

    /** The steps of a report that has to have a run. */
    public static List<ForecastStep> hourly(SourceReport report) {
        return report.run().orElseThrow().hourly();
    }

    /** The days of a report that has to have a run. */
    public static List<DailyForecast> daily(SourceReport report) {
        return report.run().orElseThrow().daily();
    }

    /** A value that has to be known. */
    public static double value(Conditions conditions, Variable variable) {
        return conditions.values().get(variable).orElseThrow();
    }

    /** A value that has to be known. */
    public static double value(DailyForecast day, DailyVariable variable) {
        return day.values().get(variable).orElseThrow();
    }
}
