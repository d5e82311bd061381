/** The command line: {@code vane} without a command is the service, with one it does that and ends. */
package dev.vane.bootstrap.command;
