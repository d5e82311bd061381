package dev.vane.application.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every gazetteer does. */
public abstract class GazetteerContract {

    /** For the test of each gazetteer. */
    protected GazetteerContract() {}

    /** A gazetteer that knows at least {@link ContractTowns#ALL}. */
    protected abstract Gazetteer gazetteer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "berlin|2950159",
                "BERL|2950159",
                "Berlin, DE|2950159",
                "Berlin, New Hampshire|5083330",
                "berlin, nh|5083330",
                "Berlin, NH, United States|5083330",
                "São Paulo|3448439",
                "sao pau|3448439",
                "new york, ny|5128581",
                "london|2643743",
                "london, uk|2643743",
                "london, england, gb|2643743",
                "London, Canada|6058560",
                "portland, or|5746545",
                "  suva ,  fiji |2198148",
            })
    void findsTheRightTownFirst(String text, long id) {
        assertThat(search(text)).first().extracting(Place::id).isEqualTo(new PlaceId.Town(id));
    }

    @Test
    void findsComposedAndDecomposedNamesAlike() {
        String decomposed = Normalizer.normalize("São Paulo", Normalizer.Form.NFD);

        assertThat(search(decomposed)).isNotEmpty().isEqualTo(search("São Paulo"));
    }

    @Test
    void tellsEverythingAboutATown() {
        assertThat(gazetteer().town(new PlaceId.Town(2950159))).contains(ContractTowns.BERLIN);
    }

    @Test
    void knowsNoTownOfAnUnknownId() {
        assertThat(gazetteer().town(new PlaceId.Town(9_999_999_999L))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"qqxzzqqx", "berlin, qqxzzqqx", "\"", "' OR 1=1 --", ",", ",,,", "berlin* NEAR(", "😀", "-"})
    void findsNothingWhereNothingMatches(String text) {
        assertThat(search(text)).isEmpty();
    }

    @Test
    void returnsAtMostTheLimit() {
        assertThat(gazetteer().search(new PlaceQuery("berlin"), 1)).hasSize(1);
        assertThat(gazetteer().search(new PlaceQuery("berlin"), 1, point(0, 0))).hasSize(1);
        assertThat(gazetteer().nearest(point(0, 0), 2)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesALimitThatIsNotPositive(int limit) {
        Gazetteer gazetteer = gazetteer();
        PlaceQuery query = new PlaceQuery("berlin");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> gazetteer.search(query, limit))
                .withMessageContaining(String.valueOf(limit));
        assertThatIllegalArgumentException().isThrownBy(() -> gazetteer.search(query, limit, point(0, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> gazetteer.nearest(point(0, 0), limit));
    }

    @Test
    void ordersMatchesByDistanceFromAPoint() {
        List<Place> places = gazetteer().search(new PlaceQuery("london"), 10, point(43, -81));

        assertThat(places)
                .startsWith(ContractTowns.LONDON_ONTARIO)
                .isSortedAccordingTo((one, other) -> Double.compare(
                        one.coordinates().distanceTo(point(43, -81)),
                        other.coordinates().distanceTo(point(43, -81))));
    }

    @Test
    void findsATownAtItsOwnCoordinates() {
        assertThat(ContractTowns.ALL)
                .allSatisfy(town ->
                        assertThat(gazetteer().nearest(town.coordinates(), 1)).containsExactly(town));
    }

    @ParameterizedTest
    @CsvSource({"90, 0", "-90, 0", "0, 180", "0, -180", "-48.9, -123.4"})
    void findsATownFromTheEndsOfTheEarth(double latitude, double longitude) {
        assertThat(gazetteer().nearest(point(latitude, longitude), 1)).hasSize(1);
    }

    private List<Place> search(String text) {
        return gazetteer().search(new PlaceQuery(text), 10);
    }

    private static Coordinates point(double latitude, double longitude) {
        return new Coordinates(latitude, longitude);
    }
}
