package dev.vane.adapters.sqlite.archive;

import dev.vane.domain.weather.SourceId;

/**
 * A shelf with what people call it.
 *
 * @param shelf where the reports stand
 * @param source whose they are
 * @param place the code of the place that they are about
 */
record NamedShelf(Shelf shelf, SourceId source, String place) {

    @Override
    public String toString() {
        return source + " about " + place;
    }
}
