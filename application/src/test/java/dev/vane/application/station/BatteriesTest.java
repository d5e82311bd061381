package dev.vane.application.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class BatteriesTest {

    /** Keeps the lines that it is given. */
    private static final class Lines implements System.Logger {
        private final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            lines.add(level + " " + format);
        }
    }

    private final Lines log = new Lines();
    private final Batteries batteries = new Batteries(log);

    @Test
    void saysOnceThatABatteryIsLowAndOnceThatItIsGoodAgain() {
        for (boolean low : List.of(false, true, true, false, false, true)) {
            batteries.report(Map.of("wh65batt", low, "wh25batt", false));
        }
        assertThat(log.lines)
                .containsExactly(
                        "WARNING the station says that its battery wh65batt is low",
                        "INFO the station says that its battery wh65batt is good again",
                        "WARNING the station says that its battery wh65batt is low");
    }

    @Test
    void remembersNoMoreBatteriesThanAStationCanHave() {
        for (int i = 0; i < 100; i++) {
            batteries.report(Map.of("batt" + i, true));
        }
        assertThat(log.lines).hasSize(64);
        batteries.report(Map.of("batt0", false));
        assertThat(log.lines).hasSize(65);
    }
}
