package dev.daybook.core.consumer;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Where a consumer's thread waits, and is woken without ever being disturbed in its work. */
final class Rest {

    /** Something that waits until it is interrupted. */
    interface Wait {
        /** Waits. */
        boolean await() throws InterruptedException;
    }

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition woken = mutex.newCondition();
    private @Nullable Thread waiting;
    private boolean isWoken;
    private boolean over;

    boolean isOver() {
        mutex.lock();
        try {
            return over;
        } finally {
            mutex.unlock();
        }
    }

    void end() {
        mutex.lock();
        try {
            over = true;
        } finally {
            mutex.unlock();
        }
        wake();
    }

    void wake() {
        mutex.lock();
        try {
            isWoken = true;
            woken.signalAll();
            if (waiting != null) {
                waiting.interrupt();
            }
        } finally {
            mutex.unlock();
        }
    }

    /** Ends {@link #await}, and nothing else. */
    void nudge() {
        mutex.lock();
        try {
            if (waiting != null) {
                waiting.interrupt();
            }
        } finally {
            mutex.unlock();
        }
    }

    /** Waits for so long, or until it is woken. */
    void pause(Duration time) {
        mutex.lock();
        try {
            long left = time.toNanos();
            while (!isWoken && !over && left > 0) {
                left = woken.awaitNanos(left);
            }
            isWoken = false;
        } catch (InterruptedException e) {
            over = true;
        } finally {
            mutex.unlock();
        }
    }

    /** Waits for something else, or until it is woken. */
    void await(Wait wait) {
        if (!enter()) {
            return;
        }
        try {
            wait.await();
        } catch (InterruptedException e) {
            // That is how it is woken.
        } finally {
            leave();
        }
    }

    private boolean enter() {
        mutex.lock();
        try {
            if (isWoken || over) {
                isWoken = false;
                return false;
            }
            waiting = Thread.currentThread();
            return true;
        } finally {
            mutex.unlock();
        }
    }

    private void leave() {
        mutex.lock();
        try {
            waiting = null;
            isWoken = false;
            // The thread is interrupted by nobody else.
            var unused = Thread.interrupted();
        } finally {
            mutex.unlock();
        }
    }
}
