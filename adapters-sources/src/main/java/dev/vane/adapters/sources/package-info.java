/**
 * The weather providers as sources. {@link dev.vane.adapters.sources.ProviderSources} makes them, over one HTTP client,
 * from the settings records of the providers' packages. For the composition root.
 */
package dev.vane.adapters.sources;
