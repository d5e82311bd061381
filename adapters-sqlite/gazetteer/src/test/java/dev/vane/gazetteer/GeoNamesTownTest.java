package dev.vane.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNamesTownTest {

    @Test
    void readsEveryColumnThatIsUsed() {
        GeoNamesTown town = GeoNamesTown.parse(SampleTowns.BERLIN, 1);

        assertThat(town.id()).isEqualTo(2950159);
        assertThat(town.name()).isEqualTo("Berlin");
        assertThat(town.otherNames()).contains("Берлин", "柏林");
        assertThat(town.latitude()).isEqualTo(5_252_437);
        assertThat(town.longitude()).isEqualTo(1_341_053);
        assertThat(town.area()).isEqualTo(new Area("DE", "16"));
        assertThat(town.population()).isEqualTo(3_426_354);
        assertThat(town.elevation()).hasValue(74);
        assertThat(town.zone()).isEqualTo("Europe/Berlin");
        assertThat(town.modified()).isEqualTo("2022-03-09");
    }

    @Test
    void takesTheTerrainWhereNobodySurveyed() {
        assertThat(GeoNamesTown.parse(SampleTowns.ANDORRA_VILLAGE, 1).elevation())
                .hasValue(1832);
    }

    @Test
    void knowsNoElevationWhereTheTerrainIsUnknownToo() {
        assertThat(GeoNamesTown.parse(SampleTowns.SUVA, 1).elevation()).isEmpty();
    }

    @Test
    void namesTheLineThatIsMalformed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoNamesTown.parse("1\tX", 7))
                .withMessageContaining("line 7 has 2 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoNamesTown.parse(SampleTowns.BERLIN.replace("52.52437", "north"), 8))
                .withMessageContaining("line 8 (Berlin)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeoNamesTown.parse(SampleTowns.BERLIN.replace("\tDE\t", "\tGermany\t"), 9))
                .havingCause()
                .withMessageContaining("Germany");
    }

    @Test
    void ranksByPopulation(@TempDir Path folder) throws IOException {
        Path dump = folder.resolve("dump.txt");
        Files.write(dump, List.of(SampleTowns.ANDORRA_VILLAGE, SampleTowns.SUVA, SampleTowns.BERLIN));

        assertThat(GeoNamesTown.readAll(dump))
                .extracting(GeoNamesTown::name)
                .containsExactly("Berlin", "Suva", "Soldeu");
    }
}
