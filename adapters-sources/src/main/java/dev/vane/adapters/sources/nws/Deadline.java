package dev.vane.adapters.sources.nws;

import dev.vane.application.spi.SourceReply.Reason;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one time limit of an ask, however many calls it takes. What is not done by then is interrupted and lost. */
final class Deadline {

    private final Duration total;
    private final long end;

    /** Begins now. */
    Deadline(Duration total) {
        this.total = total;
        end = System.nanoTime() + total.toNanos();
    }

    /** Starts a part on a thread of its own; {@link #await} has to be called for it. */
    static <T> FutureTask<Part<T>> start(String name, Callable<Part<T>> part) {
        FutureTask<Part<T>> task = new FutureTask<>(part);
        Thread.ofVirtual().name("nws-" + name).start(task);
        return task;
    }

    /** Waits for a part until the time is up. */
    <T> Part<T> await(FutureTask<Part<T>> task) {
        return await(task, end - System.nanoTime());
    }

    /** Waits for a part until half of the time that is left is up, so that something can be done without it. */
    <T> Part<T> awaitHalf(FutureTask<Part<T>> task) {
        return await(task, (end - System.nanoTime()) / 2);
    }

    private <T> Part<T> await(FutureTask<Part<T>> task, long nanos) {
        try {
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return Part.lost(
                    Reason.TIMED_OUT,
                    "The US National Weather Service gave no complete answer within the time limit (" + total.toMillis()
                            + " ms in all).");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Part.lost(
                    Reason.UNREACHABLE,
                    "The call to the US National Weather Service was given up because Vane is stopping.");
        } catch (ExecutionException broken) {
            throw new IllegalStateException(
                    "a part of the US National Weather Service could not be read", broken.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
