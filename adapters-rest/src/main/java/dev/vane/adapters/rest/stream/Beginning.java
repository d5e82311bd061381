package dev.vane.adapters.rest.stream;

import dev.vane.adapters.rest.snapshot.Snapshots;
import dev.vane.adapters.rest.weather.WeatherForm;
import java.util.Optional;

/**
 * What a subscriber begins with.
 *
 * @param snapshots makes documents of weather
 * @param form which document of it is wanted
 * @param lastId the id of the last event that the client has; empty if it has none
 */
record Beginning(Snapshots snapshots, WeatherForm form, Optional<String> lastId) {}
