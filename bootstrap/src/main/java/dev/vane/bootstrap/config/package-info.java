/**
 * Configuration: read once at start from the defaults in {@code defaults.yaml}, a file and the environment, bound to
 * records, checked. Only the composition root depends on it.
 */
package dev.vane.bootstrap.config;
