/** A place's weather at one moment, and the documents made of it, which are made once. Nothing here knows a format. */
package dev.vane.adapters.rest.snapshot;
