package dev.daybook.console.live;

import dev.daybook.console.reading.Sight;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.StorageException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Follows the log once, however many look on, and only while somebody does. */
public final class LiveEvents implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveEvents.class.getName());

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final EventLog log;
    private final Sight masked;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somebody = lock.newCondition();
    private final Thread thread;
    private volatile boolean closed;

    /** Position up to which the subscribers of now have been given events. */
    private long position;

    public LiveEvents(EventLog log, Sight masked) {
        this.log = log;
        this.masked = masked;
        this.thread = Thread.ofVirtual().name("daybook-console-live").start(this::run);
    }

    /** How many look on. */
    public int count() {
        return subscribers.size();
    }

    boolean isClosed() {
        return closed;
    }

    /** From now on the subscriber is given every event behind the position that this answers. */
    long add(Subscriber subscriber) {
        lock.lock();
        try {
            if (subscribers.isEmpty()) {
                position = log.head();
            }
            subscribers.add(subscriber);
            somebody.signalAll();
            return position;
        } finally {
            lock.unlock();
        }
    }

    void remove(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    private void run() {
        try {
            while (!closed) {
                long from = awaitSomebody();
                try {
                    if (log.awaitBeyond(from, WAIT)) {
                        give();
                    }
                } catch (RuntimeException fault) {
                    // It may pass; nobody loses anything, as it goes on from where it is.
                    LOG.log(
                            fault instanceof StorageException ? Level.DEBUG : Level.WARNING,
                            "the log could not be followed behind position " + from + "; it is tried again",
                            fault);
                    Thread.sleep(WAIT);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private long awaitSomebody() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (subscribers.isEmpty()) {
                somebody.await();
            }
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock, so that a subscriber who comes meanwhile knows from where on he is given events. */
    private void give() {
        lock.lock();
        try (EventCursor events =
                log.read(Query.all(), Range.all().after(position).limit(1_000))) {
            while (events.hasNext()) {
                LiveEvent event = new LiveEvent(events.next(), masked);
                subscribers.forEach(subscriber -> subscriber.offer(event));
                position = event.position();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        subscribers.forEach(Subscriber::end);
    }

    EventLog log() {
        return log;
    }
}
