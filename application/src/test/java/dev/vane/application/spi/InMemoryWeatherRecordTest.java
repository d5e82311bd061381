package dev.vane.application.spi;

/** The fake keeps the contract that it stands in for. */
class InMemoryWeatherRecordTest extends WeatherRecordContract {

    private final InMemoryWeatherArchive archive = new InMemoryWeatherArchive();

    @Override
    protected WeatherArchive archive() {
        return archive;
    }

    @Override
    protected WeatherRecord record() {
        return archive;
    }
}
