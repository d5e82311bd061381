package dev.vane.adapters.sqlite.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestSearchTest {

    private static List<Place> all;

    @BeforeAll
    static void readAll() throws SQLException {
        all = TownRows.all();
    }

    @ParameterizedTest
    @CsvSource({
        "90, 0",
        "-90, 0",
        "89.999, 12",
        "-89.999, -170",
        "0, 180",
        "0, -180",
        "-16.5, 179.99",
        "-16.5, -179.99",
        "66, 179.5",
        "-48.8767, -123.3933",
        "52.52, 13.405",
        "78.22, 15.65",
        "0, 0",
        "-54, 3.4",
    })
    void findsTheNearestTownsAtPolesAntimeridianAndOceans(double latitude, double longitude) {
        Coordinates point = new Coordinates(latitude, longitude);

        assertThat(BuiltGazetteer.open().nearest(point, 3))
                .hasSize(3)
                .satisfies(places -> assertThat(places).isEqualTo(amongAll(point, places)));
    }

    @Test
    void findsTheNearestTownsAnywhere() {
        long seed = System.nanoTime();
        System.err.println("NearestSearchTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Coordinates point = new Coordinates(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            assertThat(BuiltGazetteer.open().nearest(point, 3))
                    .hasSize(3)
                    .as("at %s", point)
                    .satisfies(places -> assertThat(places).isEqualTo(amongAll(point, places)));
        }
    }

    @Test
    void crossesTheAntimeridian() { // Fiji lies on both sides of it
        Coordinates eastOfIt = new Coordinates(-16.8, -179.99);

        Place nearest = BuiltGazetteer.open().nearest(eastOfIt, 1).getFirst();

        assertThat(nearest.region().countryCode()).isEqualTo("FJ");
        assertThat(nearest.coordinates().longitude()).isPositive();
    }

    /** The three nearest of all towns that are no farther than the last that was found. */
    private static List<Place> amongAll(Coordinates point, List<? extends Place> found) {
        double farthest = found.getLast().coordinates().distanceTo(point);
        return all.stream()
                .filter(place -> place.coordinates().distanceTo(point) <= farthest)
                .sorted(NearestSearch.byDistance(point))
                .limit(3)
                .toList();
    }
}
