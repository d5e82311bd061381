package dev.vane.adapters.sqlite.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * What a write-ahead log adds to the end of its database, by the layout in
 * <a href="https://www.sqlite.org/fileformat2.html#the_write_ahead_log">The Write-Ahead Log</a>. SQLite takes no locks on
 * this file, so reading it through a channel is harmless.
 */
final class WalTail {

    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int PAGE_SIZE_AT = 8;
    private static final int SALTS_AT = 16;

    private WalTail() {}

    /** How many pages the database has by the log's last commit that are neither in the main file nor in the log. */
    static long missingPages(Path wal, long pagesInFile) throws IOException {
        try (FileChannel channel = FileChannel.open(wal, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER_BYTES);
            if (header.remaining() < HEADER_BYTES) {
                return 0;
            }
            return missingPages(channel, header.getInt(PAGE_SIZE_AT), header.getLong(SALTS_AT), pagesInFile);
        }
    }

    private static long missingPages(FileChannel wal, int pageSize, long salts, long pagesInFile) throws IOException {
        BitSet logged = new BitSet();
        long pages = pagesInFile;
        long frameBytes = FRAME_HEADER_BYTES + Integer.toUnsignedLong(pageSize);
        for (long at = HEADER_BYTES; at + frameBytes <= wal.size(); at += frameBytes) {
            ByteBuffer frame = read(wal, at, FRAME_HEADER_BYTES);
            if (frame.getLong(8) != salts) {
                break; // what follows was left over from before the log started anew
            }
            long beyond = Integer.toUnsignedLong(frame.getInt(0)) - pagesInFile - 1;
            if (beyond >= 0 && beyond < Integer.MAX_VALUE) {
                logged.set((int) beyond);
            }
            long committed = Integer.toUnsignedLong(frame.getInt(4));
            pages = committed == 0 ? pages : committed;
        }
        long expected = Math.max(0, pages - pagesInFile);
        return expected
                - logged.get(0, (int) Math.min(expected, Integer.MAX_VALUE)).cardinality();
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // a read may give less than was asked for
        }
        return buffer.flip();
    }
}
