package dev.vane.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceQueryTest {

    private static final String COMPOSED = "S\u00e3o Paulo";
    private static final String DECOMPOSED = "Sa\u0303o Paulo";

    @Test
    void composedAndDecomposedTextsAreOneQuery() {
        assertThat(DECOMPOSED).isNotEqualTo(COMPOSED);
        assertThat(new PlaceQuery(DECOMPOSED)).isEqualTo(new PlaceQuery(COMPOSED));
        assertThat(new PlaceQuery(DECOMPOSED).text()).isEqualTo(COMPOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "東京",
                "Łódź",
                "new york, ny",
                "'s-Hertogenbosch",
                "'; DROP TABLE place; --",
                "100%",
                "𐌰𐌱",
                "می‌خوش",
                "🌧"
            })
    void takesWhatPeopleType(String text) {
        assertThat(PlaceQuery.fault(text)).isEmpty();
        assertThat(new PlaceQuery("  " + text + " ").text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t", "\n", "   ", "\u00a0", "\u2003", "\u3000", "\u200b", "\ufeff", "\u00a0\u200d "})
    void callsWhatCannotBeSeenEmpty(String text) {
        assertThat(PlaceQuery.fault(text)).contains("is empty");
    }

    static Stream<String> forbidden() {
        return Stream.of(
                "Ber\0lin",
                "\0",
                "Berlin\r\nX-Injected: 1",
                "Berlin\n",
                "a\u0007b",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "\ud83c",
                "a\udf27b",
                "\udf27\ud83c",
                "a\ufffdb",
                "a\ue000b",
                "a\uffffb",
                "a\u0378b",
                "a\ud83f\udffeb");
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void refusesControlCharactersAndInvalidOnes(String text) {
        assertThat(PlaceQuery.fault(text)).contains("has a control character or an invalid one");
    }

    @Test
    void refusesFiveThousandCharacters() {
        assertThat(PlaceQuery.fault("x".repeat(5000))).contains("has 5000 characters; at most 200 are allowed");
    }

    @Test
    void takesTwoHundredCharactersAndNotOneMore() {
        assertThat(PlaceQuery.fault("x".repeat(200))).isEmpty();
        assertThat(PlaceQuery.fault("x".repeat(201))).contains("has 201 characters; at most 200 are allowed");
    }

    @Test
    void countsTheCharactersAfterNormalisation() {
        String growing = "\ufb2c".repeat(100); // Hebrew shin with dagesh and shin dot: three characters in form C
        assertThat(PlaceQuery.fault(growing)).contains("has 300 characters; at most 200 are allowed");
        assertThat(PlaceQuery.fault("\ufb2c".repeat(66))).isEmpty();
    }

    @Test
    void throwsTheFaultAsItsMessage() {
        assertThatThrownBy(() -> new PlaceQuery(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'52.52, 13.405', 52.52, 13.405",
        "'52.52,13.405', 52.52, 13.405",
        "' -33.9 151.2 ', -33.9, 151.2",
        "'+1 , -1', 1, -1",
        "'52.,13.', 52, 13",
        "'90,-180', 90, -180"
    })
    void readsCoordinates(String text, double latitude, double longitude) {
        assertThat(new PlaceQuery(text).coordinates()).contains(new Coordinates(latitude, longitude));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Berlin",
                "52.52",
                "91,0",
                "0,180.1",
                "1e5,2",
                "NaN, 0",
                "52,52,13,4",
                "٥٢, ١٣",
                "10115 Berlin",
                "1-2"
            })
    void readsNoCoordinatesWhereThereAreNone(String text) {
        assertThat(new PlaceQuery(text).coordinates()).isEmpty();
    }
}
