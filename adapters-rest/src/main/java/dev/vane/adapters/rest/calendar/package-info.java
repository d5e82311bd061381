/** The weather ahead as a calendar that people subscribe to (RFC 5545): nights with frost, rain, warnings. */
package dev.vane.adapters.rest.calendar;
