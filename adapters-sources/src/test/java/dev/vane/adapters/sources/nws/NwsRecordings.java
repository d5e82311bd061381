package dev.vane.adapters.sources.nws;

import static dev.vane.adapters.sources.Replies.CLOCK;
import static dev.vane.adapters.sources.Replies.daily;
import static dev.vane.adapters.sources.Replies.failure;
import static dev.vane.adapters.sources.Replies.hourly;
import static dev.vane.adapters.sources.Replies.report;
import static dev.vane.adapters.sources.Replies.value;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vane.adapters.sources.Replies;
import dev.vane.adapters.sources.StubAnswer;
import dev.vane.adapters.sources.StubProvider;
import dev.vane.adapters.sources.TestPlaces;
import dev.vane.adapters.sources.cap.Warnings;
import dev.vane.adapters.sources.http.BaseUrl;
import dev.vane.adapters.sources.http.ProviderHttp;
import dev.vane.adapters.sources.json.JsonFault;
import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.json.JsonTree;
import dev.vane.adapters.sources.nws.Periods.Period;
import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply;
import dev.vane.application.spi.SourceReply.Reason;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Alert;
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
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What has to come out of each recorded answer of the US National Weather Service; the values were worked out by hand. */
public final class NwsRecordings {

    /** What to hold a file against, by folder and name. */
    public static final Map<String, Consumer<Path>> EXPECTATIONS = Map.ofEntries(
            entry("nws/error_404_invalid_point.json", NwsRecordings::notCovered),
            entry("nws/gridpoint_forecast_mm.json", NwsRecordings::washingtonByHalfDays),
            entry("nws/gridpoint_hourly_mm.json", NwsRecordings::washington),
            entry("nws/observations_latest_mm.json", NwsRecordings::washingtonNow),
            entry("nws/points_mm.json", file -> cell(file, "/gridpoints/LWX/97,71")),
            entry("nws/pynws_alerts_active_zone.json", NwsRecordings::oregonFloodWatch),
            entry("nws/pynws_stations_observations_metar.json", NwsRecordings::skyOnly),
            entry("nws/pynws_stations_observations_missing_value.json", NwsRecordings::nothingMeasured),
            entry("nws/stations_mm.json", NwsRecordings::washingtonStations),
            entry("nws/wxgov_forecast_seattle_resolved.json", NwsRecordings::seattleByHalfDays),
            entry("nws/wxgov_hourly_minneapolis_resolved.json", NwsRecordings::minneapolis),
            entry("nws/wxgov_hourly_seattle_resolved.json", NwsRecordings::seattle),
            entry("nws/wxgov_observations_KMSP_resolved.json", NwsRecordings::minneapolisNow),
            entry("nws/wxgov_points_minneapolis_resolved.json", file -> cell(file, "/gridpoints/MPX/1,1")),
            entry("nws/wxgov_points_seattle_resolved.json", file -> cell(file, "/gridpoints/SEW/1,1")));

    private NwsRecordings() {}

    private static void notCovered(Path file) {
        StubAnswer answer = StubAnswer.file(file).withStatus(404);
        SourceReply.Failed failed = failure(ask(Map.of("/points/40.7143,-74.006", answer), TestPlaces.NEW_YORK));
        assertThat(failed.reason()).isEqualTo(Reason.NOT_COVERED);
        assertThat(failed.detail())
                .isEqualTo("The US National Weather Service answered 404: "
                        + "Unable to provide data for requested point -20.9512,55.3085");
        assertThat(failed.retryAfter()).contains(Duration.ofDays(1));
    }

    /** The whole ask, with all that was recorded of Washington. */
    private static void washington(Path file) {
        Place place = TestPlaces.place(38.8894, -77.0352, OptionalInt.empty(), "America/New_York");
        SourceReport report = report(ask(
                Map.of(
                        "/points/38.8894,-77.0352", sibling(file, "points_mm.json"),
                        "/gridpoints/LWX/97,71/forecast/hourly", StubAnswer.file(file),
                        "/gridpoints/LWX/97,71/stations", sibling(file, "stations_mm.json"),
                        "/stations/KDCA/observations/latest", sibling(file, "observations_latest_mm.json")),
                place));
        assertThat(report.current()).isPresent();
        assertThat(report.run().orElseThrow().issuedAt()).contains(Instant.parse("2026-02-06T20:53:00Z"));
        List<ForecastStep> steps = hourly(report);
        assertThat(steps).hasSize(156);
        step(steps.getFirst(), "2026-02-06T21:00:00Z", Sky.of(Condition.SNOW), 1, 4 / 3.6);
        assertThat(steps.getFirst().period()).isZero();
        assertThat(value(steps.getFirst().conditions(), Variable.DEW_POINT)).isCloseTo(-3.888889, within(1e-6));
        assertThat(value(steps.getFirst().conditions(), Variable.RELATIVE_HUMIDITY))
                .isEqualTo(72);
        assertThat(value(steps.getFirst().conditions(), Variable.WIND_DIRECTION))
                .isEqualTo(180);
        chance(steps.get(1), "2026-02-06T22:00:00Z", 71);
        chance(steps.get(2), "2026-02-06T23:00:00Z", 57);
        step(steps.get(40), "2026-02-08T13:00:00Z", Sky.of(Condition.MOSTLY_CLEAR), -11, 20 / 3.6);
        step(steps.getLast(), "2026-02-13T08:00:00Z", Sky.of(Condition.SNOW), -2, 11 / 3.6);
        List<DailyForecast> days = daily(report);
        assertThat(days).extracting(DailyForecast::date).hasSize(6).startsWith(LocalDate.of(2026, 2, 7));
        assertThat(value(days.getFirst(), DailyVariable.TEMPERATURE_MAX)).isEqualTo(-2);
        assertThat(value(days.getFirst(), DailyVariable.TEMPERATURE_MIN)).isEqualTo(-11);
        assertThat(value(days.get(4), DailyVariable.TEMPERATURE_MAX)).isEqualTo(7);
    }

    private static void minneapolis(Path file) {
        List<ForecastStep> steps = steps(file);
        assertThat(steps).hasSize(156);
        step(steps.getFirst(), "2026-03-04T18:00:00Z", Sky.of(Condition.PARTLY_CLOUDY), 40 / 9.0, 2.2352);
        step(steps.get(40), "2026-03-06T10:00:00Z", Sky.of(Condition.RAIN_SHOWERS), 55 / 9.0, 4.4704);
        Conditions calm = steps.get(11).conditions();
        assertThat(value(calm, Variable.WIND_SPEED)).isZero();
        assertThat(calm.values().has(Variable.WIND_DIRECTION)).isFalse();
        chance(steps.get(41), "2026-03-06T11:00:00Z", 39);
        step(steps.getLast(), "2026-03-11T05:00:00Z", Sky.of(Condition.SNOW), -15 / 9.0, 4.4704);
        assertThat(value(steps.getLast().conditions(), Variable.WIND_DIRECTION)).isZero();
    }

    private static void seattle(Path file) {
        List<ForecastStep> steps = steps(file);
        assertThat(steps).hasSize(156);
        Sky thunderstorm = new Sky(Condition.THUNDERSTORM, Intensity.NONE, true);
        step(steps.getFirst(), "2026-03-04T22:00:00Z", thunderstorm, 100 / 9.0, 2.68224);
        assertThat(value(steps.get(1).conditions(), Variable.WIND_DIRECTION)).isEqualTo(247.5);
        chance(steps.get(1), "2026-03-04T23:00:00Z", 91);
        chance(steps.get(98), "2026-03-09T00:00:00Z", 92);
        step(steps.getLast(), "2026-03-11T09:00:00Z", Sky.of(Condition.SNOW), 35 / 9.0, 3.12928);
    }

    private static void washingtonByHalfDays(Path file) {
        List<Period> periods = halfDays(file, "PT2H");
        assertThat(periods).hasSize(14);
        period(periods.get(1), "2026-02-06T23:00:00Z", Duration.ofHours(12), Sky.of(Condition.SNOW), -11);
        assertThat(value(periods.get(1).conditions(), Variable.WIND_SPEED)).isCloseTo(18.5 / 3.6, within(1e-6));
        assertThat(periods.get(1).chance()).hasValue(45);
        period(periods.get(2), "2026-02-07T11:00:00Z", Duration.ofHours(12), Sky.of(Condition.WINDY), -7);
        period(periods.getLast(), "2026-02-12T23:00:00Z", Duration.ofHours(12), Sky.of(Condition.SNOW), -3);
    }

    private static void seattleByHalfDays(Path file) {
        List<Period> periods = halfDays(file, "PT4H");
        assertThat(periods).hasSize(14);
        Sky thunderstorm = new Sky(Condition.THUNDERSTORM, Intensity.NONE, true);
        period(periods.getFirst(), "2026-03-04T22:00:00Z", Duration.ofHours(4), thunderstorm, 105 / 9.0);
        period(periods.get(7), "2026-03-08T02:00:00Z", Duration.ofHours(11), Sky.of(Condition.RAIN), 85 / 9.0);
        period(periods.get(9), "2026-03-09T01:00:00Z", Duration.ofHours(12), Sky.of(Condition.SNOW), 35 / 9.0);
        assertThat(value(periods.get(9).conditions(), Variable.WIND_SPEED)).isCloseTo(4.02336, within(1e-6));
        assertThat(periods.get(9).chance()).hasValue(76);
    }

    private static void washingtonNow(Path file) {
        Observation now = ObservationDecoder.decode(json(file));
        observation(now, "2026-02-06T21:30:00Z", Sky.of(Condition.SNOW));
        assertThat(value(now.conditions(), Variable.TEMPERATURE)).isEqualTo(-1);
        assertThat(value(now.conditions(), Variable.DEW_POINT)).isEqualTo(-7);
        assertThat(value(now.conditions(), Variable.WIND_SPEED)).isZero();
        assertThat(value(now.conditions(), Variable.WIND_DIRECTION)).isZero();
        assertThat(value(now.conditions(), Variable.VISIBILITY)).isEqualTo(9656.06);
        assertThat(value(now.conditions(), Variable.RELATIVE_HUMIDITY)).isEqualTo(63.771213893297);
        assertThat(now.conditions().values().known()).hasSize(6);
    }

    private static void minneapolisNow(Path file) {
        Observation now = ObservationDecoder.decode(json(file));
        observation(now, "2026-03-04T18:20:00Z", Sky.of(Condition.MOSTLY_CLOUDY));
        assertThat(value(now.conditions(), Variable.TEMPERATURE)).isEqualTo(5);
        assertThat(value(now.conditions(), Variable.APPARENT_TEMPERATURE)).isEqualTo(1.7909612878105556);
        assertThat(value(now.conditions(), Variable.WIND_SPEED)).isCloseTo(4.12, within(1e-9));
        assertThat(value(now.conditions(), Variable.WIND_DIRECTION)).isEqualTo(200);
        assertThat(value(now.conditions(), Variable.VISIBILITY)).isEqualTo(12874.75);
        assertThat(now.conditions().values().has(Variable.PRESSURE_MSL)).isFalse();
    }

    private static void skyOnly(Path file) {
        Observation now = ObservationDecoder.decode(json(file));
        observation(now, "2019-06-27T10:53:00Z", Sky.of(Condition.MOSTLY_CLEAR));
        assertThat(now.conditions().values().isEmpty()).isTrue();
    }

    private static void nothingMeasured(Path file) {
        assertThatThrownBy(() -> ObservationDecoder.decode(json(file)))
                .isInstanceOf(JsonFault.class)
                .hasMessage("the observation has no value that is known");
    }

    private static void washingtonStations(Path file) {
        assertThat(NearestObservation.decode(json(file))).containsExactly("KDCA", "KCGS", "KADW");
    }

    private static void cell(Path file, String path) {
        assertThat(GridCell.decode(json(file)).path()).isEqualTo(path);
    }

    private static void oregonFloodWatch(Path file) {
        Instant then = Instant.parse("2019-12-20T22:00:00Z");
        Warnings warnings = NwsAlerts.decode(json(file), then);
        assertThat(warnings.faults()).isEmpty();
        Alert watch = warnings.all().orElseThrow().getFirst();
        assertThat(warnings.all().orElseThrow()).containsExactly(watch);
        assertThat(watch.id()).isEqualTo("NWS-IDP-PROD-3965873-3369046");
        assertThat(watch.event()).isEqualTo("Flood Watch");
        assertThat(watch.gravity())
                .isEqualTo(new Alert.Gravity(Alert.Severity.SEVERE, Alert.Urgency.FUTURE, Alert.Certainty.POSSIBLE));
        assertThat(watch.validity())
                .isEqualTo(new Alert.Validity(
                        Instant.parse("2019-12-20T21:34:00Z"),
                        Optional.of(Instant.parse("2019-12-20T21:34:00Z")),
                        Optional.of(Instant.parse("2019-12-22T18:00:00Z"))));
        assertThat(watch.message().headline())
                .isEqualTo("Flood Watch issued December 20 at 1:34PM PST until December 22 at 10:00AM PST by NWS"
                        + " Portland OR");
        assertThat(watch.message().description())
                .startsWith("The Flood Watch continues for\n\n* Portions of Northwest Oregon")
                .endsWith("Around 1 inch is possible in the\nWillamette Valley.");
        assertThat(watch.message().instruction())
                .startsWith("A Flood Watch means")
                .endsWith("moving landslides.");
        assertThat(watch.area()).startsWith("North Oregon Coast; ").endsWith("; South Washington Cascade Foothills");
        assertThat(watch.sender()).isEqualTo("NWS Portland OR");
        assertThat(NwsAlerts.decode(json(file), Instant.parse("2019-12-22T18:00:00Z"))
                        .all())
                .contains(List.of());
        alertsAreNoWeather(file);
    }

    private static void alertsAreNoWeather(Path file) {
        SourceReply.Failed failed = failure(ask(
                Map.of(
                        "/points/40.7143,-74.006", sibling(file, "points_mm.json"),
                        "/gridpoints/LWX/97,71", StubAnswer.file(file),
                        "/gridpoints/LWX/97,71/forecast/hourly", StubAnswer.file(file)),
                TestPlaces.NEW_YORK));
        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail())
                .isEqualTo("The answer of the US National Weather Service cannot be used: properties is missing.");
        nothingMeasured(file);
    }

    private static SourceReply ask(Map<String, StubAnswer> answers, Place place) {
        try (StubProvider stub = StubProvider.start();
                ProviderHttp http = new ProviderHttp(Replies.HTTP, CLOCK)) {
            answers.forEach(stub::answer);
            NwsSettings settings = new NwsSettings(BaseUrl.of(stub.baseUrl()), Duration.ofMinutes(30));
            return new NwsSource(settings, http, CLOCK).ask(place, CallMeter.UNLIMITED);
        }
    }

    private static StubAnswer sibling(Path file, String name) {
        return StubAnswer.file(file.resolveSibling(name));
    }

    private static List<ForecastStep> steps(Path file) {
        return ForwardSteps.of(Optional.of(Periods.hourly(json(file))), Optional.empty(), Replies.NOW);
    }

    private static List<Period> halfDays(Path file, String first) {
        assertThatThrownBy(() -> Periods.hourly(json(file)))
                .isInstanceOf(JsonFault.class)
                .hasMessage("properties.periods[0] lasts " + first + ", so it is no forecast by the hour");
        return Periods.decode(json(file)).all();
    }

    private static JsonObject json(Path file) {
        try {
            return JsonTree.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static void step(ForecastStep step, String time, Sky sky, double temperature, double windSpeed) {
        assertThat(step.validTime()).isEqualTo(Instant.parse(time));
        assertThat(step.conditions().sky()).isEqualTo(sky);
        assertThat(value(step.conditions(), Variable.TEMPERATURE)).isCloseTo(temperature, within(1e-6));
        assertThat(value(step.conditions(), Variable.WIND_SPEED)).isCloseTo(windSpeed, within(1e-6));
    }

    private static void chance(ForecastStep step, String time, double percent) {
        assertThat(step.validTime()).isEqualTo(Instant.parse(time));
        assertThat(step.period()).isEqualTo(Duration.ofHours(1));
        assertThat(value(step.conditions(), Variable.PRECIPITATION_PROBABILITY)).isEqualTo(percent);
    }

    private static void period(Period period, String start, Duration length, Sky sky, double temperature) {
        assertThat(period.span().start()).isEqualTo(Instant.parse(start));
        assertThat(period.span().length()).isEqualTo(length);
        assertThat(period.conditions().sky()).isEqualTo(sky);
        assertThat(value(period.conditions(), Variable.TEMPERATURE)).isCloseTo(temperature, within(1e-6));
    }

    private static void observation(Observation now, String time, Sky sky) {
        assertThat(now.validTime()).isEqualTo(Instant.parse(time));
        assertThat(now.period()).isZero();
        assertThat(now.conditions().sky()).isEqualTo(sky);
    }
}
