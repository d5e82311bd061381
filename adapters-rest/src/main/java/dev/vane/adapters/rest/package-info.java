/**
 * Vane over HTTP: {@link dev.vane.adapters.rest.VaneServer} serves {@link dev.vane.adapters.rest.Served} as
 * {@link dev.vane.adapters.rest.ServerSettings} say; {@link dev.vane.adapters.rest.MeteredSourceEvents} counts what
 * happens with sources. Only the composition root depends on it.
 */
package dev.vane.adapters.rest;
