/** {@code /api/v1/scores}: how well the sources forecast a place. Only the server depends on it. */
package dev.vane.adapters.rest.score;
