/**
 * The documents of the API as {@code openapi.yaml} describes them, one record a schema, and {@link
 * dev.vane.adapters.rest.contract.Json} that writes them. Every package of the module may depend on it.
 */
package dev.vane.adapters.rest.contract;
