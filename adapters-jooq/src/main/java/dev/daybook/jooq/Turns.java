package dev.daybook.jooq;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Fairness among virtual threads. */
final class Turns {

    /** Of so many turns, one is really left out. */
    private static final int LEFT_OUT = 64;

    private Turns() {}

    /**
     * Lets other virtual threads run. A call into a driver of native code never parks, so that a few virtual threads that read or write in
     * a loop would otherwise keep every carrier for themselves. Yielding lets those by that wait for the same carrier; those that wait for
     * any come to run only when a carrier has none of its own left, and so now and then this one parks for a moment.
     */
    @SuppressWarnings("ThreadPriorityCheck") // there is nothing to wait for, only others to let by
    static void giveWay() {
        if (!Thread.currentThread().isVirtual()) {
            return;
        }
        if (ThreadLocalRandom.current().nextInt(LEFT_OUT) == 0) {
            LockSupport.parkNanos(1);
        } else {
            Thread.yield();
        }
    }
}
