/**
 * In-ports: what a user of Vane can do. Driving adapters (REST, commands) depend on it; the services behind it are
 * package-private elsewhere, so that nothing else can be called.
 */
package dev.vane.application.api;
