package dev.vane.application.spi;

/** The fake keeps the contract that it stands in for. */
class InMemoryWatchListTest extends WatchListContract {

    private final InMemoryWatchList watches = new InMemoryWatchList();

    @Override
    protected WatchList watches() {
        return watches;
    }
}
