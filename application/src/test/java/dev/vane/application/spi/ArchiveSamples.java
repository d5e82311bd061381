package dev.vane.application.spi;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.Region;
import dev.vane.domain.weather.Alert;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyForecast;
import dev.vane.domain.weather.DailyVariable;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.SourceId;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Places, observations and runs for tests of archives. All values have few decimals, as providers publish them, so that
 * an archive that keeps values to a fixed resolution gives them back as they were.
 */
public final class ArchiveSamples {

    /** A moment on a whole hour. */
    public static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    /** One source. */
    public static final SourceId ALPHA = new SourceId("alpha");

    /** Another source. */
    public static final SourceId BETA = new SourceId("beta-2");

    private static final Duration HOUR = Duration.ofHours(1);

    private ArchiveSamples() {}

    /** A town of the gazetteer. */
    public static Place town(long number, String name) {
        return new Place(
                new PlaceId.Town(number),
                name,
                new Region("CH", "ZH", "Zurich"),
                new Coordinates(47.36667, 8.55),
                OptionalInt.of(408),
                ZoneId.of("Europe/Zurich"),
                341_730);
    }

    /** A point in the open sea. */
    public static Place sea(double latitude, double longitude) {
        Coordinates point = new Coordinates(latitude, longitude);
        return new Place(
                new PlaceId.Point(point), "at sea", Region.NONE, point, OptionalInt.empty(), ZoneId.of("Etc/UTC"), 0);
    }

    /** An observation that knows the temperature and the sky. */
    public static Observation observation(Instant validTime, double temperature) {
        Values<Variable> values = Values.of(Variable.class)
                .set(Variable.TEMPERATURE, temperature)
                .set(Variable.PRECIPITATION, 0.2)
                .build();
        return new Observation(validTime, HOUR, new Conditions(Sky.of(Condition.OVERCAST), values));
    }

    /** A run of hourly steps from the hour after it became available, and of two days. */
    public static Run run(Instant availableAt, int hours, double temperature) {
        List<ForecastStep> hourly = IntStream.rangeClosed(1, hours)
                .mapToObj(hour -> step(NOON.plus(Duration.ofHours(hour)), temperature + hour % 7))
                .toList();
        List<DailyForecast> daily = List.of(
                day(LocalDate.parse("2026-03-14"), temperature + 6), day(LocalDate.parse("2026-03-15"), temperature));
        return new Run(Optional.of(availableAt.minus(HOUR)), availableAt, hourly, daily);
    }

    /** A report of an observation and a run of two days that were fetched at one time. */
    public static SourceReport report(SourceId source, Instant fetchedAt, double temperature) {
        return new SourceReport(
                source,
                fetchedAt,
                Optional.of(observation(fetchedAt, temperature)),
                Optional.of(run(fetchedAt, 48, temperature)));
    }

    /** A report of an observation alone. */
    public static SourceReport reportOf(SourceId source, Instant fetchedAt, Observation observation) {
        return new SourceReport(source, fetchedAt, Optional.of(observation), Optional.empty());
    }

    /** A report of a run alone. */
    public static SourceReport reportOf(SourceId source, Instant fetchedAt, Run run) {
        return new SourceReport(source, fetchedAt, Optional.empty(), Optional.of(run));
    }

    /** A warning that says something in every field, from noon for three hours. */
    public static Alert alert(String id) {
        return new Alert(
                id,
                "Winter Storm Warning",
                new Alert.Gravity(Alert.Severity.SEVERE, Alert.Urgency.EXPECTED, Alert.Certainty.LIKELY),
                new Alert.Validity(NOON.minus(HOUR), Optional.of(NOON), Optional.of(NOON.plus(HOUR.multipliedBy(3)))),
                new Alert.Message("Snow from noon.", "Up to 30 cm of snow.", "Stay at home."),
                "Zurich and around",
                "Office of the Weather");
    }

    /** Every quantity of a kind, each with the value that lies a share of the way from its least to its greatest. */
    public static <Q extends Enum<Q> & Quantity> Values<Q> everything(Class<Q> type, double share) {
        Values.Builder<Q> values = Values.of(type);
        for (Q quantity : type.getEnumConstants()) {
            double value = quantity.minimum() + share * (quantity.maximum() - quantity.minimum());
            values.set(quantity, Math.rint(value * 10) / 10);
        }
        return values.build();
    }

    private static ForecastStep step(Instant validTime, double temperature) {
        Values<Variable> values = Values.of(Variable.class)
                .set(Variable.TEMPERATURE, temperature)
                .set(Variable.WIND_SPEED, 3.4)
                .build();
        return new ForecastStep(validTime, HOUR, new Conditions(Sky.of(Condition.RAIN, Sky.Intensity.LIGHT), values));
    }

    private static DailyForecast day(LocalDate date, double temperatureMax) {
        Values<DailyVariable> values = Values.of(DailyVariable.class)
                .set(DailyVariable.TEMPERATURE_MAX, temperatureMax)
                .build();
        return new DailyForecast(date, Sky.of(Condition.PARTLY_CLOUDY), values);
    }
}
