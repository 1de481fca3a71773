package dev.daybook.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells work that goes on until it is ended that its end has come: by Ctrl-C, by SIGTERM, or by the interruption of its thread. The process
 * then waits until this is closed, so that what is under way is finished and what is open is closed. For one thread.
 */
public final class EndSignal implements AutoCloseable {

    /** Whoever sends the signal sends a stronger one after some ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration LONG = Duration.ofDays(365);

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "daybook-end");
    private boolean interrupted;

    /** Listens for the end from now on. */
    public EndSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void hold() {
        told.countDown();
        try {
            var unused = done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end. */
    public void await() {
        while (!within(LONG)) {
            // Goes on for as long as the process does.
        }
    }

    /**
     * Waits for the end for a while.
     *
     * @param time how long at most
     * @return true if it has come
     */
    public boolean within(Duration time) {
        try {
            return told.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // Told again when all is closed, which would be disturbed by it.
            interrupted = true;
            told.countDown();
            return true;
        }
    }

    /** Lets the process end. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is what was waited for.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
