/** Reads the record: values as they were kept, or put together over steps of the place's calendar, while they are visited. */
package dev.vane.application.history;
