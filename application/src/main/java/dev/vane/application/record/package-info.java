/** Keeps the record small. */
package dev.vane.application.record;
