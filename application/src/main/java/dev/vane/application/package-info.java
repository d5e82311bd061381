/** The entry point that puts the use cases together; only the composition root depends on it. */
package dev.vane.application;
