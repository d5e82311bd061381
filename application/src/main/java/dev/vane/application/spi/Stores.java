package dev.vane.application.spi;

/**
 * What is remembered across restarts.
 *
 * @param archive keeps what sources and stations said
 * @param record reads it
 * @param verification what came of comparing the one with the other
 * @param watches which places are watched
 * @param ledger how many calls were made of providers
 */
public record Stores(
        WeatherArchive archive,
        WeatherRecord record,
        VerificationStore verification,
        WatchList watches,
        CallLedger ledger) {}
