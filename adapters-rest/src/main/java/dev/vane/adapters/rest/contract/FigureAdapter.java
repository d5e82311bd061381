package dev.vane.adapters.rest.contract;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;

/** Writes a {@link Figure}; a whole number without a decimal point. */
final class FigureAdapter implements JsonAdapter<Figure> {

    @Override
    public void toJson(JsonWriter writer, Figure figure) {
        double value = figure.value();
        if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
            writer.value((int) value);
        } else {
            writer.value(value);
        }
    }

    @Override
    public Figure fromJson(JsonReader reader) {
        throw new UnsupportedOperationException("figures are only written");
    }
}
