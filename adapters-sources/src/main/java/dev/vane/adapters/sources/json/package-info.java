/**
 * Strict reading of providers' JSON: {@link dev.vane.adapters.sources.json.JsonTree} parses a text,
 * {@link dev.vane.adapters.sources.json.JsonObject} and {@link dev.vane.adapters.sources.json.JsonArray} are read with the
 * type that the provider documents, {@link dev.vane.adapters.sources.json.CheckedValues} takes values in their declared
 * unit and holds them against the physical range. Whatever is wrong becomes a
 * {@link dev.vane.adapters.sources.json.JsonFault} that names the path. Not exported: for the providers' packages only.
 */
package dev.vane.adapters.sources.json;
