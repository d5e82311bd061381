package dev.vane.adapters.sqlite.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties that hold for towns picked at random from all there are. */
class EveryTownTest {

    private static final int SAMPLE = 2_000;
    private static final int FIRST_PAGE = 50;

    /** Villages share names: in one country there are more than fifty of some. */
    private static final double FOUND_BY_NAME = 0.97;

    @Test
    void holdsAllTownsOfTheExport() throws SQLException {
        assertThat(TownRows.all()).hasSize(199_568).extracting(Place::id).doesNotHaveDuplicates();
    }

    @Test
    void findsATownByItsNameAndCountry() throws SQLException { // mistake 5 of the app replaced: it lost 8 % of them
        List<Place> missed =
                sample().stream().filter(town -> !search(town).contains(town)).toList();

        System.err.println(
                "EveryTownTest: " + (SAMPLE - missed.size()) + " of " + SAMPLE + " found by name and country");
        assertThat((double) (SAMPLE - missed.size()) / SAMPLE)
                .as("share found; missed %s", missed.stream().map(Place::name).toList())
                .isGreaterThan(FOUND_BY_NAME);
    }

    @Test
    void missesATownOnlyBecauseOfNamesakes() throws SQLException {
        assertThat(sample()).allSatisfy(town -> {
            List<Place> found = search(town);
            assertThat(found.contains(town) || found.size() == FIRST_PAGE)
                    .as("%s %s is found, or crowded out", town.id(), town.name())
                    .isTrue();
        });
    }

    @Test
    void findsATownByItsCoordinates() throws SQLException {
        assertThat(sample()).allSatisfy(town -> {
            List<Place> nearest = BuiltGazetteer.open().nearest(town.coordinates(), 1);
            assertThat(nearest).hasSize(1);
            assertThat(nearest.getFirst().coordinates()).as("for %s", town.id()).isEqualTo(town.coordinates());
        });
    }

    @Test
    void findsATownById() throws SQLException {
        assertThat(sample())
                .allSatisfy(town -> assertThat(BuiltGazetteer.open().town((PlaceId.Town) town.id()))
                        .contains(town));
    }

    private static List<Place> search(Place town) {
        PlaceQuery query = new PlaceQuery(town.name() + ", " + town.region().countryCode());
        return BuiltGazetteer.open().search(query, FIRST_PAGE);
    }

    private static List<Place> sample() throws SQLException {
        long seed = System.nanoTime();
        System.err.println("EveryTownTest seed " + seed);
        return TownRows.sample(SAMPLE, new Random(seed));
    }
}
