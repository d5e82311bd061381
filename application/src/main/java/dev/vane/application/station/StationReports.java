package dev.vane.application.station;

import dev.vane.application.api.ReportReadings;
import dev.vane.application.api.StationSecret;
import dev.vane.application.api.StationSettings;
import dev.vane.application.spi.WeatherArchive;
import dev.vane.application.spi.WeatherRecord;
import dev.vane.application.verification.HoursToVerify;
import dev.vane.domain.derived.Humidity;
import dev.vane.domain.place.Place;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.SourceReport;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Takes what the house's own station measures. Safe for use by several threads.
 *
 * <p>Whoever does not know the secret gets no further than its comparison, and spends from a small allowance of their own:
 * after it they are told to wait, and the station is not. That keeps a wrongly set up station from filling the log and
 * tells it what is wrong; what keeps a secret from being guessed is its length, since nothing here tells the one who guesses
 * from the station. A reading that fails quality control is kept like any other: its verdict is for the sender, and is
 * formed again, with what has come since, by whoever uses the reading.
 */
public final class StationReports implements ReportReadings {

    /** How much the clock of a station may be fast. */
    static final Duration FUTURE = Duration.ofMinutes(5);

    /** How old a reading may be: a month of holidays without a connection. */
    static final Duration PAST = Duration.ofDays(31);

    /** How many wrong secrets are answered in a minute. */
    static final int WRONG_PER_MINUTE = 10;

    private static final Logger LOG = System.getLogger(StationReports.class.getName());

    private final Clock clock;
    private final Place place;
    private final StationSettings settings;
    private final StationSecret name;
    private final WeatherArchive archive;
    private final Bench bench;
    private final Batteries batteries = new Batteries(LOG);
    private final TokenBucket uploads;
    private final TokenBucket wrong;

    /**
     * Creates it.
     *
     * @param place where the station stands
     * @param settings how it is recognised
     * @param archive keeps its readings
     * @param records what was observed before, by it and by the sources
     */
    public StationReports(
            Clock clock, Place place, StationSettings settings, WeatherArchive archive, WeatherRecord records) {
        this.clock = clock;
        this.place = place;
        this.settings = settings;
        this.name = StationSecret.of(settings.name());
        this.archive = archive;
        this.bench = new Bench(place, records);
        this.uploads = new TokenBucket(clock, settings.uploadsPerMinute(), Duration.ofMinutes(1));
        this.wrong = new TokenBucket(clock, WRONG_PER_MINUTE, Duration.ofMinutes(1));
    }

    @Override
    public Outcome report(Upload upload) {
        if (!isStation(upload.credentials())) {
            return wrong.take().<Outcome>map(TooMany::new).orElseGet(Forbidden::new);
        }
        Optional<Duration> wait = uploads.take();
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        Instant now = clock.instant();
        batteries.report(upload.batteries());
        return outOfTime(upload.readings(), now).orElseGet(() -> keep(upload.readings(), now));
    }

    /** Compares all that there is, whatever is wrong with the first of it. */
    @SuppressWarnings("ShortCircuitBoolean")
    private boolean isStation(Credentials credentials) {
        return switch (credentials) {
            case StationPassword(String station, String password) ->
                name.matches(station) & matches(settings.password(), password);
            case PassKey(String key) -> matches(settings.passKey(), StationSettings.canonicalKey(key));
        };
    }

    private static boolean matches(Optional<StationSecret> secret, String candidate) {
        return secret.filter(known -> known.matches(candidate)).isPresent();
    }

    private static Optional<Outcome> outOfTime(List<Observation> readings, Instant now) {
        Instant earliest = now.minus(PAST);
        Instant latest = now.plus(FUTURE);
        return readings.stream()
                .map(Observation::validTime)
                .filter(time -> time.isBefore(earliest) || time.isAfter(latest))
                .findFirst()
                .map(time -> new OutOfTime(time, earliest, latest));
    }

    private Outcome keep(List<Observation> given, Instant now) {
        List<Observation> readings =
                given.stream().map(StationReports::withDewPoint).toList();
        List<Integer> order = IntStream.range(0, readings.size())
                .boxed()
                .sorted(Comparator.comparing(i -> readings.get(i).validTime()))
                .toList();
        List<Observation> ascending = order.stream().map(readings::get).toList();
        try {
            List<Verdict> verdicts = bench.judge(ascending);
            List<SourceReport> reports = reports(ascending, now);
            archive.keep(place, reports, Optional.empty(), HoursToVerify.after(reports, now));
            return new Kept(IntStream.range(0, order.size())
                    .boxed()
                    .sorted(Comparator.comparing(order::get))
                    .map(verdicts::get)
                    .toList());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot keep " + readings.size() + " readings of the station", e);
            return new NotKept();
        }
    }

    private static List<SourceReport> reports(List<Observation> readings, Instant now) {
        return readings.stream()
                .map(reading -> new SourceReport(StationSettings.SOURCE, now, Optional.of(reading), Optional.empty()))
                .toList();
    }

    /** Most stations measure humidity and leave it to others to compute the dew point. */
    private static Observation withDewPoint(Observation reading) {
        Values<Variable> values = reading.conditions().values();
        OptionalDouble temperature = values.get(Variable.TEMPERATURE);
        OptionalDouble humidity = values.get(Variable.RELATIVE_HUMIDITY);
        if (values.has(Variable.DEW_POINT) || temperature.isEmpty() || humidity.isEmpty()) {
            return reading;
        }
        OptionalDouble dewPoint = Humidity.dewPoint(temperature.getAsDouble(), humidity.getAsDouble());
        if (dewPoint.isEmpty() || !Variable.DEW_POINT.admits(dewPoint.getAsDouble())) {
            return reading;
        }
        Values<Variable> complete = Values.of(Variable.class)
                .fillFrom(values)
                .set(Variable.DEW_POINT, dewPoint)
                .build();
        Conditions conditions = new Conditions(reading.conditions().sky(), complete);
        return new Observation(reading.validTime(), reading.period(), conditions, reading.rainCounter());
    }
}
