package dev.vane.adapters.sqlite.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The file of the gazetteer, checked before SQLite maps it into memory: a mapped page that the file does not have would
 * end the process, so a truncated file must be refused here.
 *
 * @param path where it lies
 */
record GazetteerFile(Path path) {

    /** What the builder writes as {@code PRAGMA application_id}. */
    static final int APPLICATION_ID = 0x56474154;

    /** The only format that this code reads, as {@code PRAGMA user_version}. */
    static final int VERSION = 1;

    private static final int HEADER_BYTES = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** More than the file may ever have. */
    private static final String MAPPED_BYTES = "67108864";

    /**
     * Checks the header against what a gazetteer must have.
     *
     * @throws SqliteGazetteerException naming the file and what was found
     */
    void check() {
        if (!Files.isRegularFile(path)) {
            throw new SqliteGazetteerException("the gazetteer " + path + " is not there");
        }
        try (InputStream file = Files.newInputStream(path)) {
            checkHeader(file.readNBytes(HEADER_BYTES), Files.size(path));
        } catch (IOException e) {
            throw new SqliteGazetteerException("the gazetteer " + path + " cannot be read", e);
        }
    }

    /** The header as in sqlite.org/fileformat2.html, section 1.3. */
    private void checkHeader(byte[] bytes, long size) {
        if (bytes.length < HEADER_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new SqliteGazetteerException("the gazetteer " + path + " is not a SQLite database");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int application = header.getInt(68);
        if (application != APPLICATION_ID) {
            throw new SqliteGazetteerException("the gazetteer " + path + " has application id "
                    + HexFormat.of().toHexDigits(application) + ", not "
                    + HexFormat.of().toHexDigits(APPLICATION_ID));
        }
        int version = header.getInt(60);
        if (version != VERSION) {
            throw new SqliteGazetteerException(
                    "the gazetteer " + path + " has version " + version + ", and this program reads " + VERSION);
        }
        long expected = (long) header.getShort(16) * header.getInt(28);
        if (size != expected) {
            throw new SqliteGazetteerException(
                    "the gazetteer " + path + " has " + size + " bytes, not the " + expected + " of its header");
        }
    }

    /** Opens a connection that cannot write, and takes the file for one that nobody else changes. */
    Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("open_mode", "65"); // SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        settings.setProperty("mmap_size", MAPPED_BYTES);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toUri() + "?immutable=1", settings);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA query_only = 1");
        }
        return connection;
    }
}
