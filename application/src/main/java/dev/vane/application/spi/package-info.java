/**
 * Out-ports: what the use cases need from outside. Driven adapters (SQLite, the providers) implement them; each has an
 * abstract contract test in this module's test artifact that runs against the in-memory fake and every adapter.
 */
package dev.vane.application.spi;
