package dev.daybook.jooq;

import dev.daybook.ports.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Wakes whoever waits for the log to grow: at once when this process has appended, and else by asking the database once a second, and
 * more often for a while after another process was found to have appended. Of all that wait one asks, and does so for the others too.
 */
final class HeadWatch {

    private static final System.Logger LOG = System.getLogger(HeadWatch.class.getName());

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final long SHORTEST = Duration.ofMillis(10).toNanos();

    private final LongSupplier asking;
    private final Function<Runnable, Dialect.Listening> listening;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition grown = mutex.newCondition();
    private volatile long head;
    private volatile boolean everAsked;
    private volatile long pause = LONGEST;
    private boolean asked;
    private boolean closed;
    private Dialect.@Nullable Listening listener;

    /**
     * A watch that does nothing until somebody waits.
     *
     * @param asking asks the database for its last position
     * @param listening has it told when others have appended, where the engine does so
     */
    HeadWatch(LongSupplier asking, Function<Runnable, Dialect.Listening> listening) {
        this.asking = asking;
        this.listening = listening;
    }

    void grownTo(long position) {
        if (position <= head) {
            return;
        }
        mutex.lock();
        try {
            head = Math.max(head, position);
            grown.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    /** Lets everybody go, to find out that the storage is closed. */
    void close() {
        Dialect.Listening ended;
        mutex.lock();
        try {
            closed = true;
            ended = listener;
            grown.signalAll();
        } finally {
            mutex.unlock();
        }
        if (ended != null) {
            ended.close();
        }
    }

    boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        if (head > position) {
            return true;
        }
        if (!everAsked) {
            ask();
        }
        listen();
        long end = System.nanoTime() + atMost.toNanos();
        while (awaitTurnToAsk(position, end)) {
            try {
                ask();
            } finally {
                letOthersAsk();
            }
            if (System.nanoTime() - end >= 0) {
                break;
            }
        }
        return head > position;
    }

    private void listen() {
        mutex.lock();
        try {
            if (listener == null && !closed) {
                listener = listening.apply(this::askAtOnce);
            }
        } finally {
            mutex.unlock();
        }
    }

    private void askAtOnce() {
        try {
            ask();
        } catch (StorageException e) {
            // Whoever waits asks again before long, and is told.
            LOG.log(System.Logger.Level.DEBUG, "cannot ask how far the log has grown", e);
        }
    }

    private void ask() {
        long found = asking.getAsLong();
        pause = everAsked && found > head ? SHORTEST : Math.min(LONGEST, 2 * pause);
        grownTo(found);
        everAsked = true;
    }

    /** True if it is for this thread to ask, false if the log has grown or the time is over. */
    private boolean awaitTurnToAsk(long position, long end) throws InterruptedException {
        mutex.lockInterruptibly();
        boolean isMine = false;
        boolean asks = false;
        try {
            long due = end;
            while (head <= position && !asks) {
                long now = System.nanoTime();
                if (!isMine && (!asked || closed)) {
                    isMine = true;
                    asked = true;
                    due = now + Math.min(pause, end - now);
                }
                asks = isMine && (closed || now - due >= 0);
                if (!asks && now - end >= 0) {
                    return false;
                }
                if (!asks) {
                    grown.awaitNanos(due - now);
                }
            }
            return asks;
        } finally {
            if (isMine && !asks) {
                asked = false;
                grown.signalAll();
            }
            mutex.unlock();
        }
    }

    private void letOthersAsk() {
        mutex.lock();
        try {
            asked = false;
            grown.signalAll();
        } finally {
            mutex.unlock();
        }
    }
}
