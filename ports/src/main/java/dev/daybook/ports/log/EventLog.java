package dev.daybook.ports.log;

import dev.daybook.ports.event.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One append-only log under one total order. Safe for concurrent use; calls block and suit virtual threads.
 *
 * <p>What every implementation promises (order, sequence, atomic, durable, exact conditions, idempotent, time, immutable,
 * streaming, bounded, refusing) is spelled out and proved by the storage contract of the testkit.
 *
 * <p>Every call throws a {@link dev.daybook.ports.storage.StorageException} that names the fault if the engine cannot do its
 * work.
 */
public interface EventLog {

    /**
     * Takes all events of an append or none, if all its conditions hold, as one step.
     *
     * <p>An interrupted thread either gets a {@link dev.daybook.ports.storage.Fault#INTERRUPTED} with nothing written, or the
     * result; its interrupt status stays set.
     *
     * @param append one or more events, with what must still hold
     * @return stored, already stored by an earlier call, or in conflict
     * @throws dev.daybook.ports.storage.LimitExceededException if it is larger than the storage states; nothing is written
     * @throws EventIdReusedException if an event id is in the log with other content, or only some of the ids are in it; nothing
     *     is written
     */
    AppendResult append(Append append);

    /**
     * Reads the events that match, in position order, as the log is while they are read: everything stored before this call is
     * seen, and what is stored during it may be.
     *
     * @param query which events
     * @param range from where to where, in which direction, how many at most
     * @return a cursor, to be closed; it holds no transaction open
     */
    EventCursor read(Query query, Range range);

    /**
     * Finds an event by its id, at once however long the log is.
     *
     * @param id of any version
     * @return the event, empty if the log has none of that id
     */
    Optional<StoredEvent> find(UUID id);

    /**
     * The next aggregates that there are, in the order of their ids, character by character. Characters beyond U+FFFF, of which there
     * are few, stand where the engine puts them: by code point or by their UTF-16.
     *
     * @param afterId those behind this id, not it; empty for the first
     * @param limit how many at most
     * @return ids of aggregates, each with at least one event
     */
    List<String> aggregates(String afterId, int limit);

    /**
     * The position of the last event.
     *
     * @return a position, 0 for an empty log
     */
    long head();

    /**
     * Waits until there is an event behind a position. Of an append in the same process it learns at once, of one in another process
     * within about a second; however many wait, the engine is asked once for all of them.
     *
     * @param position a position, 0 for the beginning
     * @param atMost how long to wait
     * @return true if there is such an event, false if the time has passed without one
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    boolean awaitBeyond(long position, Duration atMost) throws InterruptedException;
}
