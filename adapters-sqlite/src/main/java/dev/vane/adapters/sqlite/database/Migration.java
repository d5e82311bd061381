package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A step from one version of the schema to the next.
 *
 * @param version the version that it makes, from 1
 * @param name the name of its script
 * @param sql the statements, which neither begin nor end a transaction
 */
record Migration(int version, String name, String sql) {

    /** The scripts of this program in their order. One that has been released is never changed. */
    private static final List<String> SCRIPTS = List.of(
            "0001-archive.sql",
            "0002-due-times-and-warnings.sql",
            "0003-call-ledger.sql",
            "0004-watches.sql",
            "0005-source-notes.sql",
            "0006-compact-record.sql",
            "0007-verification.sql");

    /** All migrations that this program knows, by ascending version. */
    static List<Migration> all() {
        return SCRIPTS.stream().map(Migration::load).toList();
    }

    private static Migration load(String name) {
        try (InputStream script = Migration.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new StorageException("migration " + name + " is missing from the program");
            }
            int version = Integer.parseInt(name.substring(0, name.indexOf('-')));
            return new Migration(version, name, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StorageException("reading migration " + name, e);
        }
    }

    /** The SHA-256 of the statements in hexadecimal digits, whatever the line ends. */
    String checksum() {
        try {
            byte[] text = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
