package dev.vane.adapters.rest.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was made of texts that clients send again and again, such as their Accept headers. What it makes depends on
 * the text alone. It holds no more than a few hundred short texts, whatever clients send: when it is full it forgets all of
 * them. Safe for use by several threads, without a lock for what it knows.
 *
 * @param <V> what is made; immutable
 */
public final class Memo<V> {

    private static final int MOST = 512;
    private static final int LONGEST = 512;

    private final Map<String, V> known = new ConcurrentHashMap<>();

    /**
     * What is made of a text.
     *
     * @param text on which alone it depends what is made
     * @param making makes it, if it is not remembered; what it throws is not remembered
     */
    public V of(String text, Function<String, V> making) {
        V remembered = known.get(text);
        if (remembered != null) {
            return remembered;
        }
        V made = making.apply(text);
        if (text.length() <= LONGEST) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(text, made);
        }
        return made;
    }

    /** How many texts it knows. */
    int size() {
        return known.size();
    }
}
