/** {@code /api/v1/history}: the record of a place, streamed as JSON, CSV or lines of JSON. Only the server depends on it. */
package dev.vane.adapters.rest.history;
