package dev.vane.domain.quality;

import dev.vane.domain.place.Coordinates;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what a station measures, after the practice of WMO-No. 8 (<i>Guide to Instruments and Methods of Observation</i>,
 * Volume III, chapter 1) and WMO-No. 1131 (<i>Climate Data Management System Specifications</i>): range, step, persistence,
 * consistency, neighbours. Each rule's class says its limits and where they are from.
 *
 * <p>A judgement is a pure function of its arguments: a reading that comes late changes the judgement of those after it,
 * and judging again finds out. Nothing is corrected; what fails is kept by others and not used. Immutable.
 */
public final class QualityControl {

    /**
     * How far back earlier readings count: the longest time of the persistence rule and an hour, so that readings that are
     * not made at the full minute, or seldom, span that time.
     */
    public static final Duration WINDOW = Duration.ofHours(7);

    private static final Comparator<QualityFlag> ORDER =
            Comparator.comparing(QualityFlag::variable).thenComparing(QualityFlag::rule);

    private final List<Rule> rules;

    /** Judges the readings of a station that stands somewhere. */
    public QualityControl(Coordinates station) {
        Ranges ranges = Ranges.at(station.latitude());
        rules = List.of(
                new RangeRule(ranges),
                new StepRule(ranges),
                new PersistenceRule(),
                new ConsistencyRule(),
                new NeighbourRule());
    }

    /**
     * Judges a reading.
     *
     * @param reading the reading
     * @param before readings of the same station before it, ascending; those earlier than {@link #WINDOW} before it, and
     *     those that are not before it, do not count
     * @param neighbours what the sources agree on at that time: the medians of what they say, each known only where at
     *     least three of them say something
     * @return what is wrong, by variable and then by rule; empty if nothing is
     */
    public List<QualityFlag> judge(Observation reading, List<Observation> before, Values<Variable> neighbours) {
        Instant from = reading.validTime().minus(WINDOW);
        List<Observation> counting = before.stream()
                .filter(earlier -> earlier.validTime().isBefore(reading.validTime()))
                .filter(earlier -> !earlier.validTime().isBefore(from))
                .toList();
        Evidence evidence = new Evidence(reading, counting, neighbours);
        List<QualityFlag> flags = new ArrayList<>();
        rules.forEach(rule -> rule.judge(evidence, flags::add));
        flags.addAll(inherited(reading, flags));
        flags.sort(ORDER);
        return List.copyOf(flags);
    }

    /** What remains usable of a reading: the values that no flag excludes; those that are only suspect are among them. */
    public static Values<Variable> usable(Observation reading, List<QualityFlag> flags) {
        Values<Variable> measured = reading.conditions().values();
        Values.Builder<Variable> usable = Values.of(Variable.class);
        for (Variable variable : measured.known()) {
            if (!excludes(flags, variable)) {
                usable.set(variable, measured.get(variable));
            }
        }
        return usable.build();
    }

    /** Stations compute a dew point, and their hygrometer sits beside the thermometer: both fall with what they are from. */
    private static List<QualityFlag> inherited(Observation reading, List<QualityFlag> flags) {
        List<QualityFlag> inherited = new ArrayList<>();
        for (Variable variable : reading.conditions().values().known()) {
            if (!excludes(flags, variable)) {
                inherited(variable, flags).ifPresent(inherited::add);
            }
        }
        return inherited;
    }

    private static Optional<QualityFlag> inherited(Variable variable, List<QualityFlag> flags) {
        Set<Variable> origins = origins(variable);
        return flags.stream()
                .filter(flag -> flag.excluded() && origins.contains(flag.variable()))
                .min(ORDER)
                .map(flag -> new QualityFlag(
                        variable,
                        flag.rule(),
                        true,
                        "It depends on " + flag.variable().key() + ", which is excluded."));
    }

    private static Set<Variable> origins(Variable variable) {
        return switch (variable) {
            case RELATIVE_HUMIDITY -> EnumSet.of(Variable.TEMPERATURE);
            case DEW_POINT -> EnumSet.of(Variable.TEMPERATURE, Variable.RELATIVE_HUMIDITY);
            case APPARENT_TEMPERATURE ->
                EnumSet.of(Variable.TEMPERATURE, Variable.RELATIVE_HUMIDITY, Variable.WIND_SPEED);
            default -> EnumSet.noneOf(Variable.class);
        };
    }

    private static boolean excludes(List<QualityFlag> flags, Variable variable) {
        return flags.stream().anyMatch(flag -> flag.excluded() && flag.variable() == variable);
    }
}
