package dev.vane.adapters.sources.metnorway;

import dev.vane.adapters.sources.json.JsonObject;
import dev.vane.adapters.sources.metnorway.TimeSeries.Entry;
import dev.vane.adapters.sources.report.ReportDraft;
import dev.vane.domain.weather.Conditions;
import dev.vane.domain.weather.DailyAggregation;
import dev.vane.domain.weather.ForecastStep;
import dev.vane.domain.weather.Observation;
import dev.vane.domain.weather.Sky;
import dev.vane.domain.weather.Values;
import dev.vane.domain.weather.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Reads an answer of locationforecast 2.0.
 *
 * <p><b>Forward and backward.</b> An entry gives the values of its instant and looks ahead from there, in blocks of 1, 6
 * and 12 hours that overlap those of the next entries; Vane's steps look back. So a step has the instant values of its
 * valid time, and the sky and the precipitation of the one block that ends there: at 06:00 the temperature of 06:00 and
 * what fell since 05:00 (or 00:00). The first step has no block, since nothing is said of the time before it; where a
 * block ends at a time without an entry there is a step without instant values.
 *
 * <p><b>Nothing is counted twice or split.</b> Blocks of 1 hour come first; a block of 6 hours is used only where it
 * overlaps none that is used already. Those of 12 hours have no amounts and are not used. Days are made of the steps.
 *
 * <p><b>Current</b> is the instant of the entry that lies at or at most one hour before now, which is the analysis or the
 * youngest forecast, with the sky of the hour that it begins. It has no precipitation: what falls is said of the time to
 * come only. The series begins with the hour of the answer; in one that begins later, there are no current conditions.
 */
final class LocationForecast {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final String NEXT_HOUR = "next_1_hours";
    private static final String NEXT_SIX_HOURS = "next_6_hours";

    private final JsonObject meta;
    private final List<Entry> entries;

    /** Reads the frame of an answer; a fault in it costs everything. */
    LocationForecast(JsonObject root) {
        JsonObject properties = root.requiredObject("properties");
        meta = properties.requiredObject("meta");
        entries = TimeSeries.of(properties.requiredArray("timeseries"));
    }

    /** Reads all sections. */
    void decodeInto(ReportDraft draft, ZoneId zone, Instant now) {
        draft.issued(
                () -> meta.has("updated_at") ? Optional.of(TimeSeries.time(meta, "updated_at")) : Optional.empty());
        draft.current(() -> current(now));
        List<ForecastStep> steps = new ArrayList<>();
        draft.hourly(() -> {
            steps.addAll(steps());
            return steps;
        });
        draft.daily(() -> DailyAggregation.of(steps, zone));
    }

    private Optional<Observation> current(Instant now) {
        return entries.reversed().stream()
                .filter(entry -> !entry.time().isAfter(now))
                .findFirst()
                .filter(entry -> !entry.time().plus(HOUR).isBefore(now))
                .flatMap(this::observation);
    }

    private Optional<Observation> observation(Entry entry) {
        Values<Variable> values = instant(entry);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Sky sky = entry.data().object(NEXT_HOUR).map(LocationForecast::sky).orElse(Sky.UNKNOWN);
        return Optional.of(new Observation(entry.time(), Duration.ZERO, new Conditions(sky, values)));
    }

    private List<ForecastStep> steps() {
        Map<Instant, Block> blocks = blocks();
        SequencedMap<Instant, ForecastStep> steps = new TreeMap<>();
        blocks.forEach((end, block) -> steps.put(end, step(end, Values.none(Variable.class), Optional.of(block))));
        for (Entry entry : entries) {
            Values<Variable> instant = instant(entry);
            Optional<Block> block = Optional.ofNullable(blocks.get(entry.time()));
            if (!instant.isEmpty() || block.isPresent()) {
                steps.put(entry.time(), step(entry.time(), instant, block));
            }
        }
        return List.copyOf(steps.values());
    }

    private Map<Instant, Block> blocks() {
        Blocks blocks = new Blocks();
        entries.forEach(entry -> block(entry, NEXT_HOUR, HOUR).ifPresent(blocks::offer));
        entries.forEach(entry -> block(entry, NEXT_SIX_HOURS, SIX_HOURS).ifPresent(blocks::offer));
        return blocks.byEnd();
    }

    private static ForecastStep step(Instant validTime, Values<Variable> instant, Optional<Block> block) {
        Values.Builder<Variable> values = Values.of(Variable.class).fillFrom(instant);
        block.map(Block::values).ifPresent(values::fillFrom);
        Duration period = block.filter(ending -> !ending.values().isEmpty())
                .map(Block::length)
                .orElse(Duration.ZERO);
        Sky sky = block.map(Block::sky).orElse(Sky.UNKNOWN);
        return new ForecastStep(validTime, period, new Conditions(sky, values.build()));
    }

    private Values<Variable> instant(Entry entry) {
        return entry.data()
                .object("instant")
                .flatMap(instant -> instant.object("details"))
                .map(details -> MetNorwayVariables.values(MetNorwayVariables.INSTANT, details, units()))
                .orElseGet(() -> Values.none(Variable.class));
    }

    private Optional<Block> block(Entry entry, String name, Duration length) {
        return entry.data().object(name).map(section -> {
            Values<Variable> values = section.object("details")
                    .map(details -> MetNorwayVariables.values(MetNorwayVariables.INTERVAL, details, units()))
                    .orElseGet(() -> Values.none(Variable.class));
            return new Block(entry.time(), length, sky(section), values);
        });
    }

    private static Sky sky(JsonObject section) {
        return section.object("summary")
                .flatMap(summary -> summary.text("symbol_code"))
                .map(SymbolCode::sky)
                .orElse(Sky.UNKNOWN);
    }

    private JsonObject units() {
        return meta.requiredObject("units");
    }
}
