package dev.daybook.console.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one caller has still to be sent: so much and no more. Made by the thread that sends it. */
final class Subscriber {

    private static final int MOST = 2_000;

    private final BlockingQueue<LiveEvent> queue = new ArrayBlockingQueue<>(MOST);
    private final Thread reader = Thread.currentThread();
    private volatile boolean overrun;

    /** Never waits: who is too slow is cut off, and holds nobody up. */
    void offer(LiveEvent event) {
        if (!overrun && !queue.offer(event)) {
            overrun = true;
        }
    }

    /** Nothing more will come. */
    void end() {
        reader.interrupt();
    }

    /** Whether something could not be kept for him. What was kept before is still given. */
    boolean isOverrun() {
        return overrun && queue.isEmpty();
    }

    /** What has come, as soon as anything has; nothing if the time has passed. */
    List<LiveEvent> take(Duration atMost) throws InterruptedException {
        @Nullable LiveEvent first = queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        List<LiveEvent> events = new ArrayList<>();
        if (first != null) {
            events.add(first);
            queue.drainTo(events);
        }
        return events;
    }
}
