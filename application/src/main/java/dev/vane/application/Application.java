package dev.vane.application;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.api.InspectSources;
import dev.vane.application.api.ReadWeather;

/**
 * The use cases of Vane, put together.
 *
 * @param findPlaces finds places
 * @param readWeather reads weather
 * @param inspectSources tells how the sources do
 */
public record Application(FindPlaces findPlaces, ReadWeather readWeather, InspectSources inspectSources) {}
