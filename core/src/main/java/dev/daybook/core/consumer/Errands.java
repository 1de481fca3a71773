package dev.daybook.core.consumer;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What waits to be done by a consumer's thread, and is told so if that never comes to it. Safe for concurrent use. */
final class Errands {

    private final String consumer;
    private final Rest rest;
    private final Queue<Errand> waiting = new ArrayDeque<>();

    /** Of a consumer whose thread rests there. */
    Errands(String consumer, Rest rest) {
        this.consumer = consumer;
        this.rest = rest;
    }

    /** False if the thread has ended, and nobody will do it. */
    boolean add(Errand errand) {
        synchronized (waiting) {
            if (rest.isOver()) {
                return false;
            }
            waiting.add(errand);
        }
        rest.wake();
        return true;
    }

    @Nullable
    Errand next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    /** What still waits is not done. The thread is over: nothing is added any more. */
    void end() {
        synchronized (waiting) {
            waiting.forEach(errand -> errand.end(new IllegalStateException(consumer + " is stopped; start it first")));
            waiting.clear();
        }
    }
}
