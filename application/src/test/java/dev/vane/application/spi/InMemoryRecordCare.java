package dev.vane.application.spi;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/** Cares for an {@link InMemoryWeatherArchive}: the fake for tests of use cases. What is packed looks as before. */
public final class InMemoryRecordCare implements RecordCare {

    private static final long BYTES = 1000;

    private final InMemoryWeatherArchive archive;

    /** Cares for an archive. */
    public InMemoryRecordCare(InMemoryWeatherArchive archive) {
        this.archive = archive;
    }

    @Override
    public long pack(Instant before) {
        return sum(shelf -> shelf.pack(before));
    }

    @Override
    public long deleteRuns(Instant availableBefore) {
        return sum(shelf -> shelf.deleteRuns(availableBefore));
    }

    @Override
    public long deleteObservations(Instant validBefore) {
        return sum(shelf -> shelf.deleteObservations(validBefore));
    }

    @Override
    public Instant oldestRun() {
        return archive.all().stream()
                .flatMap(shelf -> shelf.runs(Instant.MIN, Instant.MAX).stream())
                .map(run -> run.availableAt())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    @Override
    public void shrink() {
        // what is deleted takes no room here
    }

    /** As if every run and every observation had one size. */
    @Override
    public long bytesUsed() {
        return BYTES
                * (1
                        + sum(shelf -> shelf.runs(Instant.MIN, Instant.MAX).size()
                                + shelf.observations(Instant.MIN, Instant.MAX).size()));
    }

    private long sum(ToLongFunction<InMemoryShelf> each) {
        return archive.all().stream().mapToLong(each).sum();
    }
}
