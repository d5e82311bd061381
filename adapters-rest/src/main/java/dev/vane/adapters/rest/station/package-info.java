/**
 * What the house's own station uploads: by the Weather Underground's protocol, by Ecowitt's, and by {@code
 * /api/v1/observations}. Only the server depends on it.
 */
package dev.vane.adapters.rest.station;
