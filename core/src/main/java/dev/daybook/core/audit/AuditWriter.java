package dev.daybook.core.audit;

import dev.daybook.ports.event.NewEvent;
import dev.daybook.ports.log.Append;
import dev.daybook.ports.log.AppendResult;
import dev.daybook.ports.log.EventLog;
import dev.daybook.ports.storage.Fault;
import dev.daybook.ports.storage.StorageException;
import java.time.Duration;
import java.util.List;

/**
 * Writes what is in the queue, many events an append. A passing fault is waited out for a while, with the same ids, so that
 * nothing is stored twice; an append that is refused for one bad event is split until that event stands alone.
 */
final class AuditWriter implements Runnable {

    private static final int MOST_EVENTS = 1_000;
    private static final long MOST_BYTES = 8L << 20;
    private static final long FIRST_PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

    private final AuditQueue queue;
    private final EventLog log;
    private final AuditTally tally;
    private final long retryNanos;
    private volatile boolean givenUp;

    AuditWriter(AuditQueue queue, EventLog log, AuditTally tally, Duration retryFor) {
        this.queue = queue;
        this.log = log;
        this.tally = tally;
        // Halved against overflow: ends are compared by their difference.
        this.retryNanos = Math.min(Durations.nanos(retryFor), Long.MAX_VALUE / 4);
    }

    @Override
    public void run() {
        List<NewEvent> events = queue.next(MOST_EVENTS, MOST_BYTES);
        while (!events.isEmpty()) {
            try {
                write(events, System.nanoTime() + retryNanos);
            } finally {
                queue.settle(events.size());
            }
            events = queue.next(MOST_EVENTS, MOST_BYTES);
        }
    }

    /** No more patience with faults: what fails from now on is lost. */
    void giveUp() {
        givenUp = true;
    }

    private void write(List<NewEvent> events, long retryUntil) {
        try {
            append(events, retryUntil);
            tally.written(events.size());
        } catch (StorageException fault) {
            // A fault of unknown nature can be one event's, so each is tried once more, for as long again as was
            // waited.
            if (fault.fault() == Fault.FAILED && events.size() > 1 && isWithin(retryUntil + retryNanos)) {
                split(events, retryUntil);
            } else {
                tally.lost(events, String.valueOf(fault.getMessage()), fault);
            }
        } catch (RuntimeException | Error refused) {
            if (events.size() > 1) {
                split(events, retryUntil);
            } else {
                tally.lost(events, String.valueOf(refused.getMessage()), refused);
            }
        }
    }

    private void split(List<NewEvent> events, long retryUntil) {
        int middle = events.size() / 2;
        write(events.subList(0, middle), retryUntil);
        write(events.subList(middle, events.size()), retryUntil);
    }

    private void append(List<NewEvent> events, long retryUntil) {
        Append append = Append.of(events);
        long pause = FIRST_PAUSE;
        while (true) {
            try {
                requireNoConflict(log.append(append));
                return;
            } catch (StorageException fault) {
                if (!passes(fault.fault()) || !isWithin(retryUntil)) {
                    throw fault;
                }
                tally.retrying(fault);
                queue.pause(queue.isClosed() ? FIRST_PAUSE : pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        }
    }

    private boolean isWithin(long end) {
        return !givenUp && System.nanoTime() - end < 0;
    }

    private static boolean passes(Fault fault) {
        return switch (fault) {
            case LOCKED, FULL, READ_ONLY, MISSING, UNAVAILABLE, UNKNOWN, INTERRUPTED, FAILED -> true;
            case FOREIGN, NEWER, DAMAGED, CLOSED -> false;
        };
    }

    private static void requireNoConflict(AppendResult result) {
        if (result instanceof AppendResult.Conflict conflict) {
            throw new IllegalStateException("an append without conditions was refused: " + conflict.describe());
        }
    }
}
