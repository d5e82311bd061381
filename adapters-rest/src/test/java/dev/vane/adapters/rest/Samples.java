package dev.vane.adapters.rest;

import dev.vane.application.api.BlendNote;
import dev.vane.application.api.InspectSources.Breaker;
import dev.vane.application.api.InspectSources.Problem;
import dev.vane.application.api.InspectSources.Quota;
import dev.vane.application.api.InspectSources.SourceState;
import dev.vane.application.api.InspectSources.State;
import dev.vane.application.api.Origins;
import dev.vane.application.api.PlaceWeather;
import dev.vane.application.api.PlaceWeather.Forecast;
import dev.vane.application.api.PlaceWeather.Sourced;
import dev.vane.application.api.SourceStatus;
import dev.vane.application.spi.CallWindow;
import dev.vane.application.spi.SourceInfo;
import dev.vane.domain.blending.Decision;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Places, sources and weather that tests serve. */
public final class Samples {

    /** The time at which the samples were fetched, twenty minutes into an hour. */
    public static final Instant NOW = Instant.parse("2026-03-10T14:20:00Z");

    static final Place PORTLAND = town(5746545, "Portland", new Region("US", "OR", "Oregon"), 45.52345, -122.67621);
    static final Place OTHER_PORTLAND = town(4975802, "Portland", new Region("US", "ME", "Maine"), 43.65737, -70.2589);

    public static final SourceInfo SOURCE = new SourceInfo(
            new SourceId("open-meteo"),
            "Open-Meteo",
            "Weather data by Open-Meteo.com (CC BY 4.0)",
            URI.create("https://open-meteo.com/"),
            new SourceInfo.Rhythm(Duration.ofMinutes(15), Duration.ofHours(6)),
            false);

    static final SourceInfo SECOND = new SourceInfo(
            new SourceId("met-norway"),
            "MET Norway",
            "Based on data from MET Norway (CC BY 4.0)",
            URI.create("https://api.met.no/"),
            new SourceInfo.Rhythm(Duration.ofHours(1), Duration.ofHours(6)),
            false);

    private static final Instant HOUR = Instant.parse("2026-03-10T12:00:00Z");

    private Samples() {}

    static Place town(long id, String name, Region region, double latitude, double longitude) {
        return new Place(
                new PlaceId.Town(id),
                name,
                region,
                new Coordinates(latitude, longitude),
                OptionalInt.of(15),
                ZoneId.of(region.areaCode().equals("ME") ? "America/New_York" : "America/Los_Angeles"),
                652_503);
    }

    /** A point without a name of its own. */
    static Place at(PlaceId.Point point) {
        return new Place(
                point,
                "Near Portland",
                PORTLAND.region(),
                point.coordinates(),
                OptionalInt.empty(),
                PORTLAND.zone(),
                0);
    }

    static SourceStatus fresh(Instant fetchedAt) {
        return fresh(SOURCE, fetchedAt);
    }

    private static SourceStatus fresh(SourceInfo source, Instant fetchedAt) {
        Instant due = fetchedAt.plus(source.refreshInterval());
        return new SourceStatus(
                source,
                Optional.of(new SourceStatus.Reading(
                        fetchedAt, due, Optional.of(fetchedAt.minusSeconds(3600)), due.plusSeconds(30))),
                Optional.empty(),
                Optional.empty());
    }

    static SourceStatus down() {
        return new SourceStatus(SOURCE, Optional.empty(), Optional.of("no answer within 5 s"), Optional.empty());
    }

    static SourceState answering() {
        return answering(1234);
    }

    static SourceState answering(int calls) {
        return new SourceState(
                SOURCE,
                SOURCE.id(),
                State.ANSWERING,
                Optional.empty(),
                Optional.of(NOW),
                Optional.of(new Problem(NOW.minusSeconds(600), "HTTP 502")),
                Optional.of(NOW.plusSeconds(930)),
                List.of(new Quota(CallWindow.DAY, 10_000, calls, Instant.parse("2026-03-11T00:00:00Z"))),
                Breaker.CLOSED);
    }

    static SourceState failing() {
        Instant probe = NOW.plusSeconds(60);
        return new SourceState(
                SECOND,
                SECOND.id(),
                State.PAUSED,
                Optional.of("it failed 5 times on end"),
                Optional.of(NOW.minusSeconds(3600)),
                Optional.of(new Problem(NOW, "no answer within 5 s")),
                Optional.of(probe),
                List.of(),
                new Breaker(Breaker.Position.OPEN, Optional.of(probe)));
    }

    static SourceState recovered() {
        return new SourceState(
                SECOND,
                SECOND.id(),
                State.ANSWERING,
                Optional.empty(),
                Optional.of(NOW),
                failing().lastProblem(),
                Optional.empty(),
                List.of(),
                Breaker.CLOSED);
    }

    /** A source that is not used. */
    static SourceState off() {
        SourceInfo info = new SourceInfo(
                new SourceId("openweather"),
                "OpenWeather",
                "Weather data provided by OpenWeather",
                URI.create("https://openweathermap.org/"),
                SOURCE.rhythm(),
                false);
        return SourceState.off(info, "no token");
    }

    /** The weather of a Portland as it was fetched at a time. */
    public static PlaceWeather weather(Instant fetchedAt) {
        return new PlaceWeather(
                PORTLAND,
                fetchedAt,
                Optional.of(Sourced.wholly(SOURCE.id(), observation(fetchedAt))),
                Optional.of(forecast()),
                List.of(fresh(fetchedAt)));
    }

    /** The same, put together: gaps filled from a second source, the last hours and days from it alone. */
    static PlaceWeather fused() {
        PlaceWeather weather = weather(NOW);
        Forecast forecast = weather.forecast().orElseThrow();
        return new PlaceWeather(
                weather.place(),
                weather.lastModified(),
                weather.current()
                        .map(current -> new Sourced<>(
                                SOURCE.id(),
                                current.value(),
                                new Origins<>(
                                        Map.of(Variable.VISIBILITY, SECOND.id()),
                                        Set.of(Variable.APPARENT_TEMPERATURE),
                                        Optional.of(SECOND.id())))),
                Optional.of(new Forecast(
                        SOURCE.id(),
                        forecast.hourly().stream().map(Samples::laterFromSecond).toList(),
                        forecast.daily().stream()
                                .map(day -> new Sourced<>(
                                        SOURCE.id(),
                                        day.value(),
                                        new Origins<>(
                                                Map.of(DailyVariable.UV_INDEX_MAX, SECOND.id()),
                                                Set.<DailyVariable>of(),
                                                Optional.empty())))
                                .toList())),
                List.of(),
                List.of(fresh(SOURCE, NOW), fresh(SECOND, NOW.minusSeconds(1800))),
                Optional.of(blend()));
    }

    private static BlendNote blend() {
        return new BlendNote(
                List.of(SOURCE.id(), SECOND.id()),
                List.of(new BlendNote.Part(
                        ScoredVariable.TEMPERATURE,
                        LeadBucket.DAYS_2,
                        "blend-last",
                        Decision.Reason.PROVEN,
                        20,
                        1.5,
                        SECOND.id().name(),
                        2,
                        Map.of(SOURCE.id(), 0.25, SECOND.id(), 0.75),
                        Map.of(SOURCE.id(), -1.0, SECOND.id(), 0.5),
                        OptionalDouble.of(0.125))));
    }

    private static Sourced<ForecastStep, Variable> laterFromSecond(Sourced<ForecastStep, Variable> step) {
        return step.value().validTime().isAfter(NOW.plusSeconds(7200))
                ? Sourced.wholly(SECOND.id(), step.value())
                : step;
    }

    /** The same, beside a second source that is not used. */
    static PlaceWeather weatherWithout(String why) {
        PlaceWeather weather = weather(NOW);
        SourceStatus second = fresh(SECOND, NOW);
        SourceStatus leftOut = new SourceStatus(second.source(), second.reading(), second.problem(), Optional.of(why));
        return new PlaceWeather(
                weather.place(),
                weather.lastModified(),
                weather.current(),
                weather.forecast(),
                List.of(weather.sources().getFirst(), leftOut));
    }

    /** A warning of yesterday, with an end or without. */
    public static Alert alert(Optional<Instant> ends) {
        Instant sent = NOW.minus(Duration.ofHours(18));
        return new Alert(
                "urn:oid:2.49.0.1.840.0.1",
                "Winter Storm Warning",
                new Alert.Gravity(Alert.Severity.SEVERE, Alert.Urgency.EXPECTED, Alert.Certainty.LIKELY),
                new Alert.Validity(sent, Optional.of(sent.plusSeconds(3600)), ends),
                new Alert.Message("Winter Storm Warning until evening", "Heavy snow.", "Stay at home."),
                "Greater Portland Metro Area",
                "NWS Portland OR");
    }

    static Observation observation(Instant validTime) {
        return new Observation(validTime, Duration.ofMinutes(15), conditions(7.2));
    }

    /** The weather as ever, but of which the hours begin at another time. */
    static PlaceWeather hourlyFrom(Instant start) {
        PlaceWeather weather = weather(NOW);
        List<Sourced<ForecastStep, Variable>> hourly = IntStream.range(0, 100)
                .mapToObj(i -> new ForecastStep(start.plus(Duration.ofHours(i)), Duration.ofHours(1), conditions(5)))
                .map(step -> Sourced.<ForecastStep, Variable>wholly(SOURCE.id(), step))
                .toList();
        return new PlaceWeather(
                weather.place(),
                weather.lastModified(),
                weather.current(),
                Optional.of(new Forecast(SOURCE.id(), hourly, forecast().daily())),
                weather.sources());
    }

    /** Steps from two hours before the hour in progress on, days from yesterday on. */
    static Forecast forecast() {
        List<Sourced<ForecastStep, Variable>> hourly = IntStream.range(0, 100)
                .mapToObj(i ->
                        new ForecastStep(HOUR.plus(Duration.ofHours(i)), Duration.ofHours(1), conditions(5 + i / 10.0)))
                .map(step -> Sourced.<ForecastStep, Variable>wholly(SOURCE.id(), step))
                .toList();
        LocalDate yesterday = LocalDate.of(2026, 3, 9);
        List<Sourced<DailyForecast, DailyVariable>> daily = IntStream.range(0, 12)
                .mapToObj(i -> new DailyForecast(
                        yesterday.plusDays(i), Sky.of(Condition.RAIN, Sky.Intensity.LIGHT), dailyValues()))
                .map(day -> Sourced.<DailyForecast, DailyVariable>wholly(SOURCE.id(), day))
                .toList();
        return new Forecast(SOURCE.id(), hourly, daily);
    }

    private static Conditions conditions(double temperature) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (Variable variable : Variable.values()) {
            values.set(variable, (variable.minimum() + 3 * variable.maximum()) / 4);
        }
        return new Conditions(
                new Sky(Condition.RAIN_SHOWERS, Sky.Intensity.HEAVY, true),
                values.set(Variable.TEMPERATURE, temperature)
                        .set(Variable.PRECIPITATION, 0.1)
                        .set(Variable.WIND_SPEED, 6.0)
                        .set(Variable.WIND_DIRECTION, 340)
                        .build());
    }

    private static Values<DailyVariable> dailyValues() {
        Values.Builder<DailyVariable> values = Values.of(DailyVariable.class);
        for (DailyVariable variable : DailyVariable.values()) {
            values.set(variable, (variable.minimum() + 3 * variable.maximum()) / 4);
        }
        return values.set(DailyVariable.TEMPERATURE_MAX, 11.4).build();
    }
}
