/** {@code /api/v1/watches}: places that are kept up to date. Only the server depends on it. */
package dev.vane.adapters.rest.watch;
