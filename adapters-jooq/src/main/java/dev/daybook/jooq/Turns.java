package dev.daybook.jooq;

/** Fairness among virtual threads. */
final class Turns {

    private Turns() {}

    /**
     * Lets other virtual threads run. A call into a driver of native code never parks, so that a few virtual threads that read in
     * a loop would otherwise keep every carrier for themselves, and nobody would ever write.
     */
    @SuppressWarnings("ThreadPriorityCheck") // there is nothing to wait for, only others to let by
    static void giveWay() {
        if (Thread.currentThread().isVirtual()) {
            Thread.yield();
        }
    }
}
