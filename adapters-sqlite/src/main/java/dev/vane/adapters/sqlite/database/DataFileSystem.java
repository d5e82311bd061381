package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a folder lies on.
 *
 * @param type the type of the file system as the system names it, such as {@code ext4} or {@code nfs4}
 * @param kind what it is good for
 * @param locksShared whether the locks that a process takes there are seen by the other machines that use it; true where
 *     there are none
 */
public record DataFileSystem(String type, Kind kind, boolean locksShared) {

    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    /** File systems on which SQLite's shared memory works, because one kernel alone has them. Not ntfs3: it maps nothing. */
    private static final Set<String> LOCAL = Set.of(
            "ext2",
            "ext3",
            "ext4",
            "xfs",
            "btrfs",
            "zfs",
            "f2fs",
            "bcachefs",
            "jfs",
            "nilfs2",
            "apfs",
            "hfs",
            "ntfs",
            "ufs");

    private static final Set<String> TEMPORARY = Set.of("tmpfs", "ramfs", "rootfs", "overlay", "aufs");

    private static final Set<String> NETWORK = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb2",
            "smb3",
            "smbfs",
            "9p",
            "virtiofs",
            "hostfs",
            "ceph",
            "glusterfs",
            "lustre",
            "gpfs",
            "beegfs",
            "orangefs",
            "pvfs2",
            "gfs2",
            "ocfs2",
            "afs",
            "coda",
            "ncpfs",
            "davfs",
            "vboxsf",
            "vmhgfs",
            "prl_fs",
            "fuse");

    /** Options by which NFS keeps locks on the client (nfs(5)). */
    private static final Set<String> LOCKS_KEPT_LOCAL = Set.of("nolock", "local_lock=all", "local_lock=posix");

    /** What a file system is good for. */
    public enum Kind {
        /** A disk of this machine. */
        LOCAL,
        /** Memory, or the layer of a container: what is there goes with the machine's next start or the container. */
        TEMPORARY,
        /** Another machine may use the same files; its memory is not shared. So is a file system in user space taken. */
        NETWORK,
        /** None that this program knows. */
        UNKNOWN;

        /** Its name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing. */
    public DataFileSystem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * Finds out what a folder lies on: on Linux by the table of mounts, which tells file systems in user space apart and
     * knows those of a container, elsewhere by what Java says.
     *
     * @param directory a folder that is there
     * @throws StorageException if it cannot be found out
     */
    static DataFileSystem of(Path directory) {
        try {
            Path real = directory.toRealPath();
            Optional<DataFileSystem> mounted = Files.isReadable(MOUNTS)
                    ? of(real, new String(Files.readAllBytes(MOUNTS), StandardCharsets.UTF_8))
                    : Optional.empty();
            return mounted.isPresent()
                    ? mounted.get()
                    : named(Files.getFileStore(real).type(), List.of());
        } catch (IOException e) {
            throw new StorageException("finding out what " + directory + " lies on", e);
        }
    }

    /** What a folder lies on by a table of mounts; empty if it leads there by no mount. */
    static Optional<DataFileSystem> of(Path real, String mountinfo) {
        return MountTable.parse(mountinfo).of(real.toString()).map(mount -> named(mount.type(), mount.options()));
    }

    private static DataFileSystem named(String type, List<String> options) {
        String name = type.toLowerCase(Locale.ROOT);
        return new DataFileSystem(type, kind(name), options.stream().noneMatch(LOCKS_KEPT_LOCAL::contains));
    }

    private static Kind kind(String type) {
        if (LOCAL.contains(type)) {
            return Kind.LOCAL;
        }
        if (TEMPORARY.contains(type)) {
            return Kind.TEMPORARY;
        }
        return NETWORK.contains(type) || type.startsWith("fuse.") ? Kind.NETWORK : Kind.UNKNOWN;
    }

    /** What whoever operates the service should know; empty if all is well. */
    public Optional<String> warning() {
        if (!locksShared) {
            return Optional.of("locks on it are not seen by other machines: mount it without nolock and local_lock, or"
                    + " two services may damage the database");
        }
        return kind == Kind.TEMPORARY
                ? Optional.of("what is there goes with the container or the machine: mount a volume to keep it")
                : Optional.empty();
    }
}
