package dev.vane.adapters.sqlite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vane.adapters.sqlite.database.DataFileSystem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the data directory lies on, and which journal mode follows from it. */
class DataFileSystemTest {

    /** A container of k3s with its data on NFS, as its kernel shows it. */
    private static final String CONTAINER = """
            1205 963 0:158 / / rw,relatime master:303 - overlay overlay rw,lowerdir=/l,upperdir=/u,workdir=/w
            1206 1205 0:161 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw
            1207 1205 0:162 / /dev rw,nosuid - tmpfs tmpfs rw,size=65536k,mode=755
            1210 1205 0:150 / /tmp rw,relatime - tmpfs tmpfs rw,size=65536k
            1211 1205 0:52 /vane /var/lib/vane rw,relatime - nfs4 192.0.2.7:/vane rw,vers=4.1,hard,local_lock=none,addr=192.0.2.7
            1212 1205 254:1 /kubelet/etc-hosts /etc/hosts rw,relatime - ext4 /dev/vda1 rw
            """;

    @TempDir
    private Path directory;

    private static Optional<String> type(String path, String mountinfo) {
        return DataFileSystem.of(Path.of(path), mountinfo).map(DataFileSystem::type);
    }

    @ParameterizedTest
    @CsvSource({
        "/, overlay",
        "/app, overlay",
        "/tmp, tmpfs",
        "/tmpfile, overlay",
        "/var/lib/vane, nfs4",
        "/var/lib/vane/deep/er, nfs4",
        "/var/lib/vanes, overlay",
        "/var/lib, overlay",
    })
    void isThatOfTheMountOnTheWayToAFolder(String path, String expected) {
        assertThat(type(path, CONTAINER)).contains(expected);
    }

    @Test
    void isThatOfTheMountThatHidesAnOlderOneAndWhatWasMountedBelow() {
        String mounts = """
                1 1 0:2 / / rw - rootfs rootfs rw
                20 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw
                21 20 8:2 / /data rw - xfs /dev/sdb1 rw
                22 21 0:40 / /data/vane rw - nfs server:/vane rw
                23 21 0:41 / /data rw - tmpfs tmpfs rw
                """;

        assertThat(type("/data/vane", mounts)).contains("tmpfs");
        assertThat(type("/data", mounts)).contains("tmpfs");
        assertThat(type("/other", mounts)).contains("ext4");
    }

    @Test
    void readsPathsWithWhatMountinfoEscapes() {
        String mounts = """
                20 1 8:1 / / rw - ext4 /dev/sda1 rw
                21 20 0:40 / /my\\040data\\134x\\011y rw master:1 propagate_from:2 unbindable - cifs //server/a\\040share rw
                22 20 0:41 / /D\u00f6ner rw - nfs4 server:/ rw
                """;

        assertThat(type("/my data\\x\ty/vane", mounts)).contains("cifs");
        assertThat(type("/D\u00f6ner", mounts)).contains("nfs4");
    }

    @Test
    void isUnknownToATableThatDoesNotLeadToTheFolder() {
        assertThat(type("/data", "21 20 8:2 / /elsewhere rw - ext4 /dev/sda1 rw\n"))
                .isEmpty();
        assertThat(type("/data", "")).isEmpty();
        assertThat(type("/data", "no mountinfo at all\n1 2 3\n")).isEmpty();
    }

    /** In a change root whose root is no mount point, the mounts in it are listed alone. */
    @Test
    void isFoundWhereTheRootIsNoMountPoint() {
        assertThat(type("/data/vane", "21 20 8:2 / /data rw - nfs4 server:/ rw\n"))
                .contains("nfs4");
    }

    @Test
    void endsWithATableThatGoesInACircle() {
        String mounts = """
                20 1 8:1 / / rw - ext4 /dev/sda1 rw
                21 20 8:2 / /data rw - xfs /dev/sdb1 rw
                20 21 8:1 / / rw - ext4 /dev/sda1 rw
                """;

        assertThat(type("/data", mounts)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ext4, LOCAL, WAL",
        "xfs, LOCAL, WAL",
        "btrfs, LOCAL, WAL",
        "zfs, LOCAL, WAL",
        "tmpfs, TEMPORARY, WAL",
        "overlay, TEMPORARY, WAL",
        "nfs, NETWORK, DELETE",
        "nfs4, NETWORK, DELETE",
        "cifs, NETWORK, DELETE",
        "smb3, NETWORK, DELETE",
        "9p, NETWORK, DELETE",
        "virtiofs, NETWORK, DELETE",
        "hostfs, NETWORK, DELETE",
        "ceph, NETWORK, DELETE",
        "fuse.sshfs, NETWORK, DELETE",
        "fuse.glusterfs, NETWORK, DELETE",
        "fuse.something-new, NETWORK, DELETE",
        "fuse, NETWORK, DELETE",
        "ntfs3, UNKNOWN, DELETE",
        "something-new, UNKNOWN, DELETE",
    })
    void decidesTheJournalMode(String type, Kind kind, JournalMode mode) {
        DataFileSystem found = on(type, "rw").orElseThrow();

        assertThat(found.type()).isEqualTo(type);
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(JournalChoice.AUTO.on(found)).isEqualTo(mode);
        assertThat(JournalChoice.DELETE.on(found)).isEqualTo(JournalMode.DELETE);
    }

    private static Optional<DataFileSystem> on(String type, String options) {
        return DataFileSystem.of(Path.of("/data"), "20 1 8:1 / / rw - %s source %s\n".formatted(type, options));
    }

    @ParameterizedTest
    @CsvSource({"nfs", "nfs4", "cifs", "9p", "virtiofs", "hostfs", "fuse.sshfs"})
    void refusesAWriteAheadLogOnANetworkFileSystem(String type) {
        assertThatThrownBy(() -> JournalChoice.WAL.on(on(type, "rw").orElseThrow()))
                .isInstanceOf(StorageException.class)
                .hasMessage("the journal mode is set to wal, but the data directory lies on " + type
                        + ", where a write-ahead log can be damaged; set it to auto or delete");
    }

    @ParameterizedTest
    @CsvSource({"ext4", "tmpfs", "something-new"})
    void takesAWriteAheadLogWhereItIsAskedForElsewhere(String type) {
        assertThat(JournalChoice.WAL.on(on(type, "rw").orElseThrow())).isEqualTo(JournalMode.WAL);
    }

    @ParameterizedTest
    @EnumSource
    void choosesTheModeThatATestSets(JournalMode mode) {
        assertThat(JournalChoice.of(mode).on(DataFileSystem.of(directory))).isEqualTo(mode);
    }

    @Test
    void warnsOfLocksThatOtherMachinesDoNotSee() {
        assertThat(on("nfs", "rw,vers=3,nolock,addr=192.0.2.7").orElseThrow().warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("locks on it are not seen"));
        assertThat(on("nfs4", "rw,local_lock=all").orElseThrow().locksShared()).isFalse();
        assertThat(on("nfs4", "rw,vers=4.1,local_lock=none").orElseThrow().warning())
                .isEmpty();
    }

    @Test
    void warnsOfWhatDoesNotLast() {
        assertThat(on("overlay", "rw").orElseThrow().warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("mount a volume"));
        assertThat(on("ext4", "rw").orElseThrow().warning()).isEmpty();
    }

    @Test
    void isFoundOutOfThisMachine() throws IOException {
        assertThat(DataFileSystem.of(Path.of("/proc")).type()).isEqualTo("proc");
        assertThat(DataFileSystem.of(Path.of("/dev")).type())
                .isEqualTo(Files.getFileStore(Path.of("/dev")).type());
        assertThat(DataFileSystem.of(directory).type())
                .isEqualTo(Files.getFileStore(directory).type());
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("/proc"));
        assertThat(DataFileSystem.of(link).type()).isEqualTo("proc");
    }

    @Test
    void isNotFoundOutOfAFolderThatIsNotThere() {
        assertThatThrownBy(() -> DataFileSystem.of(directory.resolve("nothing")))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("finding out what " + directory.resolve("nothing") + " lies on");
    }
}
