/** The page and other static files. Only the server depends on it. */
package dev.vane.adapters.rest.page;
