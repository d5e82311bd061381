/**
 * The words for weather in the languages that formats are asked for: a property file each, in UTF-8, English where there is
 * none. Every format may depend on it; it depends on no other package here.
 */
package dev.vane.adapters.rest.words;
