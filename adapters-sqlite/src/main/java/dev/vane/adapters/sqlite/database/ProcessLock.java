package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock by which one process at a time writes: a lock of the operating system on a file of its own, which ends with
 * the process however it ends. The file says who holds it; it stays behind, empty, when the holder has gone.
 *
 * <p>Within one process the system's lock is no guard, and closing a second channel would even drop it (POSIX); so the
 * files that this process holds are known in {@link #HELD}, and a second channel is never opened.
 */
final class ProcessLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
    private static final int MAX_NOTE_BYTES = 32;

    private final Path file;
    private final FileChannel channel;
    private final boolean created;

    private ProcessLock(Path file, FileChannel channel, boolean created) {
        this.file = file;
        this.channel = channel;
        this.created = created;
    }

    /**
     * Takes the lock.
     *
     * @throws StorageException if another process, or this one, holds it, or the file cannot be written
     */
    static ProcessLock acquire(Path file) {
        Path real = real(file);
        if (!HELD.add(real)) {
            throw refused(real, Optional.of("this process"));
        }
        try {
            return lock(real);
        } catch (IOException e) {
            HELD.remove(real);
            throw new StorageException("locking " + real, e);
        } catch (RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static Path real(Path file) {
        try {
            return file.getParent().toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw new StorageException("locking " + file, e);
        }
    }

    private static ProcessLock lock(Path file) throws IOException {
        Optional<Object> before = identity(file);
        boolean created = before.isEmpty();
        FileChannel channel = open(file, created);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw refused(file, holder(channel));
            }
            if (!created && !identity(file).equals(before)) {
                throw new StorageException("locking " + file + ": the file was replaced meanwhile");
            }
            return new ProcessLock(file, channel, created);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path file, boolean create) throws IOException {
        StandardOpenOption option = create ? StandardOpenOption.CREATE_NEW : StandardOpenOption.WRITE;
        try {
            return FileChannel.open(file, option, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new StorageException("locking " + file + ": another process is starting at the same time", e);
        }
    }

    private static Optional<Object> identity(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.ofNullable(
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                : Optional.empty();
    }

    private static StorageException refused(Path file, Optional<String> holder) {
        return new StorageException("locking " + file + ": " + holder.orElse("another process")
                + " holds it already; only one process may write to a database");
    }

    private static Optional<String> holder(FileChannel channel) throws IOException {
        ByteBuffer note = ByteBuffer.allocate(MAX_NOTE_BYTES);
        channel.read(note, 0);
        String text = StandardCharsets.US_ASCII.decode(note.flip()).toString().strip();
        return text.matches("[0-9]+") ? Optional.of("process " + text) : Optional.empty();
    }

    /** Writes the process's id into the file, for whoever is refused. */
    void announce() {
        note(ProcessHandle.current().pid() + "\n");
    }

    private void note(String text) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            throw new StorageException("writing to " + file, e);
        }
    }

    /** Gives the lock up as if it had never been taken: the file goes if taking the lock has made it. */
    void withdraw() {
        try {
            if (created) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StorageException("removing " + file, e);
        } finally {
            release();
        }
    }

    @Override
    public void close() {
        if (channel.isOpen()) {
            note("");
            release();
        }
    }

    private void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StorageException("unlocking " + file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
