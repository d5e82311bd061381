/** The house's own station: takes its readings, judges them, and has them kept. Only the application's entry depends on it. */
package dev.vane.application.station;
