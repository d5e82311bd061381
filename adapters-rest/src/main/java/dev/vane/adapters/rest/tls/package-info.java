/** The certificate of the server: read from PEM files, checked, and changed while it serves. Only the server depends on it. */
package dev.vane.adapters.rest.tls;
