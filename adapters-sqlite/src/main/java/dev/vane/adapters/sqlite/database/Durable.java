package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that survive a loss of power. For files that no connection has open: closing a channel would drop SQLite's locks
 * (POSIX).
 */
final class Durable {

    private Durable() {}

    /** Brings a file to the disk, then gives it its name in one step, in place of a file of that name. */
    static void rename(Path file, Path name) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(name);
    }

    /** Brings a folder's names to the disk. Where a folder cannot be opened, as on Windows, the file system sees to it. */
    static void syncFolder(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
