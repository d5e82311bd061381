package dev.vane.adapters.sources.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sources.TestPlaces;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestStationsTest {

    /** A degree of latitude has 111.2 km. */
    private static Station station(String id, double kilometresNorth, double elevation) {
        return new Station(id, new Coordinates(46 + kilometresNorth / 111.2, 9), elevation);
    }

    private static Place place(OptionalInt elevation) {
        return TestPlaces.place(46, 9, elevation, "Europe/Zurich");
    }

    private static List<String> near(OptionalInt elevation, Station... stations) {
        return NearestStations.of(place(elevation), List.of(stations)).stream()
                .map(Station::id)
                .toList();
    }

    @Test
    void givesTheNearestFirst() {
        OptionalInt here = OptionalInt.of(400);
        assertThat(near(here, station("FAR", 29, 400), station("NEAR", -3, 500), station("MID", 12, 300)))
                .containsExactly("NEAR", "MID", "FAR");
        assertThat(near(here, station("B", 5, 400), station("A", 5, 400))).containsExactly("A", "B");
    }

    @Test
    void leavesOutWhatIsTooFarAway() {
        assertThat(near(OptionalInt.of(400), station("OUT", 30.2, 400), station("IN", 29.8, 400)))
                .containsExactly("IN");
    }

    @Test
    void leavesOutWhatIsTooHighOrTooLow() {
        assertThat(near(
                        OptionalInt.of(400),
                        station("HIGH", 1, 601),
                        station("LOW", 2, 199),
                        station("TOP", 3, 600),
                        station("BOTTOM", 4, 200)))
                .containsExactly("TOP", "BOTTOM");
    }

    @Test
    void takesAnyInFlatCountryIfTheElevationOfThePlaceIsNotKnown() {
        OptionalInt unknown = OptionalInt.empty();
        assertThat(near(unknown, station("A", 5, 1200), station("B", 9, 1400))).containsExactly("A", "B");
        assertThat(near(unknown, station("A", 5, 1200), station("B", 9, 1401))).isEmpty();
        assertThat(near(unknown, station("A", 5, 1200), station("OUT", 31, 2900)))
                .containsExactly("A");
        assertThat(near(unknown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-501, 9001, Double.NaN})
    void refusesStationsThatAreNotOnEarth(double elevation) {
        Coordinates here = new Coordinates(0, 0);
        assertThatThrownBy(() -> new Station("A", here, elevation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elevation of station A");
        assertThatThrownBy(() -> new Station("", here, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
