/** The operations listener: health, metrics and what the program is. Only the server depends on it. */
package dev.vane.adapters.rest.operations;
