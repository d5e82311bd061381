package dev.vane.application.spi;

/** The fake keeps the contract that it stands in for. */
class InMemoryRecordCareTest extends RecordCareContract {

    private final InMemoryWeatherArchive archive = new InMemoryWeatherArchive();
    private final InMemoryRecordCare care = new InMemoryRecordCare(archive);

    @Override
    protected WeatherArchive archive() {
        return archive;
    }

    @Override
    protected WeatherRecord record() {
        return archive;
    }

    @Override
    protected RecordCare care() {
        return care;
    }
}
