package dev.vane.domain.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitSystemTest {

    @ParameterizedTest
    @CsvSource({
        // dimension, metric, imperial, si, uk
        "TEMPERATURE,   °C,    °F,   K,    °C",
        "SPEED,         m/s,   mph,  m/s,  mph",
        "DIRECTION,     °,     °,    °,    °",
        "PRESSURE,      hPa,   inHg, Pa,   hPa",
        "PRECIPITATION, mm,    in,   mm,   mm",
        "SNOW,          cm,    in,   m,    cm",
        "DISTANCE,      km,    mi,   m,    mi",
        "ELEVATION,     m,     ft,   m,    m",
        "PROPORTION,    %,     %,    %,    %",
        "IRRADIANCE,    W/m²,  W/m², W/m², W/m²",
        "DURATION,      h,     h,    s,    h",
        "INDEX,         '',    '',   '',   ''"
    })
    void givesEachDimensionItsUnit(Dimension dimension, String metric, String imperial, String si, String uk) {
        assertThat(UnitSystem.METRIC.unit(dimension).symbol()).isEqualTo(metric);
        assertThat(UnitSystem.IMPERIAL.unit(dimension).symbol()).isEqualTo(imperial);
        assertThat(UnitSystem.SI.unit(dimension).symbol()).isEqualTo(si);
        assertThat(UnitSystem.UK.unit(dimension).symbol()).isEqualTo(uk);
    }

    @ParameterizedTest
    @EnumSource(UnitSystem.class)
    void convertsFromTheCanonicalUnitOfEveryDimension(UnitSystem system) {
        for (Dimension dimension : Dimension.values()) {
            assertThat(dimension.canonical().convertsTo(system.unit(dimension)))
                    .as("%s of %s", dimension, system)
                    .isTrue();
            assertThat(system.convert(1, dimension))
                    .isEqualTo(dimension.canonical().convert(1, system.unit(dimension)));
        }
    }

    @ParameterizedTest
    @EnumSource(UnitSystem.class)
    void isFoundByItsKey(UnitSystem system) {
        assertThat(UnitSystem.parse(system.key())).contains(system);
    }

    @Test
    void hasTheKeysOfTheHttpContract() {
        assertThat(UnitSystem.values()).extracting(UnitSystem::key).containsExactly("metric", "imperial", "si", "uk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Metric", "METRIC", " si", "us", "uk\0", "metrıc", "imperial,si"})
    void parsesNothingElse(String key) {
        assertThat(UnitSystem.parse(key)).isEmpty();
    }

    @Test
    void hasTheSameKeysInATurkishLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(UnitSystem.METRIC.key()).isEqualTo("metric");
        } finally {
            Locale.setDefault(before);
        }
    }
}
