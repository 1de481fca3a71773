package dev.daybook.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to happen, but not for ever. */
final class Waiting {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(2);

    private Waiting() {}

    /** For what tells nobody that it has changed. */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("%s within 2 minutes", what).isNegative();
            LockSupport.parkNanos(BETWEEN);
        }
    }

    static void until(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS))
                    .as("it happened within 60 s")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while it waited", e);
        }
    }
}
