package dev.daybook.core.process;

import dev.daybook.core.consumer.ConsumerParts;
import dev.daybook.core.consumer.ConsumerSettings;
import dev.daybook.core.consumer.EventConsumer;
import dev.daybook.ports.codec.EventCodec;
import dev.daybook.ports.codec.StateCodec;
import dev.daybook.ports.event.Text;
import dev.daybook.ports.event.Timestamps;
import dev.daybook.ports.storage.Storage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs a process manager: follows the log, carries out the commands and keeps the deadlines. States, inbox, outbox and deadlines are kept in
 * the log's own database, each step of a process in one commit. Of all processes that start one of the same name, one works at a time. Safe
 * for concurrent use.
 *
 * <p>A command is tried again as the settings say; after the last attempt it stops at the command, or parks it, as it does with events. A
 * deadline at which the process manager itself fails stops it.
 *
 * @param <S> the state of a process
 * @param <C> the commands
 */
public final class ProcessRunner<S, C> implements AutoCloseable {

    private static final int LONGEST_NAME = 200;

    private final ProcessRows<S, C> rows;
    private final ProcessWork<S, ?, C> work;
    private final EventConsumer consumer;

    private <E> ProcessRunner(
            ProcessManager<S, E, C> manager,
            CommandHandler<C> handler,
            EventCodec events,
            Supplier<UUID> ids,
            ConsumerSettings settings,
            ConsumerParts parts) {
        String name = Text.checked("the name of a process manager", manager.name());
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "the name of a process manager has more than " + LONGEST_NAME + " characters: " + name);
        }
        Storage storage = parts.storage();
        StateCodec states = parts.states();
        Inbox<E> inbox = new Inbox<>(manager, events);
        Outcomes<C> outcomes = new Outcomes<>(name, handler, storage.log(), states, parts.clock());
        this.rows = new ProcessRows<>(manager, storage.views(), states);
        Timer<S, C> timer = new Timer<>(rows, storage.log(), parts.clock());
        this.work = new ProcessWork<>(manager, inbox, rows, outcomes, timer, ids, settings.whenFailing());
        this.consumer = new EventConsumer("process:" + name, inbox.query(), work, settings, parts);
    }

    /**
     * One that does nothing yet.
     *
     * @param manager the rules
     * @param handler carries out the commands
     * @param events reads events
     * @param ids gives ids of commands and thereby of events, never one twice
     * @param settings how it works; {@code PARK_AGGREGATE} parks every later command of the same process as well
     * @param parts what all consumers of one log share
     * @param <S> the state of a process
     * @param <E> the events
     * @param <C> the commands
     * @return a runner, to be started
     * @throws IllegalArgumentException if an event class has no records, there is none, or the name is empty or too long
     * @throws dev.daybook.ports.codec.UnknownEventException if one of the event classes is not registered
     */
    public static <S, E, C> ProcessRunner<S, C> of(
            ProcessManager<S, E, C> manager,
            CommandHandler<C> handler,
            EventCodec events,
            Supplier<UUID> ids,
            ConsumerSettings settings,
            ConsumerParts parts) {
        return new ProcessRunner<>(manager, handler, events, ids, settings, parts);
    }

    /**
     * Begins, from where it was left.
     *
     * @return this runner
     */
    public ProcessRunner<S, C> start() {
        consumer.start();
        return this;
    }

    /**
     * What follows the log for it.
     *
     * @return its consumer: how far it has come, its health, what events it has parked, and {@link EventConsumer#wake} for a clock that was
     *     set, which is looked at once a second otherwise
     */
    public EventConsumer consumer() {
        return consumer;
    }

    /**
     * A process.
     *
     * @param key its key
     * @return how it is, if it was ever told of anything
     */
    public Optional<ProcessState<S>> find(String key) {
        return rows.find(key);
    }

    /**
     * The next processes of a status, such as all that have given up, by their keys.
     *
     * @param status which ones
     * @param afterKey those behind this key, not it; empty for the first
     * @param limit how many at most
     * @return the processes
     */
    public List<ProcessState<S>> all(ProcessStatus status, String afterKey, int limit) {
        return rows.at(status, afterKey, limit);
    }

    /**
     * The commands that are to be carried out next.
     *
     * @param limit how many at most
     * @return the commands, in order
     */
    public List<OutgoingCommand<C>> outbox(int limit) {
        return rows.outbox(limit).stream().map(Outgoing::told).toList();
    }

    /**
     * The deadlines that are due next.
     *
     * @param limit how many at most
     * @return the deadlines, the earliest first
     */
    public List<Deadline> deadlines(int limit) {
        return rows.deadlines(Timestamps.LATEST, limit).stream()
                .map(OpenDeadline::deadline)
                .toList();
    }

    /**
     * The commands that could not be carried out, and those that wait behind them.
     *
     * @param limit how many at most
     * @return the commands, in order, each with what is wrong
     */
    public List<OutgoingCommand<C>> parked(int limit) {
        return rows.parked(limit).stream().map(Outgoing::told).toList();
    }

    /**
     * Has parked commands carried out again, in their order.
     *
     * @param which those to try
     * @return how many are tried
     * @throws IllegalStateException if this process does not run it
     */
    public int retryParked(Predicate<OutgoingCommand<C>> which) {
        AtomicInteger count = new AtomicInteger();
        consumer.perform(() -> count.set(work.retry(which)));
        return count.get();
    }

    /**
     * Gives parked commands up for good: their processes are told that they were rejected, unless they turn out to have been carried out.
     *
     * @param which those to reject
     * @param reason what the processes are told
     * @return how many are answered
     * @throws IllegalStateException if this process does not run it
     */
    public int rejectParked(Predicate<OutgoingCommand<C>> which, String reason) {
        AtomicInteger count = new AtomicInteger();
        consumer.perform(() -> count.set(work.reject(which, reason)));
        return count.get();
    }

    /** Stops when what is at hand is done, and lets another process go on. Waits for that. */
    @Override
    public void close() {
        consumer.close();
    }
}
