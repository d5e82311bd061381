/** A place's weather in small, for other people's pages: Glance, Homepage, and a page for a frame. */
package dev.vane.adapters.rest.widget;
