/**
 * The connections of the listener of the API, and how they end without cutting a request. Only the server depends on it.
 */
package dev.vane.adapters.rest.connection;
