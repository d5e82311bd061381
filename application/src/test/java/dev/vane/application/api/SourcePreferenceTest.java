package dev.vane.application.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.weather.SourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcePreferenceTest {

    private static final SourceId A = new SourceId("a");
    private static final SourceId B = new SourceId("b");
    private static final SourceId C = new SourceId("c");

    private final SourcePreference preference =
            new SourcePreference(Map.of("NO", List.of(C, new SourceId("switched-off"), A)));

    @Test
    void whatACountryPrefersComesFirstAndTheOthersFollow() {
        assertThat(preference.order(List.of(A, B, C), "NO")).containsExactly(C, A, B);
    }

    @Test
    void elsewhereTheGeneralOrderHolds() {
        assertThat(preference.order(List.of(A, B, C), "SE")).containsExactly(A, B, C);
        assertThat(preference.order(List.of(A, B, C), "")).containsExactly(A, B, C);
    }
}
