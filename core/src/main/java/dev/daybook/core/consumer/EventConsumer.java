package dev.daybook.core.consumer;

import dev.daybook.ports.consumer.ConsumerState;
import dev.daybook.ports.event.Text;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.Query;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.ports.view.RowChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log from its checkpoint on, in the order of the log, and goes on with what comes. Of all processes that start a consumer
 * of one name, one handles events at a time; another takes over when that one dies. Safe for concurrent use.
 */
public final class EventConsumer implements AutoCloseable {

    private final String name;
    private final Feed feed;
    private final Work work;
    private final ConsumerSettings settings;
    private final ConsumerParts parts;
    private final Pulse pulse = new Pulse();
    private volatile @Nullable ConsumerHealth lastKnown;
    private @Nullable ConsumerLoop loop;
    private @Nullable Thread thread;

    /**
     * A consumer that does nothing yet.
     *
     * @param name its name, by which its checkpoint is kept: any Unicode text of 1 to 240 characters
     * @param query which events it is given
     * @param work what it does with them
     * @param settings how it works
     * @param parts what all consumers of one log share
     * @throws IllegalArgumentException if the name is empty or not Unicode text
     */
    public EventConsumer(String name, Query query, Work work, ConsumerSettings settings, ConsumerParts parts) {
        this(name, Feed.all(query), work, settings, parts);
    }

    EventConsumer(String name, Feed feed, Work work, ConsumerSettings settings, ConsumerParts parts) {
        this.name = Text.checked("the name of a consumer", name);
        this.feed = feed;
        this.work = work;
        this.settings = settings;
        this.parts = parts;
    }

    /**
     * What its checkpoint is kept by.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Begins, or begins again after it has stopped. Nothing happens if it runs.
     *
     * @return this consumer
     */
    public synchronized EventConsumer start() {
        if (loop != null && !loop.isOver()) {
            return this;
        }
        ConsumerLoop started = new ConsumerLoop(name, feed, work, settings, parts, new ParkingLot(parts, name), pulse);
        pulse.is(ConsumerHealth.Status.STANDBY, "starts");
        loop = started;
        Thread before = thread;
        thread = Thread.ofVirtual().name("daybook-" + name).start(() -> {
            awaitEnd(before);
            started.run();
        });
        return this;
    }

    /** One that has stopped may still be giving its lease back. */
    private static void awaitEnd(@Nullable Thread before) {
        try {
            if (before != null) {
                before.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops when the event at hand is handled, and lets another process have the consumer. Waits for that. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            running = thread;
            if (loop != null) {
                loop.stop();
            }
        }
        try {
            if (running != null) {
                running.join();
            }
            if (pulse.isRunning()) {
                pulse.is(ConsumerHealth.Status.STOPPED, "was stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It has given up, or the storage was closed. */
    boolean hasStopped() {
        return !pulse.isRunning();
    }

    /** Does nothing, and is well all the same: others have their turn. */
    void standBy(String why) {
        close();
        pulse.is(ConsumerHealth.Status.STANDBY, why);
    }

    /**
     * How it is.
     *
     * @return what it does and how far it has come; where another process has the lease, how far that one has come; where the storage
     *     cannot be asked, what was known last, and never healthy
     */
    public ConsumerHealth health() {
        ConsumerHealth here = pulse.health(name, settings.leaseValidity());
        try {
            ConsumerHealth now = here.status() == ConsumerHealth.Status.STANDBY ? elsewhere(here) : behind(here);
            lastKnown = now;
            return now;
        } catch (StorageException e) {
            return here.cannotAsk(lastKnown, String.valueOf(e.getMessage()));
        }
    }

    /** Another process may move the checkpoint. */
    private ConsumerHealth elsewhere(ConsumerHealth here) {
        return parts.storage()
                .consumers()
                .find(name)
                .map(there -> behind(here.at(
                        there.checkpoint(),
                        there.isFree() ? here.diagnosis() : here.diagnosis() + ", " + there.owner())))
                .orElseGet(() -> behind(here));
    }

    private ConsumerHealth behind(ConsumerHealth health) {
        long lag = Math.max(0, parts.storage().log().head() - health.checkpoint());
        return health.behind(lag, lag == 0 ? Duration.ZERO : age(health.checkpoint() + 1));
    }

    /** How long ago the first event from a position on was recorded; never less than nothing, whatever the clock was set to. */
    private Duration age(long position) {
        try (EventCursor first = parts.storage()
                .log()
                .read(Query.all(), Range.all().after(position - 1).limit(1))) {
            if (!first.hasNext()) {
                return Duration.ZERO;
            }
            Duration age =
                    Duration.between(first.next().recordedAt(), parts.clock().instant());
            return age.isNegative() ? Duration.ZERO : age;
        }
    }

    /**
     * Waits until it has handled the log up to a position, wherever it runs.
     *
     * @param position the position of an event, for example of one's own append
     * @param atMost how long to wait
     * @return true if it has, false if the time has passed
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public boolean awaitPosition(long position, Duration atMost) throws InterruptedException {
        return pulse.awaitCheckpoint(
                position,
                atMost,
                () -> parts.storage()
                        .consumers()
                        .find(name)
                        .map(ConsumerState::checkpoint)
                        .orElse(0L),
                this::nudge);
    }

    private synchronized void nudge() {
        if (loop != null) {
            loop.nudge();
        }
    }

    /**
     * The events it could not handle.
     *
     * @return what is parked, oldest first
     */
    public List<ParkedEvent> parked() {
        return new ParkingLot(parts, name).all();
    }

    /**
     * Handles parked events again, oldest first, all of them or none.
     *
     * @param which those to try
     * @return how many were handled
     * @throws IllegalStateException if one of them cannot be handled even now, or this process does not run the consumer
     */
    public int retryParked(Predicate<ParkedEvent> which) {
        return clear(
                which, parked -> work.handle(AskedAgain.event(parts.storage().log(), parked)));
    }

    /**
     * Gives parked events up for good.
     *
     * @param which those to discard
     * @return how many were discarded
     * @throws IllegalStateException if this process does not run the consumer
     */
    public int discardParked(Predicate<ParkedEvent> which) {
        return clear(which, parked -> {});
    }

    private int clear(Predicate<ParkedEvent> which, Farewell farewell) {
        AtomicInteger count = new AtomicInteger();
        run(new Task(lot -> {
            List<RowChange> changes = new ArrayList<>();
            for (ParkedEvent parked : lot.all()) {
                if (which.test(parked)) {
                    farewell.to(parked);
                    changes.add(lot.remove(parked));
                    count.incrementAndGet();
                }
            }
            return changes;
        }));
        return count.get();
    }

    /**
     * Does something with what its work keeps, on its own thread and between two batches. What {@link Work#takeChanges} answers then is
     * kept.
     *
     * @param task what to do; nothing is kept of it if it throws
     * @throws IllegalStateException if it has thrown, or this process does not run the consumer
     */
    public void perform(Runnable task) {
        run(new Task(lot -> {
            task.run();
            return List.of();
        }));
    }

    /** Has it look now whether something is due: a clock that is set tells nobody. */
    public synchronized void wake() {
        if (loop != null) {
            loop.wake();
        }
    }

    private void run(Task task) {
        ConsumerLoop running;
        synchronized (this) {
            running = loop;
        }
        if (running == null || !running.add(task)) {
            throw new IllegalStateException(
                    name + " does not run here; start it first, or ask the process that runs it");
        }
        task.await();
    }

    /** What is done with an event before it leaves the parking lot. */
    @FunctionalInterface
    private interface Farewell {
        void to(ParkedEvent parked) throws Exception;
    }
}
