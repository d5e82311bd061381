package dev.vane.adapters.sources.metnorway;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Blocks of time of which no two overlap, so that nothing that falls is counted twice. Not safe for several threads. */
final class Blocks {

    private final TreeMap<Instant, Block> byEnd = new TreeMap<>();

    /** Takes a block, unless it overlaps one that was taken before or says nothing. */
    void offer(Block block) {
        Map.Entry<Instant, Block> next = byEnd.higherEntry(block.start());
        boolean free = next == null || !next.getValue().start().isBefore(block.end());
        if (free && !block.saysNothing()) {
            byEnd.put(block.end(), block);
        }
    }

    /** The blocks that were taken, by their end. */
    Map<Instant, Block> byEnd() {
        return byEnd;
    }
}
