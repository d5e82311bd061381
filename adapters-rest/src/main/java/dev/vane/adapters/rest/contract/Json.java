package dev.vane.adapters.rest.contract;

import io.avaje.jsonb.Jsonb;

/** Writes the documents of the API as UTF-8 JSON, absent members left out. Safe for use by several threads. */
public final class Json {

    /** The media type of documents. */
    public static final String MEDIA_TYPE = "application/json";

    private static final Jsonb JSONB = Jsonb.builder()
            .add(Figure.class, jsonb -> new FigureAdapter())
            .add(ConditionsView.class, ConditionsAdapter::new)
            .build();

    private Json() {}

    /** The bytes of a document. */
    public static byte[] bytes(Object document) {
        return JSONB.toJsonBytes(document);
    }
}
