package dev.vane.application.spi;

/** The fake keeps the contract that it stands in for. */
class InMemoryWeatherArchiveTest extends WeatherArchiveContract {

    private final InMemoryWeatherArchive archive = new InMemoryWeatherArchive();

    @Override
    protected WeatherArchive archive() {
        return archive;
    }
}
