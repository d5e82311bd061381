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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The lock by which one process at a time writes: a lock of the operating system on a file of its own, which ends with
 * the process however it ends. The file says who holds it; it stays behind, empty, when the holder has gone.
 *
 * <p>Within one process the system's lock is no guard, and closing a second channel would even drop it (POSIX); so the
 * files that this process holds are known in {@link #HELD}, and a second channel is never opened.
 */
final class ProcessLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** A host name has up to 253 characters. */
    private static final int MAX_NOTE_BYTES = 512;

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Pattern NOTE = Pattern.compile(
            "process (?<pid>[0-9]{1,19}) on (?<host>[A-Za-z0-9._-]{1,253})(?: since (?<since>[0-9TZ:-]{20}))?");

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
                + " holds it already; only one process may write to a database. Stop that one first; if its machine is"
                + " gone, a file server gives the lock up some minutes later by itself");
    }

    private static Optional<String> holder(FileChannel channel) throws IOException {
        return Optional.of(read(channel)).filter(note -> NOTE.matcher(note).matches());
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer note = ByteBuffer.allocate(MAX_NOTE_BYTES);
        channel.read(note, 0);
        return StandardCharsets.US_ASCII.decode(note.flip()).toString().strip();
    }

    /** Writes into the file who holds it, for whoever is refused. */
    void announce() {
        note(announcement() + "\n");
    }

    /** This process: its id, the name of its host, which is that of the pod, and since when it runs. */
    private static String announcement() {
        ProcessHandle process = ProcessHandle.current();
        String since = process.info()
                .startInstant()
                .map(start -> " since " + start.truncatedTo(ChronoUnit.SECONDS))
                .orElse("");
        return "process " + process.pid() + " on " + hostName() + since;
    }

    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException notLinux) {
            return "this machine";
        }
    }

    private void note(String text) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
            channel.force(true); // or other clients of a file server do not see it
        } catch (IOException e) {
            throw new StorageException("writing to " + file, e);
        }
    }

    /** Takes the note away, unless a successor has taken the lock over and written its own. */
    private void unnote() {
        try {
            if (read(channel).equals(announcement())) {
                note("");
            }
        } catch (IOException e) {
            throw new StorageException("reading " + file, e);
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
            try {
                unnote();
            } finally {
                release();
            }
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
