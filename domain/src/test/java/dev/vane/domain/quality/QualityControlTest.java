package dev.vane.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule, and where it begins to bite. */
class QualityControlTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Values<Variable> NOBODY = Values.none(Variable.class);

    private final QualityControl control = new QualityControl(new Coordinates(45.5, -122.7));

    private static Observation at(Duration before, Map<Variable, Double> given) {
        return new Observation(NOON.minus(before), Duration.ofHours(1), new Conditions(Sky.UNKNOWN, values(given)));
    }

    private static Observation now(Map<Variable, Double> given) {
        return at(Duration.ZERO, given);
    }

    private static Values<Variable> values(Map<Variable, Double> given) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        given.forEach(values::set);
        return values.build();
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** Readings of one value, at a regular distance, up to one such distance before noon. */
    private static List<Observation> steady(Variable variable, double value, Duration since, Duration every) {
        List<Observation> readings = new ArrayList<>();
        for (Duration before = since; before.isPositive(); before = before.minus(every)) {
            readings.add(at(before, Map.of(variable, value)));
        }
        return readings;
    }

    private static String told(List<QualityFlag> flags) {
        return String.join(
                ", ",
                flags.stream()
                        .map(flag -> flag.variable().key() + " " + flag.rule().key() + (flag.excluded() ? "" : "?"))
                        .toList());
    }

    private String judged(Map<Variable, Double> reading) {
        return told(control.judge(now(reading), List.of(), NOBODY));
    }

    @Test
    void findsNothingWrongWithAnOrdinaryReading() {
        assertThat(judged(Map.of(
                        Variable.TEMPERATURE, 12.3,
                        Variable.DEW_POINT, 8.1,
                        Variable.RELATIVE_HUMIDITY, 76.0,
                        Variable.PRESSURE_MSL, 1014.2,
                        Variable.WIND_SPEED, 3.1,
                        Variable.WIND_GUST, 7.0,
                        Variable.WIND_DIRECTION, 270.0,
                        Variable.PRECIPITATION, 0.4)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, TEMPERATURE, -35, 58",
        "23.5, TEMPERATURE, -62, 59",
        "-44.9, TEMPERATURE, -62, 59",
        "45.5, TEMPERATURE, -75, 52",
        "-90, TEMPERATURE, -95, 42",
        "0, DEW_POINT, -65, 37",
        "60, DEW_POINT, -90, 34",
        "80, DEW_POINT, -105, 27",
        "10, PRESSURE_MSL, 865, 1055",
        "60, PRESSURE_MSL, 900, 1095",
        "45, WIND_SPEED, 0, 75",
        "45, WIND_GUST, 0, 115",
        "45, RELATIVE_HUMIDITY, 0, 102",
        "70, UV_INDEX, 0, 12",
        "45, PRECIPITATION, 0, 450"
    })
    void excludesWhatCannotBeAtTheLatitude(double latitude, Variable variable, double minimum, double maximum) {
        QualityControl there = new QualityControl(new Coordinates(latitude, 0));
        assertThat(there.judge(now(Map.of(variable, minimum)), List.of(), NOBODY))
                .isEmpty();
        assertThat(there.judge(now(Map.of(variable, maximum)), List.of(), NOBODY))
                .isEmpty();
        assertThat(told(there.judge(now(Map.of(variable, maximum + 0.1)), List.of(), NOBODY)))
                .isEqualTo(variable.key() + " range");
        if (variable.admits(minimum - 0.1)) {
            assertThat(told(there.judge(now(Map.of(variable, minimum - 0.1)), List.of(), NOBODY)))
                    .isEqualTo(variable.key() + " range");
        }
    }

    @Test
    void letsMoreRainFallInADayThanInAnHour() {
        Conditions wet = new Conditions(Sky.UNKNOWN, values(Map.of(Variable.PRECIPITATION, 600.0)));
        assertThat(control.judge(new Observation(NOON, Duration.ofHours(24), wet), List.of(), NOBODY))
                .isEmpty();
    }

    @Test
    void saysTheValueAndTheLimit() {
        assertThat(control.judge(now(Map.of(Variable.TEMPERATURE, 60.0)), List.of(), NOBODY))
                .singleElement()
                .satisfies(flag -> assertThat(flag.detail())
                        .isEqualTo("60.0 °C cannot be at this latitude, only -75.0 to 52.0 °C."));
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE,        60, 10, 19.5",
        "TEMPERATURE,        15, 10, 11.75",
        "DEW_POINT,          60,  5, 19.5",
        "PRESSURE_MSL,       15, 1000, 8.5",
        "RELATIVE_HUMIDITY,  15, 40, 35",
        "WIND_SPEED,         15,  2, 16",
        "WIND_GUST,          15,  2, 25"
    })
    void excludesALeap(Variable variable, int minutes, double before, double limit) {
        List<Observation> earlier = List.of(at(minutes(minutes), Map.of(variable, before)));
        assertThat(control.judge(now(Map.of(variable, before + limit - 0.01)), earlier, NOBODY))
                .isEmpty();
        assertThat(told(control.judge(now(Map.of(variable, before + limit + 0.01)), earlier, NOBODY)))
                .isEqualTo(variable.key() + " step");
    }

    @Test
    void comparesNothingMoreThanAnHourApart() {
        Observation reading = now(Map.of(Variable.TEMPERATURE, 35.0));
        assertThat(told(control.judge(reading, List.of(at(minutes(60), Map.of(Variable.TEMPERATURE, 5.0))), NOBODY)))
                .isEqualTo("temperature step");
        assertThat(control.judge(reading, List.of(at(minutes(61), Map.of(Variable.TEMPERATURE, 5.0))), NOBODY))
                .isEmpty();
    }

    @Test
    void believesTheReadingAfterASpike() {
        List<Observation> spike = List.of(
                at(minutes(10), Map.of(Variable.TEMPERATURE, 10.0)),
                at(minutes(5), Map.of(Variable.TEMPERATURE, 30.0)));
        assertThat(control.judge(now(Map.of(Variable.TEMPERATURE, 10.2)), spike, NOBODY))
                .isEmpty();
    }

    @Test
    void doesNotTakeALeapForTheTruthBecauseItStays() {
        List<Observation> leap = List.of(
                at(minutes(30), Map.of(Variable.TEMPERATURE, 10.0)),
                at(minutes(20), Map.of(Variable.TEMPERATURE, 40.0)),
                at(minutes(10), Map.of(Variable.TEMPERATURE, 40.1)));
        assertThat(told(control.judge(now(Map.of(Variable.TEMPERATURE, 40.2)), leap, NOBODY)))
                .isEqualTo("temperature step");
    }

    @Test
    void comparesWithNothingThatCannotBe() {
        List<Observation> broken = List.of(at(minutes(5), Map.of(Variable.TEMPERATURE, 60.0)));
        assertThat(control.judge(now(Map.of(Variable.TEMPERATURE, 10.0)), broken, NOBODY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 12.3, 4",
        "DEW_POINT, 8.1, 4",
        "RELATIVE_HUMIDITY, 60, 6",
        "PRESSURE_MSL, 1013.2, 6",
        "WIND_SPEED, 3.1, 4",
        "WIND_GUST, 3.1, 4"
    })
    void excludesWhatHasNotChangedForTooLong(Variable variable, double value, int hours) {
        Observation reading = now(Map.of(variable, value));
        Duration time = Duration.ofHours(hours);
        assertThat(told(control.judge(reading, steady(variable, value, time, minutes(5)), NOBODY)))
                .isEqualTo(variable.key() + " persistence");
        assertThat(control.judge(reading, steady(variable, value, time.minus(minutes(5)), minutes(5)), NOBODY))
                .isEmpty();
    }

    @Test
    void sparesWhatHasChangedByADigitInBetween() {
        List<Observation> earlier = new ArrayList<>(steady(Variable.TEMPERATURE, 12.3, minutes(360), minutes(5)));
        earlier.set(earlier.size() - 20, at(minutes(100), Map.of(Variable.TEMPERATURE, 12.2)));
        assertThat(control.judge(now(Map.of(Variable.TEMPERATURE, 12.3)), earlier, NOBODY))
                .isEmpty();
    }

    @Test
    void needsEnoughReadingsToCallASensorStuck() {
        Observation reading = now(Map.of(Variable.TEMPERATURE, 12.3));
        assertThat(told(control.judge(reading, steady(Variable.TEMPERATURE, 12.3, minutes(240), minutes(60)), NOBODY)))
                .isEqualTo("temperature persistence");
        assertThat(control.judge(reading, steady(Variable.TEMPERATURE, 12.3, minutes(240), minutes(80)), NOBODY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 0.1",
        "RELATIVE_HUMIDITY, 100",
        "WIND_SPEED, 0",
        "WIND_GUST, 0.9",
        "WIND_DIRECTION, 270",
        "PRECIPITATION, 0",
        "CLOUD_COVER, 100",
        "SHORTWAVE_RADIATION, 0",
        "UV_INDEX, 0",
        "SNOW_DEPTH, 30",
        "VISIBILITY, 10000"
    })
    void sparesWhatDoesStay(Variable variable, double value) {
        List<Observation> earlier = steady(variable, value, QualityControl.WINDOW, minutes(5));
        assertThat(control.judge(now(Map.of(variable, value)), earlier, NOBODY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, windDirection persistence", "0.5, ''"})
    void callsAVaneStuckInWindAlone(double wind, String expected) {
        List<Observation> earlier = new ArrayList<>();
        for (int i = 60; i > 0; i--) {
            earlier.add(at(
                    minutes(6L * i), Map.of(Variable.WIND_DIRECTION, 270.0, Variable.WIND_SPEED, wind + i % 3 * 0.1)));
        }
        Observation reading = now(Map.of(Variable.WIND_DIRECTION, 270.0, Variable.WIND_SPEED, wind));
        assertThat(told(control.judge(reading, earlier, NOBODY))).isEqualTo(expected);
    }

    @Test
    void looksNoFurtherBackThanItsWindow() {
        List<Observation> earlier = new ArrayList<>(
                steady(Variable.RELATIVE_HUMIDITY, 60, QualityControl.WINDOW.plusHours(20), minutes(30)));
        Observation reading = now(Map.of(Variable.RELATIVE_HUMIDITY, 60.0));
        assertThat(control.judge(reading, earlier, NOBODY))
                .singleElement()
                .satisfies(flag -> assertThat(flag.detail()).contains("over 7 h"));
    }

    @ParameterizedTest
    @CsvSource({"10, 11, ''", "10, 11.1, 'temperature consistency?, dewPoint consistency'"})
    void excludesADewPointAboveTheTemperature(double temperature, double dewPoint, String expected) {
        assertThat(judged(Map.of(Variable.TEMPERATURE, temperature, Variable.DEW_POINT, dewPoint)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 9.5, ''", "10, 9.4, 'windSpeed consistency?, windGust consistency'"})
    void excludesAGustBelowTheMeanWind(double wind, double gust, String expected) {
        assertThat(judged(Map.of(Variable.WIND_SPEED, wind, Variable.WIND_GUST, gust)))
                .isEqualTo(expected);
    }

    /** At 20 °C a dew point of 9.26 °C is a humidity of 50.0 %; at -20 °C the humidity over ice is another one. */
    @ParameterizedTest
    @CsvSource({
        "20, 9.26, 59.9, ''",
        "20, 9.26, 40.1, ''",
        "20, 9.26, 61, 'dewPoint consistency, relativeHumidity consistency'",
        "20, 9.26, 39, 'dewPoint consistency, relativeHumidity consistency'",
        "-20, -20, 82, ''"
    })
    void excludesAHumidityThatContradicts(double temperature, double dewPoint, double humidity, String expected) {
        assertThat(judged(Map.of(
                        Variable.TEMPERATURE, temperature,
                        Variable.DEW_POINT, dewPoint,
                        Variable.RELATIVE_HUMIDITY, humidity)))
                .isEqualTo(expected);
    }

    @Test
    void aDirectionWithoutWindIsFine() {
        assertThat(judged(Map.of(Variable.WIND_SPEED, 0.0, Variable.WIND_DIRECTION, 210.0)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 15, 20, ''",
        "TEMPERATURE, 15, 20.1, temperature neighbours?",
        "TEMPERATURE, 15, 25, temperature neighbours?",
        "TEMPERATURE, 15, 25.1, temperature neighbours",
        "TEMPERATURE, 15, 4.9, temperature neighbours",
        "DEW_POINT, 5, 15.1, dewPoint neighbours",
        "PRESSURE_MSL, 1013, 1003, ''",
        "PRESSURE_MSL, 1013, 1002.9, pressureMsl neighbours"
    })
    void comparesWithWhatTheSourcesAgreeOn(Variable variable, double there, double here, String expected) {
        List<QualityFlag> flags =
                control.judge(now(Map.of(variable, here)), List.of(), values(Map.of(variable, there)));
        assertThat(told(flags)).isEqualTo(expected);
    }

    @Test
    void saysThatAPressureIsLikelyNotReduced() {
        List<QualityFlag> flags = control.judge(
                now(Map.of(Variable.PRESSURE_MSL, 962.0)), List.of(), values(Map.of(Variable.PRESSURE_MSL, 1013.0)));
        assertThat(flags)
                .singleElement()
                .satisfies(flag -> assertThat(flag.detail())
                        .contains("962.0 hPa is 51.0 from the 1013.0 hPa", "not reduced to mean sea level"));
    }

    @Test
    void excludesWithATemperatureWhatDependsOnIt() {
        Observation reading = now(Map.of(
                Variable.TEMPERATURE, 30.0,
                Variable.DEW_POINT, 18.4,
                Variable.RELATIVE_HUMIDITY, 50.0,
                Variable.WIND_SPEED, 3.0));
        List<QualityFlag> flags = control.judge(reading, List.of(), values(Map.of(Variable.TEMPERATURE, 12.0)));
        assertThat(told(flags)).isEqualTo("temperature neighbours, dewPoint neighbours, relativeHumidity neighbours");
        assertThat(QualityControl.usable(reading, flags)).isEqualTo(values(Map.of(Variable.WIND_SPEED, 3.0)));
    }

    @Test
    void whatIsOnlySuspectRemainsUsable() {
        Observation reading = now(Map.of(Variable.TEMPERATURE, 21.0));
        List<QualityFlag> flags = control.judge(reading, List.of(), values(Map.of(Variable.TEMPERATURE, 14.0)));
        assertThat(flags).isNotEmpty();
        assertThat(QualityControl.usable(reading, flags)).isEqualTo(values(Map.of(Variable.TEMPERATURE, 21.0)));
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void judgesTheExtremesOfEveryVariable(Variable variable) {
        for (double value : new double[] {variable.minimum(), variable.maximum()}) {
            Observation reading = now(Map.of(variable, value));
            for (QualityFlag flag : control.judge(
                    reading, List.of(reading), reading.conditions().values())) {
                assertThat(flag.variable()).isEqualTo(variable);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void judgesWhateverTheTypesAdmitInTheSameWayEachTime(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String at = "seed " + seed + ", case " + i;
            Observation reading = anything(random, Duration.ZERO);
            List<Observation> before = new ArrayList<>();
            for (int n = random.nextInt(20); n > 0; n--) {
                before.add(anything(random, Duration.ofMillis(random.nextLong(9 * 3_600_000L))));
            }
            before.sort(Comparator.comparing(Observation::validTime));
            Values<Variable> neighbours =
                    anything(random, Duration.ZERO).conditions().values();
            QualityControl somewhere = new QualityControl(new Coordinates(random.nextDouble(-90, 90), 0));
            List<QualityFlag> flags = somewhere.judge(reading, before, neighbours);
            assertThat(somewhere.judge(reading, List.copyOf(before), neighbours))
                    .as(at)
                    .isEqualTo(flags);
            assertThat(flags)
                    .as(at)
                    .allMatch(flag -> reading.conditions().values().has(flag.variable()));
            Values<Variable> usable = QualityControl.usable(reading, flags);
            assertThat(flags.stream().filter(QualityFlag::excluded).map(QualityFlag::variable))
                    .as(at)
                    .noneMatch(usable::has);
        }
    }

    private static Observation anything(Random random, Duration before) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (Variable variable : Variable.values()) {
            switch (random.nextInt(5)) {
                case 0 -> values.set(variable, variable.minimum());
                case 1 -> values.set(variable, variable.maximum());
                case 2, 3 -> values.set(variable, random.nextDouble(variable.minimum(), variable.maximum()));
                default -> {}
            }
        }
        return new Observation(NOON.minus(before), minutes(60), new Conditions(Sky.UNKNOWN, values.build()));
    }
}
