package dev.daybook.console.rebuild;

import dev.daybook.core.projection.Difference;
import dev.daybook.core.projection.ViewProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Long work on a view that a call begins and that goes on beside the calls: how far it has come, and what has become of it. */
public final class Work implements ViewProgress {

    /** What is done. */
    public sealed interface Task {
        /** The version that it is done to, 0 where there are no numbers. */
        int version();

        /** It is compared with the log. */
        record Verify(int version) implements Task {}

        /** It is compared with another version. */
        record Compare(int one, int other) implements Task {
            @Override
            public int version() {
                return other;
            }
        }

        /** Its rows are removed. */
        record Drop(int version) implements Task {}
    }

    /** What becomes of it. */
    public sealed interface Outcome {
        /** It goes on. */
        record Running() implements Outcome {}

        /**
         * It has come to its end.
         *
         * @param differences the first keys that differ, with their states where two versions were compared; none of what is dropped
         * @param isAll whether there are no more of them
         */
        record Done(List<Difference<?>> differences, boolean isAll) implements Outcome {}

        /** Somebody has ended it. */
        record Cancelled() implements Outcome {}

        /**
         * It could not be done.
         *
         * @param error why, which can quote an event
         */
        record Failed(String error) implements Outcome {}
    }

    /** Does it; ends when it cannot tell how far it has come any more. */
    @FunctionalInterface
    interface Doing {
        List<? extends Difference<?>> run(ViewProgress progress);
    }

    static final int MOST_KEPT = 1_000;

    private static final Outcome RUNNING = new Outcome.Running();

    private final String view;
    private final Task task;
    private final Instant startedAt = Instant.now();
    private final AtomicReference<Outcome> outcome = new AtomicReference<>(RUNNING);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long position;
    private volatile long upTo;
    private volatile long keys;

    /** Work that was not begun yet. */
    Work(String view, Task task) {
        this.view = view;
        this.task = task;
    }

    /** On a thread of the platform: folds that never wait would keep the calls from running. */
    void begin(Doing doing) {
        Thread.ofPlatform().daemon().name("daybook-console-work").start(() -> {
            try {
                outcome.compareAndSet(RUNNING, done(doing.run(this)));
            } catch (RuntimeException | Error fault) {
                fail(fault);
            } finally {
                ended.countDown();
            }
        });
    }

    private static Outcome done(List<? extends Difference<?>> found) {
        return new Outcome.Done(
                List.copyOf(found.subList(0, Math.min(MOST_KEPT, found.size()))), found.size() <= MOST_KEPT);
    }

    private void fail(Throwable fault) {
        if (outcome.compareAndSet(RUNNING, new Outcome.Failed(fault.toString()))) {
            System.getLogger(Work.class.getName())
                    .log(System.Logger.Level.WARNING, "it failed on the view " + view + " to " + task, fault);
        }
    }

    /** Ends it at its next step; false if it has ended already. */
    boolean cancel() {
        return outcome.compareAndSet(RUNNING, new Outcome.Cancelled());
    }

    /** Waits until its thread has ended, for so long at most. */
    void await(Duration atMost) throws InterruptedException {
        var unused = ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void folded(long now, long last) {
        goOn();
        position = now;
        upTo = last;
    }

    @Override
    public void seen(long count) {
        goOn();
        keys = count;
    }

    private void goOn() {
        if (!isRunning()) {
            throw new CancellationException();
        }
    }

    public boolean isRunning() {
        return outcome.get() instanceof Outcome.Running;
    }

    public String view() {
        return view;
    }

    public Task task() {
        return task;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Outcome outcome() {
        return outcome.get();
    }

    /** Up to which position the log has been folded, 0 where it has not. */
    public long position() {
        return position;
    }

    /** Up to which position it will be. */
    public long upTo() {
        return upTo;
    }

    /** How many keys have been compared, or rows removed. */
    public long keys() {
        return keys;
    }
}
