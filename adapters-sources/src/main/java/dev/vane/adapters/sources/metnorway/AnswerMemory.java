package dev.vane.adapters.sources.metnorway;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The last answer of each address, at most a given number of them, of a given size together and of {@link #LARGEST} each:
 * beyond that, those unused for longest are forgotten, and asked for unconditionally the next time. Safe for use by
 * several threads.
 */
final class AnswerMemory {

    /** In bytes, compressed; a forecast of ten days takes less than 10 thousand. */
    static final int LARGEST = 32 * 1024;

    private static final float LOAD_FACTOR = 0.75f;

    private final int mostAnswers;
    private final long mostBytes;
    private final LinkedHashMap<URI, RememberedAnswer> answers = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private long bytes;

    /**
     * Starts with nothing.
     *
     * @param mostAnswers how many answers are kept
     * @param mostBytes how many bytes they may take together, compressed
     */
    AnswerMemory(int mostAnswers, long mostBytes) {
        this.mostAnswers = mostAnswers;
        this.mostBytes = mostBytes;
    }

    synchronized Optional<RememberedAnswer> of(URI address) {
        return Optional.ofNullable(answers.get(address));
    }

    synchronized void keep(URI address, RememberedAnswer answer) {
        forget(address);
        if (answer.bytes() > LARGEST) {
            return;
        }
        answers.put(address, answer);
        bytes += answer.bytes();
        while (answers.size() > mostAnswers || bytes > mostBytes) {
            forget(answers.firstEntry().getKey());
        }
    }

    synchronized void forget(URI address) {
        RememberedAnswer forgotten = answers.remove(address);
        bytes -= forgotten == null ? 0 : forgotten.bytes();
    }

    synchronized int size() {
        return answers.size();
    }

    synchronized long bytes() {
        return bytes;
    }
}
