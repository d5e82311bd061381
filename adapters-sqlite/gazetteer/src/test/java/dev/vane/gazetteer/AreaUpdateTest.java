package dev.vane.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreaUpdateTest {

    @TempDir
    private Path folder;

    @Test
    void takesTheAreaOfTheNewerList() throws IOException {
        assertThat(updated("[" + city("Berlin", "52.52", "13.41", "99") + "]", SampleTowns.BERLIN))
                .containsExactly(new Area("DE", "99"));
    }

    @Test
    void takesNoAreaFromANamesakeElsewhere() throws IOException {
        assertThat(updated("[" + city("Berlin", "48.52", "13.41", "99") + "]", SampleTowns.BERLIN))
                .containsExactly(new Area("DE", "16"));
    }

    @Test
    void sendsATownThatIsNotListedWhereItsNeighboursWent() throws IOException {
        String unlisted = SampleTowns.BERLIN.replace("Berlin\tBerlin\t", "Unlisted\tUnlisted\t");

        assertThat(updated("[" + city("Berlin", "52.52", "13.41", "99") + "]", SampleTowns.BERLIN, unlisted))
                .containsExactly(new Area("DE", "99"), new Area("DE", "99"));
    }

    private List<Area> updated(String json, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("cities.json"), json);
        List<GeoNamesTown> towns =
                List.of(lines).stream().map(line -> GeoNamesTown.parse(line, 1)).toList();
        return AreaUpdate.apply(towns, file).stream().map(GeoNamesTown::area).toList();
    }

    private static String city(String name, String latitude, String longitude, String admin1) {
        return """
                {"country": "DE", "name": "%s", "lat": "%s", "lng": "%s", "admin1": "%s"}""".formatted(name, latitude, longitude, admin1);
    }
}
