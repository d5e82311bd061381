/** {@code /openapi.yaml}: the description of the API. Only the server depends on it. */
package dev.vane.adapters.rest.description;
