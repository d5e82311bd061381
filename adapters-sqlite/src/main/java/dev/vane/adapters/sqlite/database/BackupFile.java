package dev.vane.adapters.sqlite.database;

import java.nio.file.Path;

/**
 * A copy of the database that was checked and is on disk.
 *
 * @param file where it lies
 * @param bytes its size
 * @param schemaVersion the version of its schema
 */
public record BackupFile(Path file, long bytes, int schemaVersion) {}
