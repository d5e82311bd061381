package dev.vane.adapters.rest.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.adapters.rest.Samples;
import dev.vane.adapters.rest.exchange.Representation;
import dev.vane.application.api.PlaceWeather;
import dev.vane.domain.units.UnitSystem;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RenderedWeatherTest {

    private static final Window WINDOW = Window.at(Samples.NOW, ZoneId.of("America/Los_Angeles"));

    private final RenderedWeather rendered = new RenderedWeather();
    private final PlaceWeather weather = Samples.weather(Samples.NOW);

    private static Wish wish(int hours) {
        return wish(hours, false);
    }

    private static Wish wish(int hours, boolean provenance) {
        return new Wish(UnitSystem.METRIC, EnumSet.allOf(Wish.Part.class), hours, 10, provenance, Locale.ENGLISH);
    }

    @Test
    void makesADocumentOnceForAWish() {
        Representation first = rendered.of(weather, wish(48), WINDOW);
        assertThat(rendered.of(weather, wish(48), WINDOW)).isSameAs(first);
        assertThat(rendered.of(weather, wish(47), WINDOW)).isNotSameAs(first);
    }

    @Test
    void keepsWhatTellsWhereValuesAreFromApartFromWhatDoesNot() {
        Representation plain = rendered.of(weather, wish(48), WINDOW);
        assertThat(rendered.of(weather, wish(48, true), WINDOW)).isNotSameAs(plain);
        assertThat(rendered.of(weather, wish(48), WINDOW)).isSameAs(plain);
    }

    @Test
    void makesItAnewForANewSnapshotAndForANewHour() {
        Representation first = rendered.of(weather, wish(48), WINDOW);
        Window next = Window.at(WINDOW.end(), ZoneId.of("America/Los_Angeles"));
        assertThat(rendered.of(weather, wish(48), next)).isNotSameAs(first);
        assertThat(rendered.of(Samples.weather(Samples.NOW), wish(48), WINDOW)).isNotSameAs(first);
    }

    @Test
    void holdsNoMoreThanItsLimit() {
        for (int hours = 1; hours <= 200; hours++) {
            rendered.of(weather, wish(hours), WINDOW);
        }
        assertThat(rendered.bytes()).isBetween(RenderedWeather.MAX_BYTES * 9 / 10, RenderedWeather.MAX_BYTES);
    }

    @Test
    void holdsTheOnesAskedForLast() {
        Representation kept = rendered.of(weather, wish(48), WINDOW);
        for (int hours = 50; hours <= 200; hours++) {
            rendered.of(weather, wish(hours), WINDOW);
            assertThat(rendered.of(weather, wish(48), WINDOW)).isSameAs(kept);
        }
    }

    @Test
    void countsADocumentThatIsReplacedOnce() {
        rendered.of(weather, wish(48), WINDOW);
        int once = rendered.bytes();
        rendered.of(Samples.weather(Samples.NOW), wish(48), WINDOW);
        assertThat(rendered.bytes()).isEqualTo(once);
    }
}
