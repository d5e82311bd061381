/**
 * The database as the operations listener shows it and gives it away: {@link dev.vane.adapters.rest.storage.Stored}. The
 * composition root makes one; {@link dev.vane.adapters.rest.storage.BearerToken} is for its commands, too.
 */
package dev.vane.adapters.rest.storage;
