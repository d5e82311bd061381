package dev.vane.application.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.spi.InMemoryGazetteer;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import dev.vane.domain.place.Region;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceFinderTest {

    private static final Place BERLIN = new Place(
            new PlaceId.Town(2950159),
            "Berlin",
            new Region("DE", "16", "Berlin"),
            new Coordinates(52.52437, 13.41053),
            OptionalInt.of(43),
            ZoneId.of("Europe/Berlin"),
            3_426_354);

    private final FindPlaces places = Places.findPlaces(new InMemoryGazetteer(List.of(BERLIN)));

    @Test
    void coordinatesFindTheTownsAroundThem() {
        assertThat(places.search(new PlaceQuery("52.5, 13.4"), 5)).containsExactly(BERLIN);
        assertThat(places.search(new PlaceQuery("52.5, 13.4"), 5, new Coordinates(0, 0)))
                .containsExactly(BERLIN);
    }

    @Test
    void namesAreLookedUpInTheGazetteer() {
        assertThat(places.search(new PlaceQuery("ber"), 5)).containsExactly(BERLIN);
        assertThat(places.search(new PlaceQuery("zzz"), 5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 51})
    void aLimitOutOfRangeIsRefused(int limit) {
        assertThatThrownBy(() -> places.search(new PlaceQuery("ber"), limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit is " + limit);
    }

    @Test
    void aPointInTownBearsItsNameButNotItsElevation() {
        Place point = point(52.4, 13.5);

        assertThat(point.name()).isEqualTo("Berlin");
        assertThat(point.zone()).isEqualTo(BERLIN.zone());
        assertThat(point.elevation()).isEmpty();
        assertThat(point.coordinates()).isEqualTo(new Coordinates(52.4, 13.5));
    }

    @Test
    void aPointOutOfTownKeepsItsClock() {
        Place point = point(53.5, 13.4);

        assertThat(point.name()).isEqualTo("53.5,13.4");
        assertThat(point.region()).isEqualTo(BERLIN.region());
        assertThat(point.zone()).isEqualTo(BERLIN.zone());
    }

    @ParameterizedTest
    @CsvSource({"0,-30,Etc/GMT+2", "0,100,Etc/GMT-7", "0,2,Etc/GMT", "-89.9,180,Etc/GMT-12", "10,-179,Etc/GMT+12"})
    void aPointAtSeaKeepsTheTimeOfShips(double latitude, double longitude, String zone) {
        Place point = point(latitude, longitude);

        assertThat(point.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(point.region()).isEqualTo(Region.NONE);
    }

    @Test
    void aPointThatIsAskedForAgainIsNotLookedUpAgain() {
        int[] lookUps = new int[1];
        FindPlaces counting = Places.findPlaces(new InMemoryGazetteer(List.of(BERLIN)) {
            @Override
            public List<Place> nearest(Coordinates point, int limit) {
                lookUps[0]++;
                return super.nearest(point, limit);
            }
        });
        for (int i = 0; i < 5; i++) {
            assertThat(counting.byId(new PlaceId.Point(new Coordinates(52.5, 13.4)))
                            .orElseThrow()
                            .name())
                    .isEqualTo("Berlin");
        }
        assertThat(lookUps[0]).isEqualTo(1);

        for (int i = 0; i <= RecentPoints.LIMIT; i++) {
            counting.byId(new PlaceId.Point(new Coordinates(0, i / 10.0)));
        }
        counting.byId(new PlaceId.Point(new Coordinates(52.5, 13.4)));
        assertThat(lookUps[0]).as("the oldest was forgotten").isEqualTo(1 + RecentPoints.LIMIT + 1 + 1);
    }

    private Place point(double latitude, double longitude) {
        return places.byId(new PlaceId.Point(new Coordinates(latitude, longitude)))
                .orElseThrow();
    }
}
