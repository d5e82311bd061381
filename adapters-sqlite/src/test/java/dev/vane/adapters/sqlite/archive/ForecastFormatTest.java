package dev.vane.adapters.sqlite.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.application.spi.ArchiveSamples;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Quantity;
import dev.vane.domain.weather.Run;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packing and unpacking are inverse, to the resolution that docs/run-format.md gives. */
class ForecastFormatTest {

    private static final int FORECASTS = 300;
    private static final Conditions NOTHING = new Conditions(Sky.UNKNOWN, Values.none(Variable.class));

    private final RandomForecasts forecasts = RandomForecasts.seeded();

    @Test
    void bringsEveryValueBackWithinHalfAQuantum() throws DamagedForecastException {
        for (int i = 0; i < FORECASTS; i++) {
            Forecast forecast = forecasts.next();

            Forecast back = roundTrip(forecast);

            assertThat(back.hourly()).hasSameSizeAs(forecast.hourly());
            assertThat(back.daily()).hasSameSizeAs(forecast.daily());
            for (int step = 0; step < back.hourly().size(); step++) {
                assertClose(
                        forecast.hourly().get(step).conditions().values(),
                        back.hourly().get(step).conditions().values());
            }
            for (int day = 0; day < back.daily().size(); day++) {
                assertClose(
                        forecast.daily().get(day).values(),
                        back.daily().get(day).values());
            }
        }
    }

    @Test
    void bringsTimesPeriodsDatesAndSkiesBackExactly() throws DamagedForecastException {
        for (int i = 0; i < FORECASTS; i++) {
            Forecast forecast = forecasts.next();

            Forecast back = roundTrip(forecast);

            assertThat(frame(back)).isEqualTo(frame(forecast));
        }
    }

    @Test
    void bringsBackExactlyWhatWasBroughtBackOnce() throws DamagedForecastException {
        for (int i = 0; i < FORECASTS; i++) {
            Forecast once = roundTrip(forecasts.next());

            assertThat(roundTrip(once)).isEqualTo(once);
        }
    }

    @Test
    void bringsPublishedDecimalsBackAsTheSameNumbers() throws DamagedForecastException {
        List<ForecastStep> steps = new ArrayList<>();
        for (int tenths = -400; tenths < 500; tenths++) {
            Values<Variable> values = Values.of(Variable.class)
                    .set(Variable.TEMPERATURE, Double.parseDouble(tenths / 10 + "." + Math.abs(tenths % 10)))
                    .set(Variable.PRECIPITATION, Math.abs(tenths) / 100.0)
                    .build();
            steps.add(new ForecastStep(
                    Instant.ofEpochSecond(3600L * steps.size()),
                    Duration.ofHours(1),
                    new Conditions(Sky.UNKNOWN, values)));
        }
        Forecast forecast = new Forecast(steps, List.of());

        assertThat(roundTrip(forecast)).isEqualTo(forecast);
    }

    @Test
    void readsWhatVersionOneWrote() throws DamagedForecastException {
        Run run = ArchiveSamples.run(ArchiveSamples.NOON, 48, 5);

        assertThat(ForecastUnpacker.unpack(VersionOne.bytes())).isEqualTo(new Forecast(run.hourly(), run.daily()));
    }

    @Test
    void givesEqualBytesForEqualForecasts() throws DamagedForecastException {
        for (int i = 0; i < FORECASTS; i++) {
            byte[] packed = ForecastPacker.pack(forecasts.next());

            assertThat(ForecastPacker.pack(ForecastUnpacker.unpack(packed))).isEqualTo(packed);
        }
    }

    @Test
    void takesFewBytesForWhatGoesOnAsExpected() {
        List<ForecastStep> steps = new ArrayList<>();
        for (int hour = 0; hour < 384; hour++) {
            Values<Variable> values = Values.of(Variable.class)
                    .set(Variable.TEMPERATURE, Math.round(100 * Math.sin(Math.PI * hour / 12)) / 10.0)
                    .set(Variable.PRECIPITATION, 0)
                    .build();
            steps.add(new ForecastStep(
                    Instant.ofEpochSecond(3600L * hour), Duration.ofHours(1), new Conditions(Sky.UNKNOWN, values)));
        }

        assertThat(ForecastPacker.pack(new Forecast(steps, List.of()))).hasSizeLessThan(80); // a day, then the same
    }

    @Test
    void refusesToPackMoreStepsThanItReadsBack() {
        List<ForecastStep> steps = Stream.iterate(
                        new ForecastStep(Instant.EPOCH, Duration.ZERO, NOTHING),
                        last -> new ForecastStep(last.validTime().plusSeconds(60), Duration.ZERO, NOTHING))
                .limit(Forecast.MAX_STEPS + 1L)
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastPacker.pack(new Forecast(steps, List.of())))
                .withMessage("the run has 10001 steps, more than 10000");
    }

    @Test
    void refusesToPackStepsThatItCouldNotTellApart() {
        List<ForecastStep> steps = List.of(
                new ForecastStep(Instant.ofEpochSecond(1, 1), Duration.ZERO, NOTHING),
                new ForecastStep(Instant.ofEpochSecond(1, 2), Duration.ZERO, NOTHING));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastPacker.pack(new Forecast(steps, List.of())))
                .withMessage("steps 0 and 1 lie within one millisecond");
    }

    @Test
    void refusesToPackATimeBeyondAllWeather() {
        List<ForecastStep> steps = List.of(new ForecastStep(Instant.MAX, Duration.ZERO, NOTHING));

        assertThatThrownBy(() -> ForecastPacker.pack(new Forecast(steps, List.of())))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("too far away");
    }

    private static Forecast roundTrip(Forecast forecast) throws DamagedForecastException {
        return ForecastUnpacker.unpack(ForecastPacker.pack(forecast));
    }

    private static List<Object> frame(Forecast forecast) {
        List<Object> frame = new ArrayList<>();
        forecast.hourly().forEach(step -> {
            frame.add(step.validTime());
            frame.add(step.period());
            frame.add(step.conditions().sky());
        });
        forecast.daily().forEach(day -> {
            frame.add(day.date());
            frame.add(day.sky());
        });
        return frame;
    }

    private static <Q extends Enum<Q> & Quantity> void assertClose(Values<Q> expected, Values<Q> found) {
        assertThat(found.known()).isEqualTo(expected.known());
        for (Q quantity : expected.known()) {
            double value = expected.get(quantity).orElseThrow();
            double half = 0.5 * Math.pow(10, -Resolution.decimals(quantity));
            double rounding = 4 * Math.ulp(value);
            assertThat(Math.abs(found.get(quantity).orElseThrow() - value))
                    .as("error of %s %s", quantity.key(), value)
                    .isLessThanOrEqualTo(half + rounding);
        }
    }
}
