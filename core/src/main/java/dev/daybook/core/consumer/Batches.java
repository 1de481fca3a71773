package dev.daybook.core.consumer;

import dev.daybook.ports.event.StoredEvent;
import dev.daybook.ports.log.EventCursor;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.log.Range;
import dev.daybook.ports.storage.StorageException;
import dev.daybook.ports.view.RowChange;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands a consumer's work the next events, until there is enough to be kept, one fails, or the consumer is to end. Of one thread. */
final class Batches {

    /** An event that could not be handled, and why. */
    record FailedEvent(StoredEvent event, Exception error) {}

    /**
     * What came of a batch.
     *
     * @param reached up to where the log is handled
     * @param events how many events were
     * @param changes what is to be kept
     * @param failed the event behind them, if it has failed
     */
    record Handled(
            long reached,
            long events,
            List<RowChange> changes,
            @Nullable FailedEvent failed) {}

    /** How many batches may be kept as one, and for how long they may be put together. */
    private static final int MOST = 10;

    private static final long LONGEST_MILLIS = 500;

    private final EventLog log;
    private final Feed feed;
    private final Work work;
    private final ConsumerSettings settings;
    private final ParkingLot lot;
    private final Attempts attempts;
    private final Pulse pulse;
    private final Rest rest;
    private final InstantSource clock;

    Batches(
            EventLog log,
            Feed feed,
            Work work,
            ConsumerSettings settings,
            ParkingLot lot,
            Attempts attempts,
            Pulse pulse,
            Rest rest,
            InstantSource clock) {
        this.log = log;
        this.feed = feed;
        this.work = work;
        this.settings = settings;
        this.lot = lot;
        this.attempts = attempts;
        this.pulse = pulse;
        this.rest = rest;
        this.clock = clock;
    }

    /** Handles what is behind a position, up to the log's head. */
    Handled next(long after, long head) {
        List<RowChange> changes = new ArrayList<>();
        long read = 0;
        long handled = 0;
        long reached = after;
        boolean isCut = false;
        FailedEvent failed = null;
        int batch = settings.batch();
        long most = work.isFull(batch, batch) ? batch : (long) MOST * batch;
        long begun = clock.millis();
        try (EventCursor events =
                log.read(feed.query(), Range.all().after(after).upTo(head).limit(most))) {
            while (failed == null && events.hasNext()) {
                if (rest.isOver() || isFull(read, changes, begun)) {
                    isCut = true;
                    break;
                }
                StoredEvent event = events.next();
                if (feed.takes().test(event)) {
                    failed = handle(event, changes);
                    handled += failed == null ? 1 : 0;
                }
                if (failed == null) {
                    reached = event.position();
                    read++;
                }
            }
        }
        boolean isWhole = failed == null && !isCut && read < most;
        changes.addAll(work.takeChanges());
        return new Handled(isWhole ? head : reached, handled, changes, failed);
    }

    private boolean isFull(long read, List<RowChange> parked, long begun) {
        int batch = settings.batch();
        return work.isFull(read, batch)
                || parked.size() >= batch
                || (read >= batch && clock.millis() - begun >= LONGEST_MILLIS);
    }

    private @Nullable FailedEvent handle(StoredEvent event, List<RowChange> changes) {
        if (settings.whenFailing() == ConsumerSettings.WhenFailing.PARK_AGGREGATE
                && lot.holdsAnyOf(event.aggregateId())) {
            changes.add(lot.park(event, "waits behind an earlier event of its aggregate"));
            return null;
        }
        pulse.handles(event.position());
        try {
            work.handle(event);
            attempts.succeeded();
            return null;
        } catch (StorageException e) {
            throw e;
        } catch (Exception e) {
            return new FailedEvent(event, e);
        } finally {
            pulse.end();
        }
    }
}
