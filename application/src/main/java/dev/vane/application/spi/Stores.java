package dev.vane.application.spi;

/**
 * What is remembered across restarts.
 *
 * @param archive what sources said
 * @param watches which places are watched
 * @param ledger how many calls were made of providers
 */
public record Stores(WeatherArchive archive, WatchList watches, CallLedger ledger) {}
