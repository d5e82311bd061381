/**
 * The one HTTP client that all providers' clients share: {@link dev.vane.adapters.sources.http.ProviderHttp}, bounded in
 * time and size and metered ({@link dev.vane.adapters.sources.http.MeteredHttp}), which answers with a value for whatever a provider or the network does. The composition root builds its
 * {@link dev.vane.adapters.sources.http.HttpSettings} and the {@link dev.vane.adapters.sources.http.Secret}s; the rest is
 * for the providers' packages.
 */
package dev.vane.adapters.sources.http;
