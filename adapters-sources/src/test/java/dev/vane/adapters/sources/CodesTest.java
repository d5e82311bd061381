package dev.vane.adapters.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vane.adapters.sources.metnorway.SymbolCodes;
import dev.vane.adapters.sources.nws.NwsIcons;
import dev.vane.adapters.sources.openmeteo.WmoCodes;
import dev.vane.adapters.sources.openweather.ConditionIds;
import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Sky.Intensity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the tables of condition codes against the shared ones, where those are there. */
class CodesTest {

    @TestFactory
    Stream<DynamicTest> readsEveryCodeOfTheSharedTables() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        pin(tests, "codes/wmo.csv", WmoCodes::sky);
        pin(tests, "codes/owm.csv", ConditionIds::sky);
        pinNames(tests, "codes/nws_icons.csv", NwsIcons::sky);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> readsEverySymbolOfTheSharedTable() throws IOException {
        String file = "codes/met_symbols.csv";
        Path path = SharedFolder.find(file).orElse(null);
        if (path == null) {
            return Stream.empty();
        }
        List<String> lines = Files.readAllLines(path);
        SharedFolder.report("CodesTest reads " + (lines.size() - 1) + " codes of " + file);
        return lines.stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",", -1)))
                .flatMap(CodesTest::symbols);
    }

    private static Stream<DynamicTest> symbols(List<String> cells) {
        Sky expected = new Sky(
                Condition.valueOf(upper(cells.get(3))),
                intensity(cells.get(4)),
                cells.get(5).equals("1"));
        return Arrays.stream(cells.get(2).split("\\|"))
                .map(suffix -> cells.getFirst() + (suffix.isEmpty() ? "" : "_" + suffix))
                .map(code -> dynamicTest(
                        code, () -> assertThat(SymbolCodes.sky(code)).isEqualTo(expected)));
    }

    private static void pin(List<DynamicTest> tests, String file, LongFunction<Sky> table) throws IOException {
        pinNames(tests, file, code -> table.apply(Long.parseLong(code)));
    }

    private static void pinNames(List<DynamicTest> tests, String file, Function<String, Sky> table) throws IOException {
        Path path = SharedFolder.find(file).orElse(null);
        if (path == null) {
            return;
        }
        List<String> lines = Files.readAllLines(path);
        SharedFolder.report("CodesTest reads " + (lines.size() - 1) + " codes of " + file);
        List<String> header = Arrays.asList(lines.getFirst().split(","));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = Arrays.asList(line.split(",", -1));
            Sky expected = new Sky(
                    Condition.valueOf(upper(cells.get(header.indexOf("condition")))),
                    intensity(cells.get(header.indexOf("intensity"))),
                    cells.get(header.indexOf("thunder")).equals("1"));
            String code = cells.getFirst();
            tests.add(dynamicTest(
                    file + " " + code, () -> assertThat(table.apply(code)).isEqualTo(expected)));
        }
    }

    private static Intensity intensity(String cell) {
        return cell.isEmpty() ? Intensity.NONE : Intensity.valueOf(upper(cell));
    }

    private static String upper(String cell) {
        return cell.toUpperCase(Locale.ROOT);
    }

    @Test
    void takesOtherCodesForUnknown() {
        LongStream.of(-1, 4, 44, 100, 1000, Long.MIN_VALUE, Long.MAX_VALUE)
                .forEach(code -> assertThat(WmoCodes.sky(code)).isEqualTo(Sky.UNKNOWN));
        LongStream.of(-1, 0, 199, 299, 400, 599, 699, 799, 899, 999, 1200, Long.MIN_VALUE, Long.MAX_VALUE)
                .forEach(id -> assertThat(ConditionIds.sky(id)).isEqualTo(Sky.UNKNOWN));
        Stream.of("", "SKC", "sunny", "rain,50", "../skc")
                .forEach(name -> assertThat(NwsIcons.sky(name)).isEqualTo(Sky.UNKNOWN));
    }

    @Test
    void readsACodeOfEachGroup() {
        assertThat(WmoCodes.sky(65)).isEqualTo(Sky.of(Condition.RAIN, Intensity.HEAVY));
        assertThat(WmoCodes.sky(99)).isEqualTo(new Sky(Condition.HAIL, Intensity.HEAVY, true));
        assertThat(ConditionIds.sky(211)).isEqualTo(new Sky(Condition.THUNDERSTORM, Intensity.MODERATE, true));
        assertThat(ConditionIds.sky(314)).isEqualTo(Sky.of(Condition.RAIN_SHOWERS, Intensity.HEAVY));
        assertThat(ConditionIds.sky(511)).isEqualTo(Sky.of(Condition.FREEZING_RAIN, Intensity.MODERATE));
        assertThat(ConditionIds.sky(781)).isEqualTo(Sky.of(Condition.TORNADO));
    }
}
