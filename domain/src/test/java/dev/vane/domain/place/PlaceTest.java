package dev.vane.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    private static Place place(String name, Region region) {
        return new Place(
                new PlaceId.Town(1), name, region, new Coordinates(1, 2), OptionalInt.empty(), ZoneId.of("UTC"), 0);
    }

    @Test
    void labelsWithAreaAndCountry() {
        assertThat(place("Springfield", new Region("US", "IL", "Illinois")).label(Locale.ENGLISH))
                .isEqualTo("Springfield, Illinois, United States");
    }

    @Test
    void labelsInTheLanguageAskedFor() {
        assertThat(place("München", new Region("DE", "02", "Bayern")).label(Locale.GERMAN))
                .isEqualTo("München, Bayern, Deutschland");
    }

    @Test
    void labelDoesNotRepeatAPart() {
        assertThat(place("Singapore", new Region("SG", "", "Singapore")).label(Locale.ENGLISH))
                .isEqualTo("Singapore");
        assertThat(place("New York", new Region("US", "NY", "New York")).label(Locale.ENGLISH))
                .isEqualTo("New York, United States");
    }

    @Test
    void labelLeavesOutWhatIsUnknown() {
        assertThat(place("0,0", Region.NONE).label(Locale.ENGLISH)).isEqualTo("0,0");
        assertThat(place("Berlin", new Region("DE", "", "")).label(Locale.ENGLISH))
                .isEqualTo("Berlin, Germany");
    }

    @Test
    void keepsNamesAsTheyAre() {
        assertThat(place("Rio de Janeiro", new Region("BR", "21", "Rio de Janeiro"))
                        .label(Locale.ENGLISH))
                .isEqualTo("Rio de Janeiro, Brazil");
        assertThat(place("McAllen", Region.NONE).name()).isEqualTo("McAllen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refusesABlankName(String name) {
        assertThatThrownBy(() -> place(name, Region.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of place 1 is blank");
    }

    @Test
    void refusesANegativePopulation() {
        assertThatThrownBy(() -> new Place(
                        new PlaceId.Town(7),
                        "x",
                        Region.NONE,
                        new Coordinates(1, 2),
                        OptionalInt.of(-5),
                        ZoneId.of("UTC"),
                        -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("population of place 7 is -1, below 0");
    }
}
