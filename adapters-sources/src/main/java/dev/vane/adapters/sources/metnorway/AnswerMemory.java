package dev.vane.adapters.sources.metnorway;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The last answer of each address, at most a given number of them and none above {@link #LARGEST}: beyond it, the one
 * unused for longest is forgotten, and asked for unconditionally the next time. Safe for use by several threads.
 */
final class AnswerMemory {

    /** In bytes, compressed; ten days take about 6 thousand. */
    static final int LARGEST = 32 * 1024;

    private static final float LOAD_FACTOR = 0.75f;

    private final int limit;
    private final LinkedHashMap<URI, RememberedAnswer> answers = new LinkedHashMap<>(16, LOAD_FACTOR, true);

    AnswerMemory(int limit) {
        this.limit = limit;
    }

    synchronized Optional<RememberedAnswer> of(URI address) {
        return Optional.ofNullable(answers.get(address));
    }

    synchronized void keep(URI address, RememberedAnswer answer) {
        if (answer.bytes() > LARGEST) {
            answers.remove(address);
            return;
        }
        answers.put(address, answer);
        if (answers.size() > limit) {
            answers.remove(answers.firstEntry().getKey());
        }
    }

    synchronized void forget(URI address) {
        answers.remove(address);
    }

    synchronized int size() {
        return answers.size();
    }
}
