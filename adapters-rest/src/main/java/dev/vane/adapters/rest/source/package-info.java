/** {@code /api/v1/sources}: how the sources do. Only the server depends on it. */
package dev.vane.adapters.rest.source;
