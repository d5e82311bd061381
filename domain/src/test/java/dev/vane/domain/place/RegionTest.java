package dev.vane.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @Test
    void namesItsCountry() {
        Region region = new Region("CI", "01", "Abidjan");
        assertThat(region.countryName(Locale.ENGLISH)).isEqualTo("Côte d’Ivoire");
        assertThat(region.countryName(Locale.GERMAN)).isEqualTo("Côte d’Ivoire");
        assertThat(new Region("DE", "", "").countryName(Locale.FRENCH)).isEqualTo("Allemagne");
    }

    @Test
    void namesNoCountryOnTheOpenSea() {
        assertThat(Region.NONE.countryName(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void givesTheCodeOfACountryThatTheJdkDoesNotKnow() {
        assertThat(new Region("QQ", "", "").countryName(Locale.ENGLISH)).isEqualTo("QQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "D", "DEU", "D1", "ÄÖ", " DE", "DE\n", "D\0"})
    void refusesWhatIsNoCountryCode(String code) {
        assertThatThrownBy(() -> new Region(code, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("country code is '");
    }
}
