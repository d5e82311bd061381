/** Logging: one JSON object a line on standard output. Only the composition root depends on it. */
package dev.vane.bootstrap.logging;
