package dev.vane.application.spi;

/** The fake keeps the contract that it stands in for. */
class InMemoryVerificationStoreTest extends VerificationStoreContract {

    private final InMemoryVerificationStore store = new InMemoryVerificationStore();
    private final InMemoryWatchList watches = new InMemoryWatchList();
    private final WeatherArchive archive = store.marking(new InMemoryWeatherArchive(), watches);

    @Override
    protected VerificationStore store() {
        return store;
    }

    @Override
    protected WeatherArchive archive() {
        return archive;
    }

    @Override
    protected WatchList watches() {
        return watches;
    }
}
