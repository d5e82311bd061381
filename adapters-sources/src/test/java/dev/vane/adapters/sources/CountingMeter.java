package dev.vane.adapters.sources;

import dev.vane.application.spi.CallMeter;
import dev.vane.application.spi.SourceReply.Failed;
import dev.vane.application.spi.SourceReply.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A meter for tests that grants a number of calls, refuses every later one, and remembers what it was asked for. */
public final class CountingMeter implements CallMeter {

    /** What it says when it refuses. */
    public static final Failed SPENT = new Failed(Reason.BUDGET_SPENT, "The budget is spent.", Optional.empty());

    private final int leave;
    private final List<Integer> asked = new CopyOnWriteArrayList<>();

    private CountingMeter(int leave) {
        this.leave = leave;
    }

    /** Grants every call. */
    public static CountingMeter open() {
        return granting(Integer.MAX_VALUE);
    }

    /** Grants the first calls only. */
    public static CountingMeter granting(int calls) {
        return new CountingMeter(calls);
    }

    @Override
    public synchronized Optional<Failed> take(int weight) {
        asked.add(weight);
        return asked.size() > leave ? Optional.of(SPENT) : Optional.empty();
    }

    /** The weights that it was asked for, granted or not. */
    public List<Integer> asked() {
        return List.copyOf(asked);
    }
}
