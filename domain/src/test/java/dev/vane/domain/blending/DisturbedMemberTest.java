package dev.vane.domain.blending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.blending.Candidates.Combination;
import dev.vane.domain.blending.Simulation.Disturbance;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One of four members freezes, jumps by 10 K or vanishes from day 60 on. How much worse is the blend in the 30 days from
 * then, against the same days without the disturbance, and against the run in which that member vanishes?
 *
 * <p>Without the best member the oracle itself is 30 to 37 % worse, without the second best 3 to 8 %: what is not there
 * cannot be put together from the others. So at most 5 % worse can only hold of members that are worth no more; of the
 * others it is asked that what went wrong is as harmless as if it had vanished, and that vanishing costs at most 2 % more
 * than it costs the oracle.
 */
class DisturbedMemberTest {

    private static final long SEED = 2000;
    private static final String BLEND = Combination.WITH_LAST.key();

    private static Losses played(Simulation.Setting setting, int places, Disturbance disturbance, int member) {
        Losses all = new Losses(Simulation.DAYS);
        for (int place = 0; place < places; place++) {
            all.addAll(new Simulation(setting, SEED + place).play(disturbance, member));
        }
        return all;
    }

    private static double after(Losses losses, String name) {
        return losses.mean(name, Simulation.DISTURBED_FROM, Simulation.DAYS);
    }

    @ParameterizedTest
    @CsvSource({"false, 0.3, 1.05", "false, 0.6, 1.065", "true, 0.3, 1.055", "true, 0.6, 1.06"})
    void aDisturbedMemberDoesLittleMoreHarmThanItsAbsence(boolean hourly, double correlation, double toAbsence) {
        Simulation.Setting setting =
                hourly ? Simulation.Setting.hourly(correlation) : Simulation.Setting.daily(correlation);
        int places = hourly ? 8 : 60;
        Losses undisturbed = played(setting, places, Disturbance.NONE, -1);
        System.out.printf(
                "%s, correlation %.1f, %d places, seeds from %d; in brackets to its absence%n",
                hourly ? "hourly" : "daily", correlation, places, SEED);
        for (int member = 0; member < Simulation.MEMBERS; member++) {
            Map<Disturbance, Losses> disturbed = new EnumMap<>(Disturbance.class);
            for (Disturbance what : Disturbance.values()) {
                if (what != Disturbance.NONE) {
                    disturbed.put(what, played(setting, places, what, member));
                }
            }
            Losses absent = disturbed.get(Disturbance.VANISHES);
            double oracleRises = after(absent, "oracle-without") / after(absent, "oracle");
            print(member, undisturbed, disturbed, oracleRises);
            double rises = after(absent, BLEND) / after(undisturbed, BLEND);
            assertThat(rises)
                    .as("absence of member %d", member)
                    .isLessThanOrEqualTo(Math.max(1.05, oracleRises * 1.02));
            for (Losses losses : disturbed.values()) {
                assertThat(after(losses, BLEND) / after(absent, BLEND)).isLessThanOrEqualTo(toAbsence);
                if (oracleRises < 1.01) {
                    assertThat(after(losses, BLEND) / after(undisturbed, BLEND)).isLessThanOrEqualTo(1.05);
                }
            }
        }
    }

    private static void print(int member, Losses undisturbed, Map<Disturbance, Losses> disturbed, double oracleRises) {
        StringBuilder line = new StringBuilder();
        disturbed.forEach((what, losses) -> line.append(String.format(
                Locale.ROOT,
                " %s %.3f (%.3f), served %.3f;",
                what,
                after(losses, BLEND) / after(undisturbed, BLEND),
                after(losses, BLEND) / after(disturbed.get(Disturbance.VANISHES), BLEND),
                after(losses, Losses.SERVED) / after(undisturbed, Losses.SERVED))));
        System.out.printf("  member %d:%s the oracle without it %.3f%n", member, line, oracleRises);
    }
}
