/** Numbers in few bytes, deflated, with a checksum: see docs/verification-format.md. */
package dev.vane.adapters.sqlite.packing;
