package dev.vane.adapters.sqlite.archive;

/**
 * Where the reports of one source about one place stand.
 *
 * @param place the key of the place
 * @param source the key of the source
 */
record Shelf(long place, long source) {}
