package dev.vane.adapters.rest.contract;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.util.Map;

/** Writes {@link ConditionsView}, whose members depend on what is known; generated adapters have a fixed set. */
final class ConditionsAdapter implements JsonAdapter<ConditionsView> {

    private final JsonAdapter<SkyView> skies;
    private final FigureAdapter figures = new FigureAdapter();

    ConditionsAdapter(Jsonb jsonb) {
        skies = jsonb.adapter(SkyView.class);
    }

    @Override
    public void toJson(JsonWriter writer, ConditionsView conditions) {
        writer.beginObject();
        write(writer, conditions.when().name(), conditions.when().value());
        conditions.source().ifPresent(source -> write(writer, "source", source));
        conditions.period().ifPresent(period -> write(writer, "period", period));
        writer.name("sky");
        skies.toJson(writer, conditions.sky());
        conditions.daylight().ifPresent(daylight -> {
            writer.name("daylight");
            writer.value(daylight);
        });
        conditions.values().forEach((name, figure) -> {
            writer.name(name);
            figures.toJson(writer, figure);
        });
        conditions.wind().compass().ifPresent(point -> write(writer, "windCompass", point));
        conditions.wind().beaufort().ifPresent(force -> {
            writer.name("beaufort");
            writer.value(force);
        });
        writeProvenance(writer, conditions.provenance());
        writer.endObject();
    }

    private static void writeProvenance(JsonWriter writer, Map<String, String> provenance) {
        if (provenance.isEmpty()) {
            return;
        }
        writer.name("provenance");
        writer.beginObject();
        provenance.forEach((member, source) -> write(writer, member, source));
        writer.endObject();
    }

    private static void write(JsonWriter writer, String name, String value) {
        writer.name(name);
        writer.value(value);
    }

    @Override
    public ConditionsView fromJson(JsonReader reader) {
        throw new UnsupportedOperationException("conditions are only written");
    }
}
