package dev.vane.adapters.sqlite.gazetteer;

import java.nio.ByteBuffer;

/** Lists of town ids as the file holds them: 4 bytes each, the highest first, as differences to the id before. */
final class TownIds {

    private TownIds() {}

    /** Reads a list. */
    static int[] decode(byte[] bytes) {
        ByteBuffer differences = ByteBuffer.wrap(bytes);
        int[] ids = new int[bytes.length / Integer.BYTES];
        int id = 0;
        for (int index = 0; index < ids.length; index++) {
            id += differences.getInt();
            ids[index] = id;
        }
        return ids;
    }
}
