/** Reads forecasts and observations of a file, and prints how well they can be combined. */
package dev.vane.bootstrap.command.evaluation;
