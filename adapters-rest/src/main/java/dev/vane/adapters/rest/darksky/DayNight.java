package dev.vane.adapters.rest.darksky;

import dev.vane.adapters.rest.contract.JsonTree;
import dev.vane.adapters.rest.outlook.Fall;
import dev.vane.adapters.rest.outlook.Moment;
import dev.vane.adapters.rest.outlook.Outlook;
import dev.vane.domain.derived.WindVector;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The days and nights of a week, in turn, from today's day on: a day is from 4 to 17 o'clock local time, a night the rest.
 * They end with the first that there is nothing of.
 */
final class DayNight {

    private static final LocalTime DAY = LocalTime.of(4, 0);
    private static final LocalTime NIGHT = LocalTime.of(17, 0);
    private static final int DAYS = 8;

    private DayNight() {}

    static List<JsonTree> of(Outlook outlook, PointFields fields) {
        ZoneId zone = outlook.place().zone();
        LocalDate today = outlook.window().today().date();
        List<JsonTree> halves = new ArrayList<>();
        for (int i = 0; i < 2 * DAYS; i++) {
            boolean day = i % 2 == 0;
            LocalDate date = today.plusDays(i / 2);
            Instant from = date.atTime(day ? DAY : NIGHT).atZone(zone).toInstant();
            Instant to = (day ? date.atTime(NIGHT) : date.plusDays(1).atTime(DAY))
                    .atZone(zone)
                    .toInstant();
            List<Moment> steps = outlook.from(from, Duration.between(from, to)).toList();
            if (steps.isEmpty() && i > 1) {
                break;
            }
            halves.add(half(steps, from, outlook.fall(from, to), day, fields));
        }
        return halves;
    }

    private static JsonTree half(List<Moment> steps, Instant from, Fall fall, boolean day, PointFields fields) {
        Sky sky = Sky.mostSignificant(steps.stream().map(Moment::sky).toList());
        Moment whole = new Moment(from, Duration.ZERO, sky, values(steps, day));
        JsonTree tree = new JsonTree()
                .put("time", from.getEpochSecond())
                .put("summary", fields.summary(sky, day))
                .put("icon", fields.icon(sky, day));
        fields.intensity(tree, sky, fall);
        fields.accumulation(tree, fall);
        fields.values(tree, whole);
        fields.second(tree, whole, fall);
        return tree;
    }

    /** The highest temperature of a day and the lowest of a night; of gusts and UV the most, of all else the mean. */
    private static Values<Variable> values(List<Moment> steps, boolean day) {
        Values.Builder<Variable> values = Values.of(Variable.class);
        for (Variable variable : Variable.values()) {
            if (!variable.ofInterval()) {
                values.set(variable, value(steps, variable, day));
            }
        }
        return values.build();
    }

    private static OptionalDouble value(List<Moment> steps, Variable variable, boolean day) {
        DoubleStream known = steps.stream().flatMapToDouble(step -> step.value(variable).stream());
        return switch (variable) {
            case TEMPERATURE, APPARENT_TEMPERATURE -> day ? known.max() : known.min();
            case WIND_GUST, UV_INDEX -> known.max();
            case WIND_DIRECTION -> direction(steps);
            default -> known.average();
        };
    }

    private static OptionalDouble direction(List<Moment> steps) {
        return steps.stream()
                .filter(step -> step.value(Variable.WIND_DIRECTION).isPresent())
                .map(step -> WindVector.of(
                        step.value(Variable.WIND_DIRECTION).orElseThrow(),
                        step.value(Variable.WIND_SPEED).orElse(1)))
                .reduce(WindVector.ZERO, WindVector::plus)
                .direction();
    }
}
